package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;

/** The demo people doing their work, with the rights they have; whoever belongs to the task's office completes it. */
@TestComponent
public class People {

    private static final Map<String, String> MEMBER = Map.of(
            "office", "vanphong",
            "police", "congan",
            "cultureSocial", "vanhoa",
            "leadership", "lanhdao",
            "unitHealthStation", "donvi",
            "unitPrimarySchool", "donvi2");

    private final IdentityService identity;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FormService forms;
    private final TaskService tasks;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Clock clock;

    People(
            IdentityService identity,
            RepositoryService repository,
            RuntimeService runtime,
            FormService forms,
            TaskService tasks,
            Incidents incidents,
            Timeline timeline,
            Clock clock) {
        this.identity = identity;
        this.repository = repository;
        this.runtime = runtime;
        this.forms = forms;
        this.tasks = tasks;
        this.incidents = incidents;
        this.timeline = timeline;
        this.clock = clock;
    }

    <T> T as(String user, Supplier<T> work) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    void as(String user, Runnable work) {
        as(user, () -> {
            work.run();
            return null;
        });
    }

    /** Văn phòng enters a report by the form; gives the code. */
    public String report(Map<String, Object> otherwise) {
        ProcessInstance instance = as(
                "vanphong",
                () -> forms.submitStartForm(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey("incident-response")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        reportWith(otherwise)));
        return codeOf(instance);
    }

    String codeOf(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    Map<String, Object> reportWith(Map<String, Object> otherwise) {
        Map<String, Object> report = new HashMap<>(Map.of(
                "title", "Trang thông tin điện tử bị thay đổi giao diện",
                "description", "Trang chủ hiện nội dung lạ từ sáng nay.",
                "channel", "phone",
                "detectedAt", ago(60),
                "reporterName", "Nguyễn Văn An"));
        report.putAll(otherwise);
        report.values().removeIf("-"::equals);
        return report;
    }

    /** Time in the form's own words, so many minutes before now. */
    public String ago(long minutes) {
        return OffsetDateTime.now(clock.withZone(UngCuuApplication.ZONE))
                .minusMinutes(minutes)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    public void complete(String code, String task) {
        complete(code, task, Map.of());
    }

    /** As Tasklist does: the form is submitted. */
    public void complete(String code, String task, Map<String, Object> otherwise) {
        Task found = task(code, task);
        Map<String, Object> answers = new HashMap<>(answers(task));
        answers.putAll(otherwise);
        // "-" leaves a question unanswered.
        answers.values().removeIf("-"::equals);
        as(memberFor(found), () -> forms.submitTaskForm(found.getId(), answers));
    }

    public void complete(String code, List<String> several) {
        several.forEach(task -> complete(code, task));
    }

    Task task(String code, String key) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(key)
                .list();
        if (found.size() != 1) {
            throw new AssertionError(key + " is open " + found.size() + " times; open are " + openTasks(code));
        }
        return found.get(0);
    }

    List<String> openTasks(String code) {
        return tasks.createTaskQuery().processInstanceBusinessKey(code).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    String memberFor(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(MEMBER::containsKey)
                .map(MEMBER::get)
                .findFirst()
                .orElseThrow();
    }

    Incident incident(String code) {
        return incidents.find(code).orElseThrow();
    }

    List<TimelineEntry> timeline(String code) {
        return timeline.of(code);
    }

    List<String> told(String code) {
        return timeline(code).stream().map(TimelineEntry::what).toList();
    }

    /** Up to the first task of the response: verified, first steps taken, classified. */
    String respond(Map<String, Object> verification, String severity) {
        String code = verified(verification);
        complete(code, List.of("keep-services-running", "record-scene", "protect-data", "diagnose-fault"));
        complete(code, "confirm-classification", Map.of("severity", severity));
        return code;
    }

    /** A system fault that is an incident of the commune. */
    String verified(Map<String, Object> verification) {
        String code = report(Map.of());
        complete(code, "acknowledge-report");
        complete(code, "verify-incident", verification);
        return code;
    }

    /** From the first task of the response to the summary. */
    void handle(String code) {
        complete(
                code,
                List.of(
                        "choose-plan",
                        "analyse-scope-and-origin",
                        "contain-incident",
                        "eradicate-threat",
                        "restore-service",
                        "check-system"));
    }

    /** The least that each form asks for. */
    private Map<String, Object> answers(String task) {
        return switch (task) {
            case "acknowledge-report" -> Map.of("acknowledgeChannel", "phone", "acknowledgedAt", ago(30));
            case "verify-incident" ->
                Map.of(
                        "verificationResult", "incident",
                        "verificationNote", "Đã kiểm tra trực tiếp tại chỗ.",
                        "kind", "system-fault");
            case "confirm-classification", "confirm-reclassification" -> Map.of("severity", "ordinary");
            case "answer-reporter" -> Map.of("answerChannel", "phone", "answerText", "Đã kiểm tra, xin cảm ơn.");
            case "forward-to-operator" ->
                Map.of("forwardedTo", "Sở Tài chính", "forwardChannel", "phone", "forwardedAt", ago(20));
            case "confirm-operator-received" ->
                Map.of("operatorReceivedBy", "Trần Thị Bình", "operatorReceivedAt", ago(10));
            case "choose-plan" -> Map.of("responsePlan", "Theo phương án đã duyệt.", "needsDirection", "no");
            case "direct-response" -> Map.of("direction", "Làm theo phương án.");
            case "analyse-scope-and-origin" -> Map.of("scopeAnalysis", "Một máy chủ.");
            case "contain-incident" -> Map.of("containmentMeasures", "Ngắt kết nối.", "containedAt", ago(9));
            case "eradicate-threat" -> Map.of("backupTaken", true, "eradicationMeasures", "Thay ổ cứng.");
            case "restore-service" -> Map.of("recoveryMeasures", "Khôi phục từ sao lưu.", "recoveredAt", ago(5));
            case "check-system" -> Map.of("checkResult", "Hoạt động bình thường.", "systemStable", "yes");
            case "summarise-incident" ->
                Map.of(
                        "rootCause", "Ổ cứng cũ.",
                        "lessonsLearned", "Thay đúng hạn.",
                        "preventiveMeasures", "Sao lưu hằng ngày.");
            case "approve-closure" -> Map.of("closureApproved", "yes");
            case "preserve-evidence" ->
                Map.of("evidenceLocation", "Tủ hồ sơ Công an xã", "preserveEvidenceNote", "Đã niêm phong.");
            case "provide-information" -> Map.of("unitInformation", "Máy đặt tại phòng khám.");
            case "record-crime-signs" -> Map.of("crimeRecord", "Biên bản số 1.", "crimeRecordedAt", ago(8));
            case "transfer-to-city-police" -> Map.of("transferReceiver", "PA05", "transferredAt", ago(1));
            case "send-support-request" ->
                Map.of(
                        "supportAddressee", "city-team",
                        "supportNeeded", "Phân tích mã độc.",
                        "supportSentAt", ago(7));
            case "follow-support" -> Map.of("supportResult", "Đã xử lý xong.");
            case "draft-upgrade-proposal" -> Map.of("upgradeReason", "Vượt khả năng của xã.");
            case "sign-upgrade-proposal" -> Map.of("upgradeSentTo", "UBND thành phố", "upgradeSentAt", ago(6));
            case "archive-national-response" -> Map.of("nationalLessons", "Phối hợp sớm hơn.");
            case "provide-scope-data" -> Map.of("scopeData", "Danh sách máy.");
            case "supply-logs-and-repair" -> Map.of("logsSupplied", "Nhật ký tường lửa.");
            case "hand-over-evidence" -> Map.of("evidenceHandedTo", "PA05", "evidenceHandedAt", ago(4));
            default -> Map.of(noteOf(task), "Đã làm xong.");
        };
    }

    private static String noteOf(String task) {
        StringBuilder name = new StringBuilder();
        for (String word : task.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.append("Note").toString();
    }
}
