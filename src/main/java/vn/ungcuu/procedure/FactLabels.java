package vn.ungcuu.procedure;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Outcome;

/** How facts are named and written for people, wherever no form does it: in Vietnamese, as the forms say it. */
public final class FactLabels {

    /** What is asked when an incident is verified and alarms whoever reads it, in the order of the question. */
    public static final List<String> DANGER_SIGNS = List.of(
            "beyondCapability",
            "controlLost",
            "dataUnrecoverable",
            "spreading",
            "stateSecretAtRisk",
            "securityOrderSigns",
            "crimeSigns",
            "upgradeSuspected",
            "personalDataHarm",
            "sensitivePersonalData",
            "locationOrBiometricData");

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");

    /** In the order in which people read them. */
    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("title", "Tóm tắt sự cố");
        LABELS.put("description", "Mô tả sự cố");
        LABELS.put("detectedAt", "Thời điểm phát hiện");
        LABELS.put("channel", "Tin báo đến bằng cách nào");
        LABELS.put("reporterName", "Người báo");
        LABELS.put("reporterContact", "Điện thoại, thư điện tử của người báo");
        LABELS.put("source", "Nguồn tin");
        LABELS.put("sourceReference", "Số hiệu tại nguồn");
        LABELS.put("drill", "Đây là diễn tập");
        LABELS.put("verificationResult", "Kết quả xác minh");
        LABELS.put("duplicateOf", "Mã hồ sơ đã có");
        LABELS.put("kind", "Nhóm sự cố");
        LABELS.put("attackType", "Loại tấn công");
        LABELS.put("severity", "Mức độ sự cố");
        LABELS.put("proposedSeverity", "Mức độ hệ thống đề xuất");
        LABELS.put("proposeUpgrade", "Đề nghị nâng cấp (QĐ05 Đ9)");
        LABELS.put("classificationBasis", "Căn cứ phân loại");
        LABELS.put("affectedSystem", "Hệ thống, thiết bị bị sự cố");
        LABELS.put("systemLevel", "Cấp độ của hệ thống");
        LABELS.put("nationalCriticalSystem", "Thuộc Danh mục hệ thống thông tin quan trọng quốc gia");
        LABELS.put("operatedByCommune", "Xã trực tiếp vận hành hệ thống này");
        LABELS.put("ownedByCommune", "Xã là chủ quản hệ thống này");
        LABELS.put("affectedUnit", "Đơn vị bị ảnh hưởng");
        LABELS.put("serviceDownSince", "Dịch vụ gián đoạn từ");
        LABELS.put("serviceRestoredAt", "Dịch vụ hoạt động trở lại lúc");
        LABELS.put("beyondCapability", "Có thể vượt khả năng tự xử lý của xã");
        LABELS.put("controlLost", "Mất quyền điều khiển hệ thống");
        LABELS.put("dataUnrecoverable", "Dữ liệu quan trọng bị sai, mất, không khôi phục được");
        LABELS.put("spreading", "Có thể lây lan rộng, ảnh hưởng dây chuyền");
        LABELS.put("stateSecretAtRisk", "Bí mật nhà nước có thể bị lộ");
        LABELS.put("securityOrderSigns", "Có dấu hiệu xâm phạm an ninh quốc gia, trật tự, an toàn xã hội");
        LABELS.put("crimeSigns", "Có dấu hiệu tội phạm");
        LABELS.put("upgradeSuspected", "Nghi thuộc trường hợp phải đề nghị nâng cấp (QĐ05 Đ9)");
        LABELS.put("personalDataHarm", "Dữ liệu cá nhân bị lộ, mất, có thể gây hại cho người dân");
        LABELS.put("sensitivePersonalData", "Có dữ liệu cá nhân nhạy cảm");
        LABELS.put("locationOrBiometricData", "Có dữ liệu vị trí hoặc sinh trắc học");
        LABELS.put("sceneHeld", "Đang giữ nguyên hiện trạng");
        LABELS.put("requestNumber", "Số thứ tự yêu cầu");
        LABELS.put("basis", "Căn cứ");
        LABELS.put("step", "Bước");
        LABELS.put("office", "Đơn vị");
        LABELS.put("legalBasis", "Căn cứ pháp lý");
    }

    /** Closed lists by fact; the values are those of the forms and decisions. */
    private static final Map<String, Map<String, String>> VALUES = Map.ofEntries(
            entry(
                    "channel",
                    Map.of(
                            "phone", "Điện thoại",
                            "in-person", "Đến trực tiếp",
                            "email", "Thư điện tử",
                            "document", "Công văn, văn bản giấy",
                            "web", "Trang báo sự cố trên mạng",
                            "monitoring", "Hệ thống giám sát cảnh báo",
                            "tasklist", "Cán bộ tự phát hiện, nhập trực tiếp")),
            entry(
                    "kind",
                    Map.of(
                            "network-attack", "Tấn công mạng",
                            "system-fault", "Lỗi hệ thống, thiết bị, phần mềm, hạ tầng",
                            "administrator-error", "Lỗi của người quản trị, vận hành",
                            "user-error", "Lỗi của người dùng",
                            "natural-disaster", "Thiên tai, hỏa hoạn")),
            entry(
                    "attackType",
                    Map.of(
                            "denial-of-service", "Từ chối dịch vụ",
                            "spoofing", "Tấn công giả mạo",
                            "malware", "Tấn công sử dụng mã độc",
                            "unauthorized-access", "Truy cập trái phép, chiếm quyền điều khiển",
                            "defacement", "Thay đổi giao diện",
                            "data-encryption", "Mã hóa phần mềm, dữ liệu, thiết bị",
                            "sabotage", "Phá hoại thông tin, dữ liệu, phần mềm",
                            "espionage-theft", "Nghe trộm, gián điệp, lấy cắp thông tin, dữ liệu",
                            "combined", "Tấn công tổng hợp sử dụng kết hợp nhiều hình thức",
                            "other-attack", "Các hình thức tấn công khác")),
            entry("severity", Map.of("ordinary", "Thông thường", "serious", "Nghiêm trọng (NĐ 331)")),
            entry("proposedSeverity", Map.of("ordinary", "Thông thường", "serious", "Nghiêm trọng (NĐ 331)")),
            entry(
                    "verificationResult",
                    Map.of(
                            "incident", "Là sự cố",
                            "not-an-incident", "Không phải sự cố an toàn thông tin",
                            "near-miss", "Suýt xảy ra sự cố: có nguy cơ, đã chặn được, chưa gây hại",
                            "false-alarm", "Báo động giả: cảnh báo hoặc nhận biết nhầm",
                            "duplicate", "Trùng với một hồ sơ đã có")));

    private static final Map<Outcome, String> OUTCOMES = Map.of(
            Outcome.RESOLVED, "Đã xử lý xong",
            Outcome.NOT_AN_INCIDENT, "Không phải sự cố",
            Outcome.NEAR_MISS, "Suýt xảy ra sự cố",
            Outcome.FALSE_ALARM, "Báo động giả",
            Outcome.DUPLICATE, "Trùng hồ sơ khác",
            Outcome.FORWARDED, "Đã chuyển đơn vị vận hành",
            Outcome.CANCELLED, "Đã hủy");

    private static final Map<String, String> STAGES = Map.of(
            "receive", "Tiếp nhận",
            "detect", "Phát hiện, xác minh",
            "classify", "Phân loại",
            "initial-handling", "Xử lý ban đầu",
            "respond", "Ứng cứu, khắc phục",
            "escalate", "Nâng cấp, huy động hỗ trợ",
            "close", "Kết thúc, tổng kết");

    private FactLabels() {}

    /** Variable names of all facts that have a name for people, in the order in which people read them. */
    public static Collection<String> facts() {
        return List.copyOf(LABELS.keySet());
    }

    /** The variable's own name where people have none for it. */
    public static String label(String fact) {
        return LABELS.getOrDefault(fact, fact);
    }

    /** Dates as {@code dd/MM/yyyy HH:mm} in Vietnam, booleans as Có and Không, closed lists by their label. */
    public static String value(String fact, @Nullable Object value) {
        if (value == null) {
            return "(trống)";
        }
        if (value instanceof Boolean answer) {
            return answer ? "Có" : "Không";
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(item -> value(fact, item)).collect(Collectors.joining("; "));
        }
        String text = value.toString();
        return VALUES.getOrDefault(fact, Map.of())
                .getOrDefault(text, MOMENT.matcher(text).matches() ? date(text) : text);
    }

    public static String outcome(Outcome outcome) {
        return OUTCOMES.get(outcome);
    }

    /** The id itself when an analyst has added a stage nobody else knows. */
    public static String stage(String id) {
        return STAGES.getOrDefault(id, id);
    }

    /** The label of a severity for a task's card; what is not classified yet says so. */
    static String severityName(@Nullable Object severity) {
        return severity == null ? "Chưa phân loại" : value("severity", severity);
    }

    private static String date(String text) {
        try {
            return DATE_TIME.format(OffsetDateTime.parse(text).atZoneSameInstant(UngCuuApplication.ZONE));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
