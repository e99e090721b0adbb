package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitialHandlingOfNetworkAttackTest extends FirstStepsStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    InitialHandlingOfNetworkAttackTest() {
        super(ENGINE, "network-attack");
    }

    @Test
    void evidenceIsolationAndManualWorkBeginAtOnce() {
        incidentHappens();
        waitsFor("preserve-evidence", "isolate-systems", "keep-services-running");
    }

    @Test
    void accountsAreSecuredOnlyOnIsolatedSystems() {
        incidentHappens();
        assertThat(instance).hasNotPassed("isolate-systems");
        cultureSocial("isolate-systems");
        waitsFor("preserve-evidence", "secure-accounts", "keep-services-running");
    }

    @Test
    void anAttackIsFirstHandledWhenEvidenceAccountsAndManualWorkAreInHand() {
        incidentHappens();
        cultureSocial("isolate-systems");
        office("keep-services-running");
        cultureSocial("secure-accounts");
        assertThat(instance).hasNotPassed("steps-taken", "first-steps-taken");
        police("preserve-evidence");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("steps-at-once", "isolate-systems", "secure-accounts", "first-steps-taken")
                .hasPassedInOrder("keep-services-running", "preserve-evidence", "first-steps-taken");
    }
}
