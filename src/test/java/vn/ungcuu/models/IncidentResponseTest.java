package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentResponseTest extends ProcessStory {

    private static final List<String> CALLS = List.of(
            "initial-handling-network-attack",
            "initial-handling-system-fault",
            "initial-handling-administrator-error",
            "initial-handling-user-error",
            "initial-handling-natural-disaster",
            "national-response",
            "city-support");

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(CALLS);

    IncidentResponseTest() {
        super(ENGINE, "incident-response", CALLS, List.of("classify-incident", "initial-steps"));
    }

    // Receiving and verifying

    @Test
    void whoeverReportsAnIncidentIsAnsweredBeforeItIsVerified() {
        start();

        assertThat(instance).hasBusinessKey(StandIns.CODE);
        waitsFor("acknowledge-report");
        office("acknowledge-report");
        waitsFor("verify-incident");
        assertThat(instance)
                .hasPassedInOrder("report-submitted", "receive", "ready-to-verify")
                .hasPassed("acknowledge-report")
                .hasNotPassed("incident-reported", "incident-reopened", "detect");
    }

    @Test
    void aReportFromAnotherPlaceIsReceivedLikeOneTypedIntoTheForm() {
        startByMessage("incident-reported", "title", "Trang thông tin không mở được");

        assertThat(instance).hasBusinessKey(StandIns.CODE);
        waitsFor("acknowledge-report");
        assertThat(instance).hasPassed("incident-reported").hasNotPassed("report-submitted", "incident-reopened");
    }

    @Test
    void unitsThatMayBeAffectedAreOfferedWhenTheReportIsVerified() {
        received();

        assertThat(open("office", "verify-incident")).hasName("Xác minh sự cố");
        assertThat(tasks().getVariable(open("office", "verify-incident").getId(), "units"))
                .asString()
                .contains("Trạm Y tế", "unitHealthStation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-incident", "near-miss", "false-alarm", "duplicate"})
    void whatIsNoIncidentEndsOnceTheReporterHasHisAnswer(String found) {
        received();
        office("verify-incident", "verificationResult", found);
        waitsFor("answer-reporter");
        office("answer-reporter");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("receive", "verify-incident", "answer-reporter", "ended-" + found)
                .hasNotPassed("first-steps-at-once", "classify", "initial-handling", "forward-to-operator");
        assertThat(outcomes()).containsExactly(found);
    }

    @Test
    void anIncidentOfAnothersSystemIsForwardedAndItsArrivalConfirmed() {
        received();
        office("verify-incident", "verificationResult", "incident", "operatedByCommune", false);
        office("forward-to-operator");
        assertThat(instance).isNotEnded();
        office("confirm-operator-received");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "verify-incident", "forward-to-operator", "confirm-operator-received", "ended-forwarded")
                .hasNotPassed("answer-reporter", "first-steps-at-once", "classify", "initial-handling");
        assertThat(outcomes()).containsExactly("forwarded");
    }

    // First steps and classification, side by side

    @Test
    void firstStepsBeginAtOnceBesideTheClassification() {
        received();
        verified();

        waitsFor("confirm-classification", "initial-handling-system-fault-work");
        assertThat(instance).hasPassed("first-steps-at-once").hasNotPassed("classify", "initial-handling");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network-attack", "system-fault", "administrator-error", "user-error", "natural-disaster"})
    void everyKindOfIncidentHasItsOwnFirstSteps(String kind) {
        received();
        verified("kind", kind);

        waitsFor("confirm-classification", "initial-handling-" + kind + "-work");
        ProcessInstance called = called("initial-handling-" + kind);
        assertThat(called).hasBusinessKey(StandIns.CODE);
        assertThat(called).variables().containsEntry("code", StandIns.CODE).containsEntry("kind", kind);
        assertThat(called)
                .variables()
                .hasEntrySatisfying(
                        "initialSteps",
                        steps -> assertThat(steps.toString())
                                .contains("\"office\":\"police\"", "\"office\":\"cultureSocial\""));
    }

    @Test
    void theResponseWaitsForTheFirstSteps() {
        received();
        verified();
        classified("ordinary");

        waitsFor("initial-handling-system-fault-work");
        finish("initial-handling-system-fault");
        waitsFor("choose-plan");
        assertThat(instance).hasPassedInOrder("classify", "initial-handling", "ready-to-respond");
    }

    @Test
    void theResponseWaitsForTheClassification() {
        received();
        verified();
        finish("initial-handling-system-fault");

        waitsFor("confirm-classification");
        classified("ordinary");
        waitsFor("choose-plan");
        assertThat(instance).hasPassedInOrder("initial-handling", "classify", "ready-to-respond");
    }

    @Test
    void anAffectedUnitIsAskedForInformationAndTheResponseWaitsForIt() {
        received();
        verified("affectedUnit", "unitHealthStation");
        classified("ordinary");
        finish("initial-handling-system-fault");

        waitsFor("provide-information");
        complete("unitHealthStation", "provide-information");
        waitsFor("choose-plan");
        assertThat(instance)
                .hasPassedInOrder("provide-information", "ready-to-respond")
                .hasPassed("information-provided")
                .hasNotPassed("no-unit-affected");
    }

    @Test
    void withoutAnAffectedUnitNobodyIsAsked() {
        responding();

        assertThat(instance).hasPassed("no-unit-affected").hasNotPassed("provide-information", "information-provided");
    }

    @Test
    void theProposedSeverityComesWithItsReasonsAndTheOfficerDecides() {
        received();
        verified("spreading", true);

        assertThat(instance)
                .variables()
                .containsEntry("proposedSeverity", "serious")
                .containsEntry("proposeUpgrade", false)
                .doesNotContainKeys("severity", "decisionResult", "serviceDownHours");
        assertThat(instance)
                .variables()
                .hasEntrySatisfying(
                        "classificationBasis",
                        basis -> assertThat(basis.toString()).contains("NĐ331 Đ31.2.d"));
        classified("ordinary");
        assertThat(instance)
                .variables()
                .containsEntry("severity", "ordinary")
                .containsEntry("proposedSeverity", "serious");
    }

    @Test
    void hoursOfInterruptionCountForTheClassification() {
        received();
        verified("serviceDownSince", OffsetDateTime.now().minusHours(9).toString());

        assertThat(instance).variables().containsEntry("proposedSeverity", "serious");
    }

    // Responding

    @Test
    void anOrdinaryIncidentGoesFromTheReportToTheClosedRecord() {
        responding();
        office("choose-plan", "needsDirection", "no");
        waitsFor("analyse-scope-and-origin", "contain-incident");
        cleaned();
        office("check-system", "systemStable", "yes");
        office("summarise-incident");
        leadership("approve-closure", "closureApproved", "yes");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "receive",
                        "detect",
                        "classify",
                        "initial-handling",
                        "choose-plan",
                        "contain-incident",
                        "eradicate-threat",
                        "restore-service",
                        "check-system",
                        "summarise-incident",
                        "check-ready-to-close",
                        "approve-closure",
                        "incident-closed")
                .hasNotPassed("direct-response", "escalate", "scene-held", "incident-cancelled-end");
        assertThat(outcomes()).containsExactly("resolved");
    }

    @Test
    void leadersDirectTheResponseWhenAsked() {
        responding();
        office("choose-plan", "needsDirection", "yes");
        waitsFor("direct-response");
        leadership("direct-response");

        waitsFor("analyse-scope-and-origin", "contain-incident");
        assertThat(instance).hasPassedInOrder("choose-plan", "direct-response", "response-round");
    }

    @Test
    void nothingIsRemovedBeforeTheIncidentIsContainedAndAnalysed() {
        responding();
        office("choose-plan", "needsDirection", "no");
        cultureSocial("contain-incident");
        waitsFor("analyse-scope-and-origin");
        police("analyse-scope-and-origin");

        waitsFor("eradicate-threat");
        assertThat(instance).hasPassedInOrder("contain-incident", "analyse-scope-and-origin", "contained");
    }

    @Test
    void asLongAsTheSystemIsNotStableTheIncidentIsContainedAndCleanedAgain() {
        responding();
        office("choose-plan", "needsDirection", "no");
        cleaned();
        office("check-system", "systemStable", "no");

        waitsFor("analyse-scope-and-origin", "contain-incident");
        assertThat(instance).hasNotPassed("incident-handled", "respond");
        cleaned();
        office("check-system", "systemStable", "no");
        cleaned();
        office("check-system", "systemStable", "yes");

        waitsFor("summarise-incident");
        assertThat(instance)
                .hasPassedInOrder(
                        "check-system",
                        "response-round",
                        "contain-incident",
                        "restore-service",
                        "check-system",
                        "response-round",
                        "contain-incident",
                        "restore-service",
                        "check-system",
                        "incident-handled")
                .hasNotPassed("direct-response");
    }

    // Keeping the scene

    @Test
    void aSceneHeldBeforehandKeepsEverybodyFromRemovingAnything() {
        responding();
        scene(true);
        office("choose-plan", "needsDirection", "no");
        contained();

        waitsFor();
        assertThat(instance).isWaitingAt("scene-released").hasNotPassed("eradicate-threat", "check-system");
        scene(false);
        waitsFor("eradicate-threat");
        assertThat(instance).hasPassedInOrder("contained", "scene-held", "scene-released");
    }

    @Test
    void aSceneHeldDuringTheRemovalStopsItAndItBeginsAnewOnceReleased() {
        responding();
        office("choose-plan", "needsDirection", "no");
        contained();
        scene(true);

        waitsFor();
        assertThat(instance).isWaitingAt("scene-released");
        scene(false);
        waitsFor("eradicate-threat");
        cultureSocial("eradicate-threat");
        cultureSocial("restore-service");
        waitsFor("check-system");
        assertThat(instance).hasPassedInOrder("scene-held", "scene-released", "eradicate-threat", "restore-service");
    }

    @Test
    void aSceneHeldDuringTheRecoveryStopsItTooAsOftenAsNeeded() {
        responding();
        office("choose-plan", "needsDirection", "no");
        contained();
        cultureSocial("eradicate-threat");
        scene(true);
        waitsFor();
        scene(false);
        cultureSocial("eradicate-threat");
        scene(true);
        waitsFor();
        assertThat(brokenOff())
                .containsExactlyInAnyOrder(
                        "eradicate-and-recover", "restore-service", "eradicate-and-recover", "restore-service");
        assertThat(instance).hasNotPassed("service-restored", "check-system");
        scene(false);

        waitsFor("eradicate-threat");
        assertThat(instance).hasPassedInOrder("scene-held", "scene-released", "scene-held", "scene-released");
    }

    @Test
    void aSceneHeldAndReleasedWhileTheIncidentIsContainedDelaysNothing() {
        responding();
        office("choose-plan", "needsDirection", "no");
        scene(true);
        waitsFor("analyse-scope-and-origin", "contain-incident");
        scene(false);
        contained();

        waitsFor("eradicate-threat");
        assertThat(instance).hasNotPassed("scene-held", "scene-released");
    }

    // Escalating

    @Test
    void whatTheCommuneCannotDoAloneIsAskedOfTheCityBesideTheResponse() {
        received();
        verified("beyondCapability", true);
        classified("ordinary");
        finish("initial-handling-system-fault");

        waitsFor("choose-plan", "city-support-work");
        assertThat(called("city-support")).hasBusinessKey(StandIns.CODE);
        assertThat(instance)
                .hasPassedInOrder("ask-city-for-support", "city-asked", "escalation-settled")
                .hasPassed("no-upgrade-needed")
                .hasNotPassed("no-support-needed", "run-national-response");
        finish("city-support");
        assertThat(instance).hasPassed("support-finished");
        waitsFor("choose-plan");
    }

    @Test
    void anUpgradeIsProposedBesideTheResponseAndTheRecordClosesAfterBoth() {
        received();
        verified("systemLevel", 4, "spreading", true, "upgradeSuspected", true);
        classified("serious");
        finish("initial-handling-system-fault");
        waitsFor("choose-plan", "national-response-work");
        assertThat(called("national-response")).hasBusinessKey(StandIns.CODE);
        office("choose-plan", "needsDirection", "no");
        cleaned();
        office("check-system", "systemStable", "yes");

        waitsFor("national-response-work");
        assertThat(instance).hasPassed("respond", "no-support-needed").hasNotPassed("escalate", "ready-to-close");
        finish("national-response");
        waitsFor("summarise-incident");
        assertThat(instance)
                .hasPassedInOrder("respond", "run-national-response", "upgrade-settled", "ready-to-close")
                .hasNotPassed("ask-city-for-support", "no-upgrade-needed");
    }

    @Test
    void anUpgradeBeyondTheCommunesCapabilityIsProposedAndTheCityAskedAtOnce() {
        received();
        verified("systemLevel", 4, "spreading", true, "beyondCapability", true);
        classified("serious");

        waitsFor("initial-handling-system-fault-work", "national-response-work", "city-support-work");
        assertThat(instance)
                .hasPassed("ask-city-for-support", "city-asked")
                .hasNotPassed("no-support-needed", "no-upgrade-needed");
    }

    @Test
    void theCityAlreadyAskedOnRequestIsNotAskedAgainByTheEscalation() {
        received();
        verified("beyondCapability", true);
        request("city-support-requested", 1);
        classified("ordinary");

        waitsFor("initial-handling-system-fault-work", "city-support-work");
        assertThat(instance).hasPassed("no-support-needed", "escalate").hasNotPassed("ask-city-for-support");
    }

    // Closing

    @Test
    void aRecordWithSomethingStillOpenIsNotClosedAndTheSummaryIsNotLost() {
        closing();
        standIns.somethingIsStillOpen("Yêu cầu hỗ trợ số 1 chưa kết thúc");

        assertThatThrownBy(() -> office("summarise-incident", "rootCause", "Mất điện"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Yêu cầu hỗ trợ số 1 chưa kết thúc");
        waitsFor("summarise-incident");
        assertThat(instance).hasNotPassed("summarise-incident", "check-ready-to-close", "approve-closure");

        standIns.nothingIsOpen();
        office("summarise-incident", "rootCause", "Mất điện");
        waitsFor("approve-closure");
    }

    @Test
    void aClosureThatLeadersDoNotApproveIsSummarisedAgain() {
        closing();
        office("summarise-incident");
        leadership("approve-closure", "closureApproved", "no");
        waitsFor("summarise-incident");
        assertThat(instance).isNotEnded().hasNotPassed("closure-approved", "close", "incident-closed");
        office("summarise-incident");
        leadership("approve-closure", "closureApproved", "yes");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "summarise-incident",
                        "approve-closure",
                        "summary-begins",
                        "summarise-incident",
                        "check-ready-to-close",
                        "approve-closure",
                        "closure-approved",
                        "incident-closed");
    }

    // Reopening

    @Test
    void aReopenedIncidentGoesOnWithTheResponseAndIsClosedAgain() {
        standIns.recordKnows(Map.of("previousOutcome", "resolved", "severity", "serious", "kind", "system-fault"));
        startByMessage("incident-reopened");
        waitsFor("choose-plan");
        office("choose-plan", "needsDirection", "no");
        cleaned();
        office("check-system", "systemStable", "yes");
        office("summarise-incident");
        leadership("approve-closure", "closureApproved", "yes");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("incident-reopened", "respond-again", "respond", "close", "incident-closed")
                .hasNotPassed("receive", "detect", "classify", "initial-handling", "escalate");
        assertThat(outcomes()).containsExactly("resolved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"near-miss", "duplicate", "forwarded", "cancelled"})
    void aReopenedRecordThatWasNeverHandledToTheEndIsVerifiedAgain(String previousOutcome) {
        standIns.recordKnows(Map.of("previousOutcome", previousOutcome));
        startByMessage("incident-reopened");

        waitsFor("verify-incident");
        verified("operatedByCommune", true);
        waitsFor("confirm-classification", "initial-handling-system-fault-work");
        assertThat(instance)
                .hasPassedInOrder("incident-reopened", "verify-incident", "first-steps-at-once")
                .hasNotPassed("receive", "respond-again");
    }

    @Test
    void aRecordReopenedBeforeItWasEverVerifiedIsVerified() {
        startByMessage("incident-reopened");

        waitsFor("verify-incident");
        assertThat(instance).hasNotPassed("receive", "respond-again");
    }

    // Cancelling

    @Test
    void aReportCancelledBeforeAnybodyAnsweredItEndsAtOnce() {
        start();
        message("incident-cancelled");

        assertCancelled();
        assertThat(brokenOff()).containsExactlyInAnyOrder("acknowledge-report", "receive");
        assertThat(instance).hasNotPassed("ready-to-verify", "verify-incident");
    }

    @Test
    void cancellingDuringTheFirstStepsEndsTheWorkOfAllOffices() {
        received();
        verified("affectedUnit", "unitHealthStation");
        waitsFor("confirm-classification", "provide-information", "initial-handling-system-fault-work");
        message("incident-cancelled");

        assertCancelled();
        assertThat(brokenOff()).contains("confirm-classification", "provide-information", "initial-handling-by-kind");
        assertThat(instance).hasNotPassed("ready-to-respond", "respond-begins");
    }

    @Test
    void cancellingDuringTheResponseEndsWhatRunsBesideItToo() {
        responding();
        request("city-support-requested", 1);
        message("crime-signs-found");
        message("service-interrupted", "serviceDownSince", OffsetDateTime.now().toString());
        office("choose-plan", "needsDirection", "no");
        scene(true);
        contained();
        waitsFor("city-support-work", "record-crime-signs");
        message("incident-cancelled");

        assertCancelled();
        assertThat(brokenOff())
                .contains("scene-released", "run-city-support", "record-crime-signs", "outage-limit-reached");
        assertThat(instance).hasNotPassed("support-finished", "transfer-to-city-police", "reassess-outage");
        assertThat(engine().getManagementService().createJobQuery().count()).isZero();
    }

    @Test
    void evenARecordAboutToBeClosedCanBeCancelled() {
        closing();
        office("summarise-incident");
        message("incident-cancelled");

        assertCancelled();
        assertThat(brokenOff()).contains("approve-closure", "close");
        assertThat(instance).hasNotPassed("is-closure-approved", "incident-closed");
    }

    // At any time

    @Test
    void theCityIsAskedTwiceAtTheSameTimeAndEachRequestEndsByItself() {
        responding();
        request("city-support-requested", 1);
        request("city-support-requested", 2);

        waitsFor("choose-plan", "city-support-work", "city-support-work");
        assertThat(instance).variables().doesNotContainKey("requestNumber").containsEntry("citySupportAsked", true);
        finish("city-support", 2);
        waitsFor("choose-plan", "city-support-work");
        assertThat(called("city-support")).variables().containsEntry("requestNumber", 1);
        assertThat(called("city-support")).hasBusinessKey(StandIns.CODE);
        finish("city-support", 1);
        waitsFor("choose-plan");
        assertThat(instance)
                .hasPassedInOrder("support-finished", "support-finished")
                .isNotEnded();
    }

    @Test
    void signsOfACrimeAreRecordedAndHandedOverByThePoliceBesideEverythingElse() {
        received();
        message("crime-signs-found");

        waitsFor("verify-incident", "record-crime-signs");
        police("record-crime-signs");
        waitsFor("verify-incident", "transfer-to-city-police");
        police("transfer-to-city-police");
        waitsFor("verify-incident");
        assertThat(instance)
                .isNotEnded()
                .hasPassedInOrder("record-crime-signs", "transfer-to-city-police", "crime-signs-transferred");
    }

    @Test
    void newFactsThatChangeNothingLeaveEverybodyAtWork() {
        responding();
        message("facts-changed", "affectedSystem", "Máy chủ thứ hai");

        waitsFor("choose-plan");
        assertThat(instance)
                .hasPassedInOrder("facts-changed", "propose-reclassification", "what-has-changed")
                .hasPassed("severity-unchanged", "nothing-changed", "support-unchanged")
                .hasNotPassed("confirm-reclassification", "run-national-response-later", "ask-city-for-support-later");
    }

    @Test
    void newFactsThatMakeTheIncidentSeriousAreConfirmedByTheOffice() {
        responding();
        message("facts-changed", "spreading", true);

        waitsFor("choose-plan", "confirm-reclassification");
        assertThat(instance)
                .variables()
                .containsEntry("severity", "ordinary")
                .containsEntry("proposedSeverity", "serious");
        office("confirm-reclassification", "severity", "serious");
        waitsFor("choose-plan");
        assertThat(instance)
                .hasPassedInOrder("propose-reclassification", "confirm-reclassification", "severity-settled")
                .hasPassed("nothing-changed", "support-unchanged")
                .hasNotPassed("severity-unchanged", "run-national-response-later", "ask-city-for-support-later");
        assertThat(instance).variables().containsEntry("severity", "serious");
    }

    @Test
    void theOfficeIsNotAskedTwiceForTheSameProposal() {
        responding();
        message("facts-changed", "spreading", true);
        office("confirm-reclassification", "severity", "ordinary");
        message("facts-changed", "controlLost", true);

        waitsFor("choose-plan");
        assertThat(instance).variables().containsEntry("severity", "ordinary");
        assertThat(instance).hasPassedInOrder("severity-settled", "severity-unchanged");
    }

    @Test
    void oneConfirmationIsEnoughHoweverOftenTheFactsAreCorrectedMeanwhile() {
        responding();
        message("facts-changed", "spreading", true);
        message("facts-changed", "spreading", false);
        assertThat(instance).variables().containsEntry("proposedSeverity", "ordinary");
        message("facts-changed", "spreading", true);

        waitsFor("choose-plan", "confirm-reclassification");
        assertThat(instance).variables().containsEntry("proposedSeverity", "serious");
        office("confirm-reclassification", "severity", "ordinary");
        message("facts-changed", "spreading", false);
        message("facts-changed", "spreading", true);
        waitsFor("choose-plan", "confirm-reclassification");
    }

    @Test
    void newFactsThatCallForAnUpgradeHaveItProposedBesideTheResponse() {
        serious();
        message("facts-changed", "systemLevel", 5, "upgradeSuspected", true);

        waitsFor("choose-plan", "national-response-work");
        assertThat(called("national-response")).hasBusinessKey(StandIns.CODE);
        assertThat(instance)
                .hasPassed("severity-unchanged", "support-unchanged")
                .hasNotPassed("confirm-reclassification", "nothing-changed", "ask-city-for-support-later");
        finish("national-response");
        assertThat(instance).hasPassedInOrder("run-national-response-later", "later-upgrade-settled");
    }

    @Test
    void anUpgradeIsProposedOnlyOnce() {
        serious();
        message("facts-changed", "systemLevel", 5, "upgradeSuspected", true);
        message("facts-changed", "controlLost", true);

        waitsFor("choose-plan", "national-response-work");
        assertThat(instance).hasPassed("nothing-changed");
    }

    @Test
    void anUpgradeUnderWayIsNotProposedAgainHoweverItsFactsAreCorrected() {
        serious();
        message("facts-changed", "systemLevel", 5, "upgradeSuspected", true);
        message("facts-changed", "upgradeSuspected", false);
        assertThat(instance).variables().containsEntry("proposeUpgrade", false);
        message("facts-changed", "upgradeSuspected", true);

        waitsFor("choose-plan", "national-response-work");
        assertThat(instance).variables().containsEntry("proposeUpgrade", true);
    }

    @Test
    void anUpgradeThatWasSettledIsProposedAgainWhenNewFactsCallForIt() {
        serious();
        message("facts-changed", "systemLevel", 5, "upgradeSuspected", true);
        finish("national-response");
        message("facts-changed", "upgradeSuspected", false);
        waitsFor("choose-plan");
        message("facts-changed", "upgradeSuspected", true);

        waitsFor("choose-plan", "national-response-work");
    }

    @Test
    void anUpgradeBeingProposedByTheEscalationIsNotProposedASecondTimeBesideIt() {
        received();
        verified("systemLevel", 4, "spreading", true, "upgradeSuspected", true);
        classified("serious");
        message("facts-changed", "upgradeSuspected", false);
        message("facts-changed", "upgradeSuspected", true);

        waitsFor("initial-handling-system-fault-work", "national-response-work");
        assertThat(instance).hasNotPassed("run-national-response-later");
    }

    @Test
    void newFactsBeyondTheCommunesCapabilityHaveTheCityAskedOnce() {
        responding();
        message("facts-changed", "beyondCapability", true);

        waitsFor("choose-plan", "city-support-work");
        assertThat(instance)
                .hasPassedInOrder("propose-reclassification", "ask-city-for-support-later", "city-asked-later")
                .hasPassed("severity-unchanged", "nothing-changed")
                .hasNotPassed("support-unchanged", "confirm-reclassification");
        message("facts-changed", "personalDataHarm", true);
        waitsFor("choose-plan", "city-support-work");
        assertThat(instance).hasPassed("support-unchanged");
    }

    @Test
    void newFactsMayCallForAllThreeAtOnce() {
        responding();
        message("facts-changed", "systemLevel", 4, "spreading", true, "beyondCapability", true);

        waitsFor("choose-plan", "confirm-reclassification", "national-response-work", "city-support-work");
        assertThat(instance).hasNotPassed("severity-unchanged", "nothing-changed", "support-unchanged");
    }

    @Test
    void factsThatChangeBeforeTheClassificationWaitForIt() {
        received();
        verified();
        message("facts-changed", "systemLevel", 4, "spreading", true, "beyondCapability", true);

        waitsFor("confirm-classification", "initial-handling-system-fault-work");
        assertThat(instance).hasPassed("severity-unchanged", "nothing-changed", "support-unchanged");
        classified("serious");
        waitsFor("initial-handling-system-fault-work", "national-response-work", "city-support-work");
    }

    @Test
    void anInterruptionThatReachesItsLimitIsReassessed() {
        OffsetDateTime since = OffsetDateTime.parse("2026-03-02T07:30:00+07:00");
        clock(since);
        responding();
        message("service-interrupted", "serviceDownSince", since.toString());
        assertThat(instance).isWaitingAt("outage-limit-reached");
        assertThat(job().getDuedate()).isEqualTo(Date.from(since.plusHours(8).toInstant()));

        clock(since.plusHours(8).minusMinutes(1));
        assertThat(dueJobs()).isZero();
        clock(since.plusHours(8).plusSeconds(1));
        assertThat(dueJobs()).isOne();
        execute(job());

        waitsFor("choose-plan", "confirm-reclassification");
        assertThat(instance)
                .hasPassedInOrder("outage-limit-reached", "reassess-outage", "outage-reassessed")
                .hasPassedInOrder("facts-changed", "propose-reclassification")
                .variables()
                .containsEntry("proposedSeverity", "serious");
    }

    // What the stories have in common

    private void received() {
        start("title", "Máy chủ một cửa không vào được", "detectedAt", "2026-03-02T07:30:00+07:00");
        office("acknowledge-report");
    }

    private void verified(Object... facts) {
        runtime().setVariables(instance.getId(), values("verificationResult", "incident", "kind", "system-fault"));
        office("verify-incident", facts);
    }

    private void classified(String severity) {
        office("confirm-classification", "severity", severity);
    }

    private void responding() {
        received();
        verified();
        classified("ordinary");
        finish("initial-handling-system-fault");
    }

    private void serious() {
        received();
        verified("spreading", true);
        classified("serious");
        finish("initial-handling-system-fault");
    }

    private void contained() {
        police("analyse-scope-and-origin");
        cultureSocial("contain-incident");
    }

    private void cleaned() {
        contained();
        cultureSocial("eradicate-threat");
        cultureSocial("restore-service");
    }

    private void closing() {
        responding();
        office("choose-plan", "needsDirection", "no");
        cleaned();
        office("check-system", "systemStable", "yes");
    }

    private void scene(boolean held) {
        runtime().setVariable(instance.getId(), "sceneHeld", held);
    }

    private static void clock(OffsetDateTime now) {
        ClockUtil.setCurrentTime(Date.from(now.toInstant()));
    }

    private long dueJobs() {
        return engine().getManagementService().createJobQuery().executable().count();
    }

    private void assertCancelled() {
        waitsFor();
        assertThat(instance).isEnded().hasPassed("incident-cancelled", "incident-cancelled-end");
        assertThat(outcomes()).containsExactly("cancelled");
    }
}
