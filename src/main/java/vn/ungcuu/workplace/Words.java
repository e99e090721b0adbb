package vn.ungcuu.workplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Milestone;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.procedure.FactLabels;
import vn.ungcuu.procedure.TaskState;

/** What the pages call the record's own ids in Vietnamese. Templates know it as {@code @words}. */
@Component("words")
class Words {

    static final String ESCALATION = "escalate";

    /** In the order of the main diagram. */
    static final List<String> STAGES =
            List.of("receive", "detect", "classify", "initial-handling", "respond", ESCALATION, "close");

    static final List<String> KINDS =
            List.of("network-attack", "system-fault", "administrator-error", "user-error", "natural-disaster");

    /** In the order of Mẫu số 05. */
    static final List<String> ATTACK_TYPES = List.of(
            "denial-of-service",
            "spoofing",
            "malware",
            "unauthorized-access",
            "defacement",
            "data-encryption",
            "sabotage",
            "espionage-theft",
            "combined",
            "other-attack");

    static final List<String> SEVERITIES = List.of("serious", "ordinary");

    private static final Map<EntryKind, String> ENTRY_KINDS = Map.of(
            EntryKind.REPORT, "Tin báo",
            EntryKind.TASK, "Việc đã làm",
            EntryKind.ASSIGNMENT, "Phân công",
            EntryKind.DECISION, "Quyết định",
            EntryKind.MESSAGE, "Thông điệp",
            EntryKind.TIMER, "Thời hạn",
            EntryKind.STAGE, "Giai đoạn",
            EntryKind.ACTION, "Thao tác",
            EntryKind.CLOSURE, "Đóng, mở hồ sơ");

    public String stage(String id) {
        return FactLabels.stage(id);
    }

    public String outcome(Outcome outcome) {
        return StringUtils.uncapitalize(FactLabels.outcome(outcome));
    }

    /** @param id null or empty while it is not classified */
    public String severity(@Nullable String id) {
        return id == null || id.isEmpty() ? "Chưa phân loại" : FactLabels.value("severity", id);
    }

    /** What an incident is, at a glance. */
    public List<Sign> signs(Incident incident) {
        List<Sign> signs = new ArrayList<>();
        if (incident.drill()) {
            signs.add(drill());
        }
        if (incident.severity() != null || incident.open()) {
            signs.add(severitySign(incident.severity()));
        }
        if (incident.restricted()) {
            signs.add(new Sign("faint", "⊘", "Hạn chế người xem"));
        }
        if (incident.open() && Boolean.TRUE.equals(incident.facts().get("sceneHeld"))) {
            signs.add(new Sign("serious", "‖", "Đang giữ nguyên hiện trạng"));
        }
        signs.add(
                incident.open() ? new Sign("open", "●", status(incident)) : new Sign("closed", "✓", status(incident)));
        return signs;
    }

    String status(Incident incident) {
        return incident.open() ? "Đang xử lý" : "Đã đóng: " + outcome(incident.outcome());
    }

    Sign drill() {
        return new Sign("drill", "◆", "Diễn tập");
    }

    /** @param id null while it is not classified */
    Sign severitySign(@Nullable String id) {
        if (id == null) {
            return new Sign("faint", "?", severity(id));
        }
        return "serious".equals(id) ? new Sign("serious", "▲", severity(id)) : new Sign("ordinary", "▽", severity(id));
    }

    public String kind(String id) {
        return FactLabels.value("kind", id);
    }

    public String attackType(String id) {
        return FactLabels.value("attackType", id);
    }

    /** How long it took, from what to what. */
    public String milestone(Milestone milestone) {
        return switch (milestone) {
            case ACKNOWLEDGE -> "Từ lúc ghi nhận tin báo đến khi xác nhận tiếp nhận";
            case CONTAIN -> "Từ lúc ghi nhận tin báo đến khi ngăn chặn được";
            case CLOSE -> "Từ lúc ghi nhận tin báo đến khi xử lý xong, đóng hồ sơ";
        };
    }

    /** A milestone that has been passed. */
    String reached(String milestoneId) {
        return switch (milestoneId) {
            case "acknowledge" -> "Đã xác nhận tiếp nhận";
            case "contain" -> "Đã ngăn chặn được";
            case "close" -> "Đã xử lý xong, đóng hồ sơ";
            default -> milestoneId;
        };
    }

    String taskState(TaskState state) {
        return switch (state) {
            case OVERDUE -> "Quá hạn";
            case UNCLAIMED -> "Chưa ai nhận";
            case UNCLAIMED_OVERDUE -> "Quá hạn, chưa ai nhận";
            case HELD -> "Đang tạm dừng";
        };
    }

    public String entryKind(EntryKind kind) {
        return ENTRY_KINDS.get(kind);
    }
}
