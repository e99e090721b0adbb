package vn.ungcuu.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is known of an incident, in a few lines at the head of every form, so that nobody has to look it up. */
final class KnownFacts {

    /** Name of the process variable. */
    static final String VARIABLE = "knownFacts";

    private static final int LONGEST_TEXT = 1_000;

    /** What would be formatting, a link or HTML in the form's Markdown; what people type is shown as they typed it. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-.!|<>~&]");

    private KnownFacts() {}

    /** Markdown in Vietnamese. */
    static String text(String code, Map<String, ?> facts) {
        List<String> lines = new ArrayList<>();
        String drill = Boolean.TRUE.equals(facts.get("drill")) ? "**DIỄN TẬP** · " : "";
        lines.add(drill + "**" + escaped(code) + "** · " + shown(facts, "title"));
        lines.add("");
        add(lines, "Phát hiện lúc", facts, "detectedAt");
        if (facts.get("reporterName") != null) {
            lines.add("- Người báo: " + shown(facts, "reporterName") + " (" + shown(facts, "channel") + ")");
        }
        add(lines, "Liên hệ", facts, "reporterContact");
        add(lines, "Hệ thống, thiết bị", facts, "affectedSystem");
        add(lines, "Nhóm sự cố", facts, "kind");
        add(lines, "Loại tấn công", facts, "attackType");
        if (facts.get("severity") != null) {
            lines.add("- Mức độ: **" + escaped(FactLabels.severityName(facts.get("severity"))) + "**");
        }
        add(lines, "Cấp độ của hệ thống", facts, "systemLevel");
        outage(lines, facts);
        dangers(lines, facts);
        if (Facts.isSceneHeld(facts)) {
            lines.add("- **ĐANG GIỮ NGUYÊN HIỆN TRẠNG**: không gỡ bỏ, không khôi phục");
        }
        add(lines, "Mô tả", facts, "description");
        add(lines, "Ghi chú khi xác nhận tin báo", facts, "acknowledgeNote");
        add(lines, "Căn cứ xác minh", facts, "verificationNote");
        add(lines, "Phương án", facts, "responsePlan");
        add(lines, "Chỉ đạo", facts, "direction");
        add(lines, "Phạm vi ảnh hưởng", facts, "scopeAnalysis");
        add(lines, "Nguồn gốc, cách thức", facts, "originAnalysis");
        add(lines, "Đã ngăn chặn", facts, "containmentMeasures");
        add(lines, "Đã gỡ bỏ, khắc phục", facts, "eradicationMeasures");
        add(lines, "Đã khôi phục", facts, "recoveryMeasures");
        add(lines, "Kết quả kiểm tra", facts, "checkResult");
        add(lines, "Lãnh đạo yêu cầu bổ sung", facts, "closureNote");
        return String.join("\n", lines);
    }

    private static void outage(List<String> lines, Map<String, ?> facts) {
        if (facts.get("serviceDownSince") == null) {
            return;
        }
        String end = facts.get("serviceRestoredAt") == null
                ? ", **chưa khôi phục**"
                : ", khôi phục lúc " + shown(facts, "serviceRestoredAt");
        lines.add("- Dịch vụ gián đoạn từ " + shown(facts, "serviceDownSince") + end);
    }

    private static void dangers(List<String> lines, Map<String, ?> facts) {
        List<String> signs = FactLabels.DANGER_SIGNS.stream()
                .filter(sign -> Boolean.TRUE.equals(facts.get(sign)))
                .map(FactLabels::label)
                .map(KnownFacts::escaped)
                .toList();
        if (!signs.isEmpty()) {
            lines.add("- Dấu hiệu nguy hiểm: " + String.join("; ", signs));
        }
    }

    private static void add(List<String> lines, String label, Map<String, ?> facts, String fact) {
        if (facts.get(fact) != null) {
            lines.add("- " + label + ": " + shown(facts, fact));
        }
    }

    private static String shown(Map<String, ?> facts, String fact) {
        String value =
                FactLabels.value(fact, facts.get(fact)).replaceAll("\\s+", " ").strip();
        return escaped(value.length() <= LONGEST_TEXT ? value : shortened(value));
    }

    private static String shortened(String value) {
        int end = value.offsetByCodePoints(0, value.codePointCount(0, LONGEST_TEXT));
        return value.substring(0, end) + "… (xem đủ trong sổ theo dõi)";
    }

    /** Shown as it was typed, in Markdown. */
    static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}
