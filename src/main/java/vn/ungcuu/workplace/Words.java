package vn.ungcuu.workplace;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.EntryKind;

/** What the pages call the record's own ids in Vietnamese. Templates know it as {@code @words}. */
@Component("words")
class Words {

    /** In the order of the main diagram. */
    static final List<String> STAGES =
            List.of("receive", "detect", "classify", "initial-handling", "respond", "escalate", "close");

    private static final Map<String, String> STAGE_NAMES = Map.of(
            "receive", "Tiếp nhận",
            "detect", "Phát hiện, xác minh",
            "classify", "Phân loại",
            "initial-handling", "Xử lý ban đầu",
            "respond", "Ứng cứu, khắc phục",
            "escalate", "Nâng cấp, huy động hỗ trợ",
            "close", "Kết thúc, tổng kết");

    private static final Map<String, String> OUTCOMES = Map.of(
            "resolved", "đã xử lý xong",
            "not-an-incident", "không phải sự cố",
            "near-miss", "suýt xảy ra sự cố",
            "false-alarm", "báo động giả",
            "duplicate", "trùng với hồ sơ khác",
            "forwarded", "đã chuyển đơn vị vận hành",
            "cancelled", "đã hủy");

    private static final Map<String, String> SEVERITIES =
            Map.of("ordinary", "Thông thường", "serious", "Nghiêm trọng (NĐ 331)");

    private static final Map<String, String> KINDS = Map.of(
            "network-attack", "Tấn công mạng",
            "system-fault", "Lỗi hệ thống, thiết bị, phần mềm, hạ tầng",
            "administrator-error", "Lỗi của người quản trị, vận hành",
            "user-error", "Lỗi của người dùng",
            "natural-disaster", "Thiên tai, hỏa hoạn");

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

    /** The id itself when an analyst has added a stage the pages do not know. */
    public String stage(String id) {
        return STAGE_NAMES.getOrDefault(id, id);
    }

    public String outcome(String id) {
        return OUTCOMES.getOrDefault(id, id);
    }

    public String severity(String id) {
        return SEVERITIES.getOrDefault(id, id);
    }

    public String kind(String id) {
        return KINDS.getOrDefault(id, id);
    }

    public String entryKind(EntryKind kind) {
        return ENTRY_KINDS.get(kind);
    }
}
