package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.incident.TimelineEntry;

@ProcedureTest
class ProcedureTests {

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Doors doors;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Test
    void incidentIsHandledFromReportToClosure() {
        String code = people.respond(Map.of(), "ordinary");
        people.handle(code);
        people.complete(code, List.of("summarise-incident", "approve-closure"));
        assertThat(people.incident(code).outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(people.incident(code).classifiedAt()).isNotNull();
        assertThat(people.incident(code).containedAt()).isNotNull();
        assertThat(people.incident(code).recoveredAt()).isNotNull();
        assertThat(people.told(code))
                .containsSubsequence(
                        "Bắt đầu giai đoạn “Tiếp nhận”",
                        "Hoàn thành: Xác nhận đã tiếp nhận tin báo",
                        "Kết thúc giai đoạn “Tiếp nhận”",
                        "Bắt đầu giai đoạn “Phát hiện, xác minh”",
                        "Bảng quyết định: Đề xuất mức độ sự cố",
                        "Hoàn thành: Xác nhận mức độ sự cố",
                        "Bắt đầu giai đoạn “Ứng cứu, khắc phục”",
                        "Bắt đầu giai đoạn “Kết thúc, tổng kết”",
                        "Đã đóng hồ sơ");
    }

    @Test
    void falseAlarmIsClosedAsSuch() {
        String code = people.verified(Map.of("verificationResult", "false-alarm", "kind", "-"));
        people.complete(code, "answer-reporter");
        assertThat(people.incident(code).outcome()).isEqualTo(Outcome.FALSE_ALARM);
    }

    @Test
    void entryOfATaskHasTheWordsOfItsFormAndTheOfficeOfTheTask() {
        String code = people.verified(Map.of("crimeSigns", true, "systemLevel", 2));
        TimelineEntry entry = entry(code, "Hoàn thành: Xác minh sự cố");
        assertThat(entry.actorName()).isEqualTo("Nguyễn Thị Lan");
        assertThat(entry.office()).isEqualTo("office");
        assertThat(entry.details())
                .containsEntry("Kết quả xác minh", "Là sự cố")
                .containsEntry("Có dấu hiệu tội phạm", "Có");
    }

    @Test
    void taskIsDueByTheTableAndMoreUrgentWhenTheIncidentIsSerious() {
        String code = people.respond(Map.of(), "ordinary");
        Task plan = people.task(code, "choose-plan");
        assertThat(plan.getDueDate()).isAfter(plan.getCreateTime());
        assertThat(plan.getPriority()).isEqualTo(30);
        Task first = people.task(people.report(Map.of()), "acknowledge-report");
        assertThat(first.getPriority()).isEqualTo(40);
        assertThat(first.getDueDate().getTime() - first.getCreateTime().getTime())
                .isCloseTo(2 * 60 * 60 * 1000L, within(5_000L));
    }

    @Test
    void claimingHandingOnAndReturningATaskAreRecorded() {
        String code = people.report(Map.of());
        String task = people.task(code, "acknowledge-report").getId();
        people.as("vanphong", () -> tasks.claim(task, "vanphong"));
        people.as("vanphong", () -> tasks.claim(task, null));
        tasks.setAssignee(task, "vanphong");
        assertThat(people.told(code))
                .containsSubsequence(
                        "Nhận việc: Xác nhận đã tiếp nhận tin báo",
                        "Trả lại việc: Xác nhận đã tiếp nhận tin báo",
                        "Giao việc cho Nguyễn Thị Lan: Xác nhận đã tiếp nhận tin báo");
        assertThat(entry(code, "Giao việc cho Nguyễn Thị Lan: Xác nhận đã tiếp nhận tin báo")
                        .actorName())
                .isEqualTo("Hệ thống");
    }

    @Test
    void signsTakenBackAndFoundAgainAreOneMatterForThePolice() {
        String code = people.verified(Map.of("crimeSigns", true));
        for (boolean signs : new boolean[] {false, true}) {
            people.as(
                    "vanphong",
                    () -> doors.perform(
                            "correct-fact",
                            code,
                            null,
                            Map.of("crimeSigns", signs, "correctionReason", "Xem lại: " + signs)));
        }
        assertThat(people.openTasks(code)).containsOnlyOnce("record-crime-signs");
    }

    @Test
    void noThatTakesSomethingBackStandsInTheTimeline() {
        String code = people.report(Map.of());
        people.complete(code, "acknowledge-report");
        people.complete(code, "verify-incident", Map.of("operatedByCommune", false));
        assertThat(people.timeline(code))
                .filteredOn(entry -> entry.what().equals("Hoàn thành: Xác minh sự cố"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("Xã trực tiếp vận hành hệ thống này", "Không")
                        .doesNotContainKey("Có dấu hiệu tội phạm"));
    }

    @Test
    void commentOnATaskStandsInTheTimeline() {
        String code = people.report(Map.of());
        String task = people.task(code, "acknowledge-report").getId();
        people.as("vanphong", () -> tasks.createComment(task, null, "Máy bận, 15 phút nữa gọi lại"));
        assertThat(people.timeline(code))
                .filteredOn(entry -> entry.what().equals("Ghi chú khi làm việc: Xác nhận đã tiếp nhận tin báo"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("vanphong");
                    assertThat(entry.details()).containsEntry("Ghi chú", "Máy bận, 15 phút nữa gọi lại");
                });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.as("vanphong", () -> tasks.createComment(task, null, " ")));
    }

    @Test
    void crimeSignsStartThePoliceBranchOnce() {
        String code = people.verified(Map.of("crimeSigns", true));
        assertThat(people.openTasks(code)).containsOnlyOnce("record-crime-signs");
        people.complete(code, List.of("record-crime-signs", "transfer-to-city-police"));
        assertThat(people.openTasks(code)).doesNotContain("record-crime-signs");
    }

    @Test
    void interruptionIsWatchedUntilItIsSerious() {
        String code = people.verified(Map.of("serviceDownSince", people.ago(30)));
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(people.incident(code).processInstanceId())
                        .timers()
                        .list())
                .filteredOn(timer -> timer.getJobDefinitionId() != null)
                .hasSize(1);
    }

    @Test
    void recordStaysOpenWhileAnyWorkIsLeft() {
        String code = people.respond(Map.of("crimeSigns", true), "ordinary");
        people.handle(code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.complete(code, "summarise-incident"))
                .withMessage("Chưa thể đóng hồ sơ: việc “Ghi nhận dấu hiệu tội phạm” chưa xong.");
        assertThat(people.openTasks(code)).contains("summarise-incident");
        people.complete(code, List.of("record-crime-signs", "transfer-to-city-police", "summarise-incident"));
        assertThat(people.openTasks(code)).containsExactly("approve-closure");
    }

    @Test
    void whatIsKnownFollowsEveryAnswer() {
        String code = people.respond(Map.of("spreading", true), "serious");
        Map<String, Object> variables =
                runtime.getVariables(people.incident(code).processInstanceId());
        assertThat(variables).containsEntry("severityName", "Nghiêm trọng (NĐ 331)");
        assertThat(variables.get("knownFacts").toString()).contains("lây lan rộng");
        assertThat(people.incident(code).facts())
                .containsEntry("proposedSeverity", "serious")
                .containsEntry("severity", "serious");
    }

    @Test
    void whatAnAnalystAddsIsRecordedToo() {
        String code = people.report(Map.of());
        Deployment own =
                repository.createDeployment().addString("own.bpmn", OWN_PROCESS).deploy();
        try {
            String instance =
                    runtime.startProcessInstanceByKey("own-process", code).getId();
            management.executeJob(management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId());
            runtime.createMessageCorrelation("own-message").correlate();
            runtime.setVariable(instance, "agreed", true);
            tasks.complete(tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId());
        } finally {
            repository.deleteDeployment(own.getId(), true);
        }
        assertThat(people.timeline(code))
                .extracting(TimelineEntry::kind, TimelineEntry::what)
                .containsSubsequence(
                        tuple(EntryKind.TIMER, "Đến hạn: Chờ nửa giờ"),
                        tuple(EntryKind.MESSAGE, "Sự kiện: Có phản hồi"),
                        tuple(EntryKind.MESSAGE, "Tình hình: Đã đồng ý"),
                        tuple(EntryKind.ACTION, "Hệ thống thực hiện: Ghi sổ"),
                        tuple(EntryKind.TASK, "Hoàn thành: Việc thêm"),
                        tuple(EntryKind.STAGE, "Kết quả: Xong việc thêm"));
    }

    @Test
    void deletedInstanceLeavesNoRecordOpen() {
        String code = people.report(Map.of());
        runtime.deleteProcessInstance(people.incident(code).processInstanceId(), "test", true);
        assertThat(people.incident(code).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(people.told(code)).contains("Dừng việc: Xác nhận đã tiếp nhận tin báo");
    }

    private TimelineEntry entry(String code, String what) {
        return people.timeline(code).stream()
                .filter(entry -> entry.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not among " + people.told(code)));
    }

    private static final String OWN_PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions"
                targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:message id="own-message" name="own-message"/>
              <bpmn:process id="own-process" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="started"/>
                <bpmn:sequenceFlow id="f1" sourceRef="started" targetRef="waited"/>
                <bpmn:intermediateCatchEvent id="waited" name="Chờ nửa giờ">
                  <bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT30M</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="f2" sourceRef="waited" targetRef="answered"/>
                <bpmn:intermediateCatchEvent id="answered" name="Có phản hồi">
                  <bpmn:messageEventDefinition id="m" messageRef="own-message"/>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="f3" sourceRef="answered" targetRef="agreed-on"/>
                <bpmn:intermediateCatchEvent id="agreed-on" name="Đã đồng ý">
                  <bpmn:conditionalEventDefinition id="c"><bpmn:condition xsi:type="bpmn:tFormalExpression">${execution.getVariable('agreed') == true}</bpmn:condition></bpmn:conditionalEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="f4" sourceRef="agreed-on" targetRef="write-down"/>
                <bpmn:serviceTask id="write-down" name="Ghi sổ" camunda:expression="${true}"/>
                <bpmn:sequenceFlow id="f5" sourceRef="write-down" targetRef="own-task"/>
                <bpmn:userTask id="own-task" name="Việc thêm" camunda:candidateGroups="office"/>
                <bpmn:sequenceFlow id="f6" sourceRef="own-task" targetRef="ended"/>
                <bpmn:endEvent id="ended" name="Xong việc thêm"/>
              </bpmn:process>
            </bpmn:definitions>
            """;
}
