package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitialHandlingOfNaturalDisasterTest extends FirstStepsStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    InitialHandlingOfNaturalDisasterTest() {
        super(ENGINE, "natural-disaster");
    }

    @Test
    void peopleEquipmentAndPremisesAreProtectedAtOnce() {
        incidentHappens();
        waitsFor("ensure-safety", "protect-equipment", "guard-premises");
        assertThat(instance).hasNotPassed("keep-services-running");
    }

    @Test
    void workGoesOnByHandOnlyWhenEverybodyAndEverythingIsSafe() {
        incidentHappens();
        office("ensure-safety");
        cultureSocial("protect-equipment");
        waitsFor("guard-premises");
        assertThat(instance).hasNotPassed("steps-taken", "keep-services-running");
        police("guard-premises");
        waitsFor("keep-services-running");
        office("keep-services-running");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "ensure-safety",
                        "protect-equipment",
                        "guard-premises",
                        "keep-services-running",
                        "first-steps-taken");
    }
}
