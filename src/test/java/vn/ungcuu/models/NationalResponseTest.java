package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NationalResponseTest extends ProcessStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    NationalResponseTest() {
        super(ENGINE, "national-response", List.of(), List.of());
    }

    @Test
    void aProposalLeavesTheCommuneOnlySignedByItsLeaders() {
        start();
        waitsFor("draft-upgrade-proposal");
        office("draft-upgrade-proposal");
        waitsFor("sign-upgrade-proposal");
        assertThat(instance).isNotWaitingFor("upgrade-answered");
        leadership("sign-upgrade-proposal");

        waitsFor();
        assertThat(instance)
                .isWaitingFor("upgrade-answered")
                .hasPassedInOrder("draft-upgrade-proposal", "sign-upgrade-proposal")
                .hasNotPassed("upgrade-answered");
    }

    @Test
    void aDeclinedUpgradeLeavesTheIncidentToTheOrdinaryProcedure() {
        proposed();
        message("upgrade-answered", "upgradeAccepted", "no");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("sign-upgrade-proposal", "upgrade-answered", "upgrade-declined")
                .hasNotPassed("national-response-begins", "archive-national-response", "national-response-archived");
    }

    @Test
    void inAnUpgradedIncidentEachOfficeDoesItsShareUntilTheCompetentBodyEndsIt() {
        proposed();
        message("upgrade-answered", "upgradeAccepted", "yes");
        waitsFor("provide-scope-data", "supply-logs-and-repair", "hand-over-evidence");
        police("hand-over-evidence");
        office("provide-scope-data");
        assertThat(instance).isNotWaitingFor("national-response-ended");
        cultureSocial("supply-logs-and-repair");

        waitsFor();
        assertThat(instance).isWaitingFor("national-response-ended");
        message("national-response-ended");
        office("archive-national-response");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "upgrade-answered",
                        "hand-over-evidence",
                        "provide-scope-data",
                        "supply-logs-and-repair",
                        "national-response-ended",
                        "archive-national-response",
                        "national-response-archived")
                .hasNotPassed("upgrade-declined");
    }

    private void proposed() {
        start();
        office("draft-upgrade-proposal");
        leadership("sign-upgrade-proposal");
    }
}
