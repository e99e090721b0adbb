package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitialHandlingOfSystemFaultTest extends FirstStepsStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    InitialHandlingOfSystemFaultTest() {
        super(ENGINE, "system-fault");
    }

    @Test
    void theSceneTheDataAndManualWorkComeAtOnce() {
        incidentHappens();
        waitsFor("record-scene", "protect-data", "keep-services-running");
    }

    @Test
    void theFaultIsLookedForOnlyWhenTheDataAreSafe() {
        incidentHappens();
        cultureSocial("protect-data");
        waitsFor("record-scene", "diagnose-fault", "keep-services-running");
        assertThat(instance).hasNotPassed("diagnose-fault");
    }

    @Test
    void aFaultIsFirstHandledWhenItIsFoundAndSabotageIsRuledOut() {
        incidentHappens();
        cultureSocial("protect-data");
        cultureSocial("diagnose-fault");
        office("keep-services-running");
        assertThat(instance).hasNotPassed("steps-taken", "first-steps-taken");
        police("record-scene");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("steps-at-once", "protect-data", "diagnose-fault", "first-steps-taken")
                .hasPassedInOrder("keep-services-running", "record-scene", "first-steps-taken");
    }
}
