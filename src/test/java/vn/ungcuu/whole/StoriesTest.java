package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.procedure.Door;
import vn.ungcuu.procedure.Refusal;

/** What can happen to an incident besides the ordinary course, each told to its end. */
@WholeApplication
class StoriesTest {

    /** The part of {@code verify-incident} every story shares unless it says otherwise. */
    private static final Map<String, Object> FAULT = Map.of("verificationResult", "incident", "kind", "system-fault");

    private static final Map<String, Object> MAY_BE_SERIOUS = Map.of(
            "kind",
            "network-attack",
            "attackType",
            "malware",
            "systemLevel",
            4,
            "spreading",
            true,
            "upgradeSuspected",
            true);

    @Autowired
    BeanFactory application;

    @BeforeEach
    void stopTheClock() {
        WallClock.set(OffsetDateTime.parse("2026-06-01T08:00:00+07:00"));
    }

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void nearMissIsRecordedAndLearntFrom() {
        Crew crew = crew(Map.of("verificationResult", "near-miss"));
        String code = report(crew);
        crew.finish(code);
        closedProperly(crew, code, "near-miss");
        assertThat(crew.stages(code)).containsExactly("receive", "detect");
    }

    @Test
    void secondReportOfTheSameIncidentPointsToTheFirst() {
        String first = report(crew(Map.of()));
        Crew crew = crew(Map.of("verificationResult", "duplicate"));
        String second = report(crew);
        crew.complete(second, "acknowledge-report");

        for (String wrong : List.of("SC-2026-9999", "không nhớ", second)) {
            crew.answering("verify-incident", "duplicateOf", wrong);
            assertThatThrownBy(() -> crew.complete(second, "verify-incident"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Mục “");
        }
        crew.answering("verify-incident", "duplicateOf", " " + first.toLowerCase(java.util.Locale.ROOT));
        crew.finish(second);

        closedProperly(crew, second, "duplicate");
        assertThat(crew.incident(second).duplicateOf()).isEqualTo(first);
        assertThat(crew.incident(first).open()).isTrue();
    }

    @Test
    void upgradeIsProposedAtOnceAndTheCommuneDoesItsShare() {
        Crew crew = crew(MAY_BE_SERIOUS);
        String code = report(crew);
        crew.finish(code);
        closedProperly(crew, code, "resolved");
        Incident incident = crew.incident(code);
        assertThat(incident.severity()).isEqualTo("serious");
        assertThat(incident.facts()).containsEntry("proposeUpgrade", true);
        assertThat(tasks(crew))
                .containsSubsequence(
                        "draft-upgrade-proposal",
                        "sign-upgrade-proposal",
                        "hand-over-evidence",
                        "archive-national-response")
                .contains("provide-scope-data", "supply-logs-and-repair");
        // An answer takes days; the commune does not wait for it with its own response.
        assertThat(crew.told(code))
                .containsSubsequence(
                        "Hoàn thành: Ký, gửi đề nghị nâng cấp",
                        "Hoàn thành: Kiểm tra, đánh giá toàn bộ hệ thống",
                        "Sự kiện: Cơ quan có thẩm quyền trả lời",
                        "Sự kiện: Thông báo kết thúc ứng cứu",
                        "Bắt đầu giai đoạn “Kết thúc, tổng kết”");
    }

    @Test
    void declinedUpgradeLeavesTheOrdinaryProcedure() {
        Crew crew = crew(MAY_BE_SERIOUS).answering("upgrade-answered", "upgradeAccepted", "no");
        String code = report(crew);
        crew.finish(code);
        closedProperly(crew, code, "resolved");
        assertThat(tasks(crew))
                .contains("sign-upgrade-proposal", "check-system")
                .doesNotContain("provide-scope-data", "hand-over-evidence", "archive-national-response");
    }

    @Test
    void officerOverridesTheProposalOnlyWithAReasonAndBothAreKept() {
        Crew crew = crew(Map.of())
                .answering("confirm-classification", "severity", "serious")
                .answering("confirm-classification", "overrideReason", null);
        String code = report(crew);
        crew.workUntil(code, "confirm-classification");
        assertThatThrownBy(() -> crew.complete(code, "confirm-classification"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chưa có nội dung");
        assertThat(crew.incident(code).severity()).isNull();

        crew.answering("confirm-classification", "overrideReason", "Sắp đến kỳ chi trả, không thể ngừng.");
        crew.finish(code);
        closedProperly(crew, code, "resolved");
        assertThat(crew.incident(code).severity()).isEqualTo("serious");
        assertThat(crew.incident(code).facts())
                .containsEntry("proposedSeverity", "ordinary")
                .containsEntry("overrideReason", "Sắp đến kỳ chi trả, không thể ngừng.");
    }

    @Test
    void cancellingDropsEverythingThatIsUnderWay() {
        Crew crew = crew(with(MAY_BE_SERIOUS, "beyondCapability", true, "crimeSigns", true))
                .answering("cancel-incident", "cancelReason", "Nhập nhầm sổ.");
        String code = report(crew);
        crew.workUntil(code, "analyse-scope-and-origin");
        assertThat(crew.openTasks(code)).hasSizeGreaterThan(1);

        crew.goThrough("cancel-incident", code);

        Record.of(crew, code).isClosed("cancelled").leavesNothingOpen();
        assertThat(crew.told(code)).contains("Hủy hồ sơ", "Đã hủy hồ sơ");
        assertThat(crew.timeline(code))
                .anySatisfy(entry -> assertThat(entry.details()).containsValue("Nhập nhầm sổ."));
    }

    @Test
    void resolvedIncidentReopensInTheResponseUnderItsCode() {
        Crew crew = crew(Map.of());
        String code = report(crew);
        crew.finish(code);
        closedProperly(crew, code, "resolved");
        int told = crew.told(code).size();

        crew.goThrough("reopen-incident", code);
        assertThat(crew.incident(code).open()).isTrue();
        assertThat(crew.incident(code).outcome()).isNull();
        assertThat(crew.incident(code).closedAt()).isNull();
        assertThat(crew.openTasks(code)).containsExactly("choose-plan");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(crew.told(code)).hasSizeGreaterThan(told);
        assertThat(instances(crew, code, "incident-response")).hasSize(2);
    }

    @Test
    void reopenedFalseAlarmIsVerifiedAgain() {
        Crew crew = crew(Map.of()).answering("verify-incident", "verificationResult", "false-alarm");
        String code = report(crew);
        crew.finish(code);
        closedProperly(crew, code, "false-alarm");

        crew.goThrough("reopen-incident", code);
        assertThat(crew.openTasks(code)).containsExactly("verify-incident");
        crew.answering("verify-incident", "verificationResult", "incident");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(crew.incident(code).severity()).isEqualTo("ordinary");
    }

    @Test
    void outageThatPassesEightHoursHasTheSeverityLookedAtAgain() {
        Crew crew = crew(
                Map.of("serviceDownSince", FormFiller.moment(WallClock.now().minusHours(2))));
        String code = report(crew);
        crew.workUntil(code, "choose-plan");
        assertThat(crew.incident(code).severity()).isEqualTo("ordinary");
        assertThat(crew.openTasks(code)).doesNotContain("confirm-reclassification");

        crew.wait(code, Duration.ofHours(7));
        assertThat(crew.openTasks(code)).contains("confirm-reclassification", "choose-plan");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(crew.incident(code).severity()).isEqualTo("serious");
        Record.of(crew, code)
                .tells(EntryKind.TIMER, "Đến hạn: Gián đoạn đến giới hạn")
                .tells(EntryKind.MESSAGE, "Sự kiện: Dịch vụ bị gián đoạn", "Sự kiện: Tình hình thay đổi")
                .tells(EntryKind.DECISION, "Bảng quyết định: Tính lại mức độ sự cố");
        // A serious incident closes with its risks assessed anew.
        assertThat(crew.incident(code).facts()).containsKey("riskReassessment");
    }

    @Test
    void outageThatEndsInTimeChangesNothing() {
        Crew crew = crew(Map.of(
                        "serviceDownSince", FormFiller.moment(WallClock.now().minusHours(2))))
                .answering("check-system", "systemStable", "no");
        String code = report(crew);
        crew.workUntil(code, "check-system");
        assertThat(crew.incident(code).facts().get("serviceRestoredAt")).isNotNull();

        crew.wait(code, Duration.ofHours(12));
        assertThat(crew.openTasks(code)).containsExactly("check-system");
        assertThat(crew.jobsOfTheProcedure(code)).isEmpty();

        crew.answering("check-system", "systemStable", "yes").finish(code);
        closedProperly(crew, code, "resolved");
        assertThat(crew.incident(code).severity()).isEqualTo("ordinary");
    }

    @Test
    void crimeSignsFoundLaterStartThePolicesWork() {
        Crew crew = crew(Map.of()).answering("correct-fact", "crimeSigns", true);
        String code = report(crew);
        crew.workUntil(code, "choose-plan");
        assertThat(crew.openTasks(code)).doesNotContain("record-crime-signs");

        crew.goThrough("correct-fact", code);
        assertThat(crew.openTasks(code)).contains("record-crime-signs");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(tasks(crew)).containsSubsequence("record-crime-signs", "transfer-to-city-police");
        Record.of(crew, code).tells(EntryKind.MESSAGE, "Sự kiện: Có dấu hiệu tội phạm");
        assertThat(crew.incident(code).facts()).containsEntry("crimeSigns", true);
    }

    @Test
    void whatTurnsOutToBeBeyondTheCommuneIsTakenToTheCity() {
        Crew crew = crew(Map.of()).answering("correct-fact", "beyondCapability", true);
        String code = report(crew);
        crew.workUntil(code, "choose-plan");

        crew.goThrough("correct-fact", code);
        assertThat(crew.openTasks(code)).contains("send-support-request");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(instances(crew, code, "city-support")).hasSize(1);
    }

    @Test
    void upgradeThatBecomesNecessaryLaterIsProposedOnce() {
        Crew crew = crew(with(MAY_BE_SERIOUS, "upgradeSuspected", false))
                .answering("correct-fact", "upgradeSuspected", true);
        String code = report(crew);
        crew.workUntil(code, "analyse-scope-and-origin");
        assertThat(instances(crew, code, "national-response")).isEmpty();

        crew.goThrough("correct-fact", code);
        assertThat(crew.openTasks(code)).contains("draft-upgrade-proposal");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(instances(crew, code, "national-response")).hasSize(1);
    }

    @Test
    void heldSceneStopsEradicationUntilItIsReleased() {
        Crew crew = crew(Map.of());
        String code = report(crew);
        crew.workUntil(code, "eradicate-threat");

        crew.goThrough("keep-scene", code);
        assertThat(crew.openTasks(code)).isEmpty();
        crew.goThrough("release-scene", code);
        assertThat(crew.openTasks(code)).containsExactly("eradicate-threat");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(crew.told(code))
                .containsSubsequence(
                        "Giữ nguyên hiện trạng",
                        "Tình hình: Có yêu cầu giữ nguyên hiện trạng",
                        "Thôi giữ nguyên hiện trạng",
                        "Tình hình: Hết yêu cầu giữ nguyên",
                        "Hoàn thành: Gỡ bỏ, khắc phục điểm yếu");
    }

    @Test
    void sceneHeldEarlyLetsEverythingElseGoOn() {
        Crew crew = crew(Map.of());
        String code = report(crew);
        crew.workUntil(code, "record-scene");
        crew.goThrough("keep-scene", code);
        crew.workUntil(code, "contain-incident");
        crew.complete(code, "contain-incident", "analyse-scope-and-origin");
        assertThat(crew.openTasks(code)).isEmpty();

        crew.goThrough("release-scene", code);
        crew.finish(code);
        closedProperly(crew, code, "resolved");
    }

    @Test
    void recordIsNotClosedWhileTheSceneIsHeld() {
        Crew crew = crew(Map.of());
        String code = report(crew);
        crew.workUntil(code, "summarise-incident");
        crew.goThrough("keep-scene", code);
        assertThatThrownBy(() -> crew.complete(code, "summarise-incident"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Chưa thể đóng hồ sơ: yêu cầu giữ nguyên hiện trạng chưa được gỡ bỏ.");
        assertThat(crew.openTasks(code)).containsExactly("summarise-incident");

        crew.goThrough("release-scene", code);
        crew.finish(code);
        closedProperly(crew, code, "resolved");
    }

    @Test
    void supportRequestsAreAnsweredEachByItself() {
        Crew crew = crew(Map.of());
        String code = report(crew);
        crew.goThrough("request-city-support", code);
        crew.complete(code, "send-support-request");
        crew.answering("request-city-support", "supportNeeded", "Thêm một máy phát điện.");
        crew.goThrough("request-city-support", code);
        crew.complete(code, "send-support-request");
        List<Door> waits = crew.doorsOf(code, "vanphong").stream()
                .filter(door -> door.id().equals("support-answered"))
                .toList();
        assertThat(waits).hasSize(2).extracting(Door::name).anyMatch(name -> name.contains("số 2"));

        crew.workUntil(code, "summarise-incident");
        assertThatThrownBy(() -> crew.complete(code, "summarise-incident"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("yêu cầu hỗ trợ số 1")
                .hasMessageContaining("yêu cầu hỗ trợ số 2");
        crew.answering("support-answered", "supportAnswer", "declined");
        crew.goThrough("support-answered", code);
        assertThat(crew.openTasks(code)).containsExactly("summarise-incident");
        crew.answering("support-answered", "supportAnswer", "on-site");
        crew.goThrough("support-answered", code);
        assertThat(crew.openTasks(code)).contains("follow-support");
        crew.finish(code);

        closedProperly(crew, code, "resolved");
        assertThat(instances(crew, code, "city-support")).hasSize(2);
    }

    @Test
    void unstableSystemIsRespondedToOnceMore() {
        Crew crew = crew(Map.of()).answering("check-system", "systemStable", "no");
        String code = report(crew);
        crew.workUntil(code, "check-system");
        crew.complete(code, "check-system");
        crew.answering("check-system", "systemStable", "yes").finish(code);
        closedProperly(crew, code, "resolved");
        assertThat(tasks(crew).stream().filter("contain-incident"::equals)).hasSize(2);
        assertThat(tasks(crew).stream().filter("choose-plan"::equals)).hasSize(1);
    }

    @Test
    void leadershipDirectsAndMaySendTheSummaryBack() {
        Crew crew = crew(Map.of())
                .answering("choose-plan", "needsDirection", "yes")
                .answering("approve-closure", "closureApproved", "no");
        String code = report(crew);
        crew.workUntil(code, "approve-closure");
        crew.complete(code, "approve-closure");
        assertThat(crew.openTasks(code)).containsExactly("summarise-incident");
        assertThat(crew.shown(code, "summarise-incident", "knownFacts"))
                .asString()
                .contains("Lãnh đạo yêu cầu bổ sung");
        assertThat(crew.shown(code, "summarise-incident", "rootCause")).isNotNull();
        crew.answering("approve-closure", "closureApproved", "yes").finish(code);
        closedProperly(crew, code, "resolved");
        assertThat(tasks(crew)).contains("direct-response");
        assertThat(crew.incident(code).facts()).doesNotContainKey("closureNote");
    }

    @Test
    void affectedUnitIsAskedAndSeesItsIncident() {
        Crew crew = crew(Map.of("affectedUnit", "unitHealthStation"));
        String code = report(crew);
        assertThat(crew.doorsOf(code, "donvi")).isEmpty();
        crew.workUntil(code, "provide-information");
        crew.complete(code, "provide-information");
        assertThat(crew.doorsOf(code, "donvi")).extracting(Door::id).containsExactly("add-information");
        assertThat(crew.doorsOf(code, "donvi2")).isEmpty();
        crew.finish(code);
        closedProperly(crew, code, "resolved");
    }

    @Test
    void reclassifiedIncidentKeepsOnItsWay() {
        Crew crew = crew(Map.of("kind", "user-error")).answering("reclassify", "severity", "serious");
        String code = report(crew);
        crew.workUntil(code, "choose-plan");
        crew.goThrough("reclassify", code);
        assertThat(crew.incident(code).severity()).isEqualTo("serious");
        crew.finish(code);
        closedProperly(crew, code, "resolved");
        assertThat(crew.incident(code).severity()).isEqualTo("serious");
    }

    @Test
    void lastMinuteOfTheYearStillCountsToIt() {
        WallClock.set(OffsetDateTime.parse("2027-12-31T23:59:00+07:00"));
        assertThat(report(crew(Map.of()))).startsWith("SC-2027-");
        assertThat(report(crew(Map.of()))).isEqualTo("SC-2028-0001");
    }

    private Crew crew(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(FAULT);
        all.putAll(facts);
        return new Crew(application, all);
    }

    private static String report(Crew crew) {
        return crew.send(Map.of(
                "title", "Máy chủ tệp nội bộ không mở được",
                "description", "Từ sáng không ai mở được thư mục dùng chung.",
                "channel", "phone",
                "detectedAt", FormFiller.moment(WallClock.now().minusHours(3)),
                "reporterName", "Nguyễn Văn An"));
    }

    private static void closedProperly(Crew crew, String code, String outcome) {
        Record.of(crew, code).isClosed(outcome).tellsEveryTask().leavesNothingOpen();
    }

    private static List<String> tasks(Crew crew) {
        return crew.done().stream().map(Crew.Done::task).toList();
    }

    private static List<HistoricProcessInstance> instances(Crew crew, String code, String process) {
        return crew.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .processDefinitionKey(process)
                .list();
    }

    private static Map<String, Object> with(Map<String, Object> facts, Object... more) {
        Map<String, Object> all = new HashMap<>(facts);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i].toString(), more[i + 1]);
        }
        return all;
    }
}
