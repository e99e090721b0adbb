package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.incident.StageVisit;
import vn.ungcuu.incident.TimelineEntry;

@ProcedureTest
class DoorsTests {

    @Autowired
    People people;

    @Autowired
    Doors doors;

    @Autowired
    CloseGate gate;

    @Autowired
    Incidents incidents;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Test
    void everyoneSeesTheDoorsOfHisOffice() {
        String code = people.respond(Map.of(), "ordinary");
        assertThat(ids(code, "vanphong"))
                .containsExactly(
                        "add-information", "correct-fact", "reclassify", "request-city-support", "cancel-incident");
        assertThat(ids(code, "congan")).containsExactly("add-information", "request-city-support", "keep-scene");
        assertThat(ids(code, "vanhoa")).containsExactly("add-information");
        assertThat(ids(code, "lanhdao")).containsExactly("add-information", "request-city-support", "cancel-incident");
        assertThat(ids(code, "dieuphoi")).containsExactly("add-information");
        assertThat(ids(code, "donvi")).isEmpty();
        assertThat(ids(code, "admin")).isEmpty();
    }

    @Test
    void whoHasNoRightIsTurnedAwayHoweverHeComes() {
        String code = people.respond(Map.of(), "ordinary");
        refused(
                "vanhoa",
                "cancel-incident",
                code,
                Map.of("cancelReason", "Nhầm"),
                "do Văn phòng HĐND và UBND hoặc Lãnh đạo UBND xã thực hiện");
        refused("donvi", "add-information", code, Map.of("information", "Tôi biết"), "không có quyền xem");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> doors.perform("add-information", code, null, Map.of("information", "Không tên")));
        assertThat(people.told(code)).doesNotContain("Hủy hồ sơ", "Bổ sung thông tin");
    }

    @Test
    void informationIsWrittenOnceHoweverOftenTheButtonIsPressed() {
        String code = people.report(Map.of());
        perform("vanphong", "add-information", code, Map.of("information", "Đã gọi nhà cung cấp."));
        refused(
                "vanphong",
                "add-information",
                code,
                Map.of("information", "Đã gọi nhà cung cấp."),
                "vừa được ghi nhận");
        assertThat(people.told(code)).containsOnlyOnce("Bổ sung thông tin");
    }

    @Test
    void correctionShowsOldAndNewAndCountsOnlyWhatIsDifferent() {
        String code = people.respond(Map.of("systemLevel", 2), "ordinary");
        perform(
                "vanphong",
                "correct-fact",
                code,
                Map.of("kind", "system-fault", "systemLevel", 3, "correctionReason", "Xem lại hồ sơ cấp độ"));
        TimelineEntry entry = last(code, "Sửa thông tin");
        assertThat(entry.details())
                .hasSize(2)
                .containsEntry("Lý do sửa", "Xem lại hồ sơ cấp độ")
                .hasEntrySatisfying(
                        "Cấp độ của hệ thống",
                        value -> assertThat(value.toString())
                                .contains("Cấp độ 2")
                                .contains("→ Cấp độ 3"));
        refused(
                "vanphong",
                "correct-fact",
                code,
                Map.of("systemLevel", 3, "correctionReason", "Không gì mới"),
                "Chưa có mục nào thay đổi");
    }

    @Test
    void correctedReportReachesRecordAndProcedureWithoutReassessment() {
        String code = people.respond(Map.of(), "ordinary");
        String before = people.incident(code).title();
        Map<String, Object> corrected = Map.of(
                "title", "Máy chủ một cửa bị mã hóa",
                "description", "Không phải máy trạm.",
                "detectedAt", "2026-01-04T07:15:00+07:00",
                "reporterName", "Trần Thị Bưởi",
                "reporterContact", "0900000000");
        Map<String, Object> answers = new HashMap<>(corrected);
        answers.put("correctionReason", "Hỏi lại người báo");
        List<String> tasks = people.openTasks(code);
        perform("vanphong", "correct-fact", code, answers);

        Incident incident = people.incident(code);
        assertThat(incident.title()).isEqualTo("Máy chủ một cửa bị mã hóa");
        assertThat(incident.description()).isEqualTo("Không phải máy trạm.");
        assertThat(incident.detectedAt()).isEqualTo(Instant.parse("2026-01-04T00:15:00Z"));
        assertThat(incident.reporterName()).isEqualTo("Trần Thị Bưởi");
        assertThat(incident.reporterContact()).isEqualTo("0900000000");
        Map<String, Object> variables = runtime.getVariables(incident.processInstanceId());
        assertThat(variables).containsAllEntriesOf(corrected);
        assertThat(variables.get("knownFacts").toString()).contains("04/01/2026 07:15", "Máy chủ một cửa bị mã hóa");
        assertThat(last(code, "Sửa thông tin").details())
                .containsEntry("Tóm tắt sự cố", before + " → Máy chủ một cửa bị mã hóa")
                .hasEntrySatisfying(
                        "Thời điểm phát hiện",
                        value -> assertThat(value.toString()).endsWith(" → 04/01/2026 07:15"));
        assertThat(people.openTasks(code)).isEqualTo(tasks);
        refused(
                "vanphong",
                "correct-fact",
                code,
                Map.of("detectedAt", "2099-01-04T07:15:00+07:00", "correctionReason", "Nhầm"),
                "không được ở tương lai");
    }

    @Test
    void correctedFactIsAskedAboutAgainWhenItMakesTheIncidentSerious() {
        String code = people.respond(Map.of(), "ordinary");
        perform(
                "vanphong",
                "correct-fact",
                code,
                Map.of("spreading", true, "crimeSigns", true, "correctionReason", "Đã lan sang máy khác"));
        assertThat(people.openTasks(code)).contains("confirm-reclassification", "record-crime-signs");
        people.complete(code, "confirm-reclassification", Map.of("severity", "serious"));
        assertThat(people.incident(code).severity()).isEqualTo("serious");
        assertThat(runtime.getVariable(people.incident(code).processInstanceId(), "severityName"))
                .isEqualTo("Nghiêm trọng (NĐ 331)");
    }

    @Test
    void officerReclassifiesWithAReason() {
        String code = people.respond(Map.of(), "ordinary");
        perform(
                "vanphong",
                "reclassify",
                code,
                Map.of("kind", "system-fault", "severity", "serious", "reclassifyReason", "Theo chỉ đạo"));
        assertThat(people.incident(code).severity()).isEqualTo("serious");
        assertThat(last(code, "Phân loại lại").details())
                .containsEntry("Mức độ sự cố", "Thông thường → Nghiêm trọng (NĐ 331)");
    }

    @Test
    void twoRequestsForSupportAreToldApartByTheirNumbers() {
        String code = people.respond(Map.of(), "ordinary");
        askForSupport(code, "Phân tích mã độc");
        people.complete(code, "send-support-request");
        askForSupport(code, "Khôi phục dữ liệu");
        people.complete(code, "send-support-request");
        List<Door> answers = doors.openDoors(code, "vanphong").stream()
                .filter(door -> door.id().equals("support-answered"))
                .toList();
        assertThat(answers)
                .extracting(Door::name)
                .containsExactly(
                        "Ghi câu trả lời của thành phố (yêu cầu số 1)", "Ghi câu trả lời của thành phố (yêu cầu số 2)");

        String second = answers.get(1).executionId();
        answerSupport(code, second, "declined");
        assertThat(doors.openDoors(code, "vanphong"))
                .extracting(Door::name)
                .contains("Ghi câu trả lời của thành phố (yêu cầu số 1)")
                .doesNotContain("Ghi câu trả lời của thành phố (yêu cầu số 2)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answerSupport(code, second, "declined"))
                .withMessageContaining("không còn chờ câu trả lời này");

        assertThat(gate.openReasons(people.incident(code)))
                .contains("yêu cầu hỗ trợ số 1 chưa kết thúc", "quy trình chưa tới bước kết thúc");
        people.handle(code);
        assertThat(gate.openReasons(people.incident(code))).containsExactly("yêu cầu hỗ trợ số 1 chưa kết thúc");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.complete(code, "summarise-incident"))
                .withMessage("Chưa thể đóng hồ sơ: yêu cầu hỗ trợ số 1 chưa kết thúc.");
        answerSupport(code, answers.get(0).executionId(), "guidance");
        people.complete(code, List.of("follow-support"));
        assertThat(gate.openReasons(people.incident(code))).isEmpty();
        people.complete(code, List.of("summarise-incident", "approve-closure"));
        assertThat(people.incident(code).open()).isFalse();
    }

    @Test
    void doorOfOneIncidentDoesNotOpenTheWaitOfAnother() {
        String mine = people.respond(Map.of(), "ordinary");
        String other = people.respond(Map.of(), "ordinary");
        askForSupport(other, "Phân tích mã độc");
        people.complete(other, "send-support-request");
        String wait = doors.openDoors(other, "vanphong").stream()
                .filter(door -> door.id().equals("support-answered"))
                .findFirst()
                .orElseThrow()
                .executionId();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> answerSupport(mine, wait, "guidance"));
    }

    @Test
    void sceneIsHeldAndReleased() {
        String code = people.respond(Map.of(), "ordinary");
        people.complete(code, List.of("choose-plan", "analyse-scope-and-origin", "contain-incident"));
        perform("congan", "keep-scene", code, Map.of("orderedBy", "PA05", "holdScope", "Máy chủ"));
        assertThat(people.openTasks(code)).isEmpty();
        assertThat(people.timeline(code))
                .filteredOn(entry -> entry.what().equals("Dừng việc: Gỡ bỏ, khắc phục điểm yếu"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.office()).isEqualTo("police"));
        assertThat(ids(code, "congan")).contains("release-scene").doesNotContain("keep-scene");
        perform("congan", "release-scene", code, Map.of("releasedBy", "PA05", "releaseReason", "Xong"));
        assertThat(people.openTasks(code)).containsExactly("eradicate-threat");
    }

    @Test
    void cancelledIncidentEndsEverythingAtOnce() {
        String code = people.respond(Map.of("crimeSigns", true), "ordinary");
        askForSupport(code, "Phân tích mã độc");
        perform("lanhdao", "cancel-incident", code, Map.of("cancelReason", "Nhập nhầm hai lần"));
        assertThat(people.incident(code).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count())
                .isZero();
        refused("lanhdao", "cancel-incident", code, Map.of("cancelReason", "Lần nữa"), "có thể đã có người làm");
    }

    @Test
    void closedRecordIsReopenedUnderItsCodeWithEverythingKnown() {
        String code = people.respond(Map.of("systemLevel", 2), "ordinary");
        people.handle(code);
        people.complete(code, List.of("summarise-incident", "approve-closure"));
        assertThat(ids(code, "vanphong")).containsExactly("reopen-incident");
        perform("vanphong", "reopen-incident", code, Map.of("reopenReason", "Tái diễn"));
        assertThat(people.incident(code).open()).isTrue();
        assertThat(people.openTasks(code)).containsExactly("choose-plan");
        assertThat(runtime.getVariables(people.incident(code).processInstanceId()))
                .containsEntry("systemLevel", 2)
                .containsEntry("severityName", "Thông thường")
                .containsEntry("code", code);
        people.handle(code);
        people.complete(code, List.of("summarise-incident", "approve-closure"));
        assertThat(people.incident(code).outcome()).isEqualTo(Outcome.RESOLVED);
    }

    @Test
    void stagesBrokenOffAreNotDoneAndAreGoneThroughAgain() {
        String code = people.respond(Map.of(), "ordinary");
        perform("lanhdao", "cancel-incident", code, Map.of("cancelReason", "Nhập nhầm"));
        assertThat(incidents.stagesOf(code))
                .filteredOn(visit -> visit.leftAt() == null)
                .extracting(StageVisit::stage)
                .containsExactly("respond");
        perform("lanhdao", "reopen-incident", code, Map.of("reopenReason", "Hủy nhầm"));
        assertThat(incidents.stagesOf(code)).extracting(StageVisit::stage).containsExactly("receive", "detect");
    }

    @Test
    void sameWordsAfterSomethingElseAreMeant() {
        String code = people.respond(Map.of(), "ordinary");
        for (int round = 0; round < 2; round++) {
            perform("congan", "keep-scene", code, Map.of("orderedBy", "PA05", "holdScope", "Máy chủ"));
            perform("congan", "release-scene", code, Map.of("releasedBy", "PA05", "releaseReason", "Xong"));
        }
        assertThat(people.told(code).stream().filter("Thôi giữ nguyên hiện trạng"::equals))
                .hasSize(2);
    }

    @Test
    void sceneIsNotHeldUntilYesterday() {
        String code = people.respond(Map.of(), "ordinary");
        refused(
                "congan",
                "keep-scene",
                code,
                Map.of("orderedBy", "PA05", "holdScope", "Máy chủ", "heldUntil", people.ago(24 * 60)),
                "Mục “Giữ nguyên đến” không được ở quá khứ.");
    }

    @Test
    void recordIsNotClosedWhileAServiceIsDown() {
        String code = people.respond(Map.of("serviceDownSince", people.ago(50)), "ordinary");
        people.handle(code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.complete(code, "summarise-incident"))
                .withMessageContaining("dịch vụ còn ghi là đang gián đoạn");
        perform(
                "vanphong",
                "correct-fact",
                code,
                Map.of("serviceRestoredAt", people.ago(1), "correctionReason", "Đã chạy lại"));
        people.complete(code, List.of("summarise-incident", "approve-closure"));
        assertThat(people.incident(code).open()).isFalse();
    }

    @Test
    void cardsOfParallelTasksShowTheirStage() {
        String code = people.respond(Map.of(), "ordinary");
        people.complete(code, "choose-plan");
        assertThat(tasks.getVariablesLocal(people.task(code, "contain-incident").getId()))
                .containsEntry("stageName", "Ứng cứu, khắc phục");
    }

    @Test
    void falseAlarmIsVerifiedAgainWhenReopened() {
        String code = people.verified(Map.of("verificationResult", "false-alarm", "kind", "-"));
        people.complete(code, "answer-reporter");
        perform("vanphong", "reopen-incident", code, Map.of("reopenReason", "Có thông tin mới"));
        assertThat(people.openTasks(code)).containsExactly("verify-incident");
    }

    @Test
    void heldSceneOutlivesCancelling() {
        String code = people.respond(Map.of(), "ordinary");
        perform("congan", "keep-scene", code, Map.of("orderedBy", "PA05", "holdScope", "Máy chủ"));
        refused("lanhdao", "cancel-incident", code, Map.of("cancelReason", "Nhập nhầm"), "giữ nguyên hiện trạng");
        assertThat(people.incident(code).open()).isTrue();
    }

    @Test
    void cancelledIncidentIsVerifiedAndClassifiedAgainWhenReopened() {
        String code = people.respond(Map.of("crimeSigns", true, "systemLevel", 2), "ordinary");
        perform("lanhdao", "cancel-incident", code, Map.of("cancelReason", "Nhập nhầm"));
        perform("lanhdao", "reopen-incident", code, Map.of("reopenReason", "Hủy nhầm"));
        // The police's own branch was dropped by cancelling; the signs of a crime are still there.
        assertThat(people.openTasks(code)).containsExactlyInAnyOrder("verify-incident", "record-crime-signs");
        assertThat(runtime.getVariables(people.incident(code).processInstanceId()))
                .containsEntry("systemLevel", 2)
                .doesNotContainKeys("severity", "proposeUpgrade", "verificationNote")
                .containsEntry("severityName", "Chưa phân loại");
        assertThat(people.incident(code).severity()).isNull();
        assertThat(ids(code, "vanphong")).doesNotContain("reclassify");
    }

    @Test
    void factCorrectedWhileTheClassificationIsBeingConfirmedChangesTheProposal() {
        String code = people.verified(Map.of());
        perform("vanphong", "correct-fact", code, Map.of("controlLost", true, "correctionReason", "Mới biết"));
        assertThat(runtime.getVariable(people.incident(code).processInstanceId(), "proposedSeverity"))
                .isEqualTo("serious");
        assertThat(people.openTasks(code))
                .contains("confirm-classification")
                .doesNotContain("confirm-reclassification");
    }

    @Test
    void calledProcessLearnsWhatBecomesKnownElsewhere() {
        String code = people.verified(Map.of());
        people.complete(code, "confirm-classification", Map.of("severity", "ordinary"));
        perform("congan", "keep-scene", code, Map.of("orderedBy", "PA05", "holdScope", "Máy chủ"));
        String called = people.task(code, "protect-data").getProcessInstanceId();
        assertThat(called).isNotEqualTo(people.incident(code).processInstanceId());
        assertThat(runtime.getVariables(called))
                .containsEntry("severity", "ordinary")
                .containsEntry("severityName", "Thông thường")
                .hasEntrySatisfying(
                        "knownFacts",
                        facts -> assertThat(facts.toString()).containsIgnoringCase("giữ nguyên hiện trạng"));
    }

    @Test
    void stepThatComesRoundAgainIsAnsweredAgain() {
        String code = people.respond(Map.of(), "ordinary");
        people.complete(
                code,
                List.of(
                        "choose-plan",
                        "analyse-scope-and-origin",
                        "contain-incident",
                        "eradicate-threat",
                        "restore-service"));
        people.complete(code, "check-system", Map.of("systemStable", "no"));
        String task = people.task(code, "contain-incident").getId();
        // Not an empty answer either: Tasklist would send it back as one without a type.
        assertThat(tasks.getVariables(task))
                .doesNotContainKey("containedAt")
                .containsKey("containmentMeasures"); // what was written is written on
        assertThat(tasks.getVariable(task, "severity")).isEqualTo("ordinary");
        people.complete(
                code,
                List.of(
                        "analyse-scope-and-origin",
                        "contain-incident",
                        "eradicate-threat",
                        "restore-service",
                        "check-system"));
        assertThat(people.openTasks(code)).containsExactly("summarise-incident");
    }

    @Test
    void wrongAnswerIsRefusedInVietnameseAndNothingIsDone() {
        String code = people.report(Map.of());
        refused("lanhdao", "cancel-incident", code, Map.of(), "Lý do hủy");
        assertThat(people.incident(code).open()).isTrue();
        assertThat(people.told(code)).doesNotContain("Hủy hồ sơ");
    }

    @Test
    void whatWasAskedForByTheDoorIsThereToBeLookedOver() {
        String code = people.respond(Map.of(), "ordinary");
        askForSupport(code, "Phân tích mã độc");
        assertThat(tasks.getVariables(people.task(code, "send-support-request").getId()))
                .containsEntry("supportAddressee", "city-team")
                .containsEntry("supportNeeded", "Phân tích mã độc");
    }

    private void askForSupport(String code, String what) {
        perform(
                "vanphong",
                "request-city-support",
                code,
                Map.of("supportAddressee", "city-team", "supportNeeded", what));
    }

    private void answerSupport(String code, String executionId, String answer) {
        people.as(
                "vanphong",
                () -> doors.perform(
                        "support-answered",
                        code,
                        executionId,
                        Map.of("supportAnswer", answer, "answeredBy", "Đội ứng cứu")));
    }

    private void perform(String user, String door, String code, Map<String, Object> values) {
        people.as(user, () -> doors.perform(door, code, null, values));
    }

    private void refused(String user, String door, String code, Map<String, Object> values, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> perform(user, door, code, values))
                .withMessageContaining(why);
    }

    private List<String> ids(String code, String user) {
        return doors.openDoors(code, user).stream().map(Door::id).toList();
    }

    private TimelineEntry last(String code, String what) {
        return people.timeline(code).stream()
                .filter(entry -> entry.what().equals(what))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
