package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitialHandlingOfUserErrorTest extends FirstStepsStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    InitialHandlingOfUserErrorTest() {
        super(ENGINE, "user-error");
    }

    @Test
    void exposureAccountAndEvidenceAreSeenToAtOnce() {
        incidentHappens();
        waitsFor("preserve-evidence", "limit-exposure", "take-user-account");
    }

    @Test
    void aUsersErrorIsFirstHandledWhenAllThreeOfficesHaveDoneTheirPart() {
        incidentHappens();
        office("take-user-account");
        police("preserve-evidence");
        assertThat(instance).hasNotPassed("steps-taken", "first-steps-taken");
        cultureSocial("limit-exposure");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("steps-at-once", "take-user-account", "limit-exposure", "first-steps-taken")
                .hasPassedInOrder("steps-at-once", "preserve-evidence", "first-steps-taken");
    }
}
