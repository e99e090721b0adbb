package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitialHandlingOfAdministratorErrorTest extends FirstStepsStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    InitialHandlingOfAdministratorErrorTest() {
        super(ENGINE, "administrator-error");
    }

    @Test
    void nobodyGoesOnChangingWhileEvidenceIsKeptAndWorkGoesOnByHand() {
        incidentHappens();
        waitsFor("preserve-evidence", "stop-and-record-changes", "keep-services-running");
    }

    @Test
    void aChangeIsRolledBackOnlyWhenWhatWasDoneIsWrittenDown() {
        incidentHappens();
        cultureSocial("stop-and-record-changes");
        waitsFor("preserve-evidence", "roll-back-change", "keep-services-running");
        assertThat(instance).hasNotPassed("roll-back-change");
    }

    @Test
    void anAdministratorsErrorIsFirstHandledWhenTheChangeIsUndoneAndTheEvidenceKept() {
        incidentHappens();
        cultureSocial("stop-and-record-changes");
        cultureSocial("roll-back-change");
        police("preserve-evidence");
        assertThat(instance).hasNotPassed("steps-taken", "first-steps-taken");
        office("keep-services-running");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("steps-at-once", "stop-and-record-changes", "roll-back-change", "first-steps-taken")
                .hasPassedInOrder("preserve-evidence", "keep-services-running", "first-steps-taken");
    }
}
