package vn.ungcuu.workplace;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Milestone;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.procedure.FactLabels;

/** What the pages call the record's own ids in Vietnamese. Templates know it as {@code @words}. */
@Component("words")
class Words {

    /** In the order of the main diagram. */
    static final List<String> STAGES =
            List.of("receive", "detect", "classify", "initial-handling", "respond", "escalate", "close");

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

    public String severity(String id) {
        return FactLabels.value("severity", id);
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

    public String entryKind(EntryKind kind) {
        return ENTRY_KINDS.get(kind);
    }
}
