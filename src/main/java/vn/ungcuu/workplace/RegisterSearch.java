package vn.ungcuu.workplace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.lang.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.ungcuu.incident.Milestone;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.incident.Selection;

/**
 * What the register is searched for, as it stands in the address: the link behind a number and the form above the list are the
 * same thing.
 */
final class RegisterSearch {

    static final String PATH = "/so-theo-doi";

    /** In fields that select by what an incident has: it has none. */
    static final String NONE = "chua";

    /** In place of a system's name: none was named. Nothing anybody would call a system. */
    static final String NO_SYSTEM = "(chưa ghi)";

    static final String TEXT = "tim";
    static final String STATUS = "tinh-trang";
    static final String YEAR = "nam";
    static final String STAGE = "giai-doan";
    static final String SEVERITY = "muc-do";
    static final String KIND = "nhom";
    static final String ATTACK_TYPE = "loai-tan-cong";
    static final String OUTCOME = "ket-qua";
    static final String OFFICE = "don-vi";
    static final String SYSTEM = "he-thong";
    static final String DRILL = "dien-tap";
    static final String MILESTONE = "moc";
    static final String FROM = "tu";
    static final String TO = "den";
    static final String CLOSED_FROM = "dong-tu";
    static final String CLOSED_TO = "dong-den";
    static final String OPEN_ON = "con-mo";

    /** By parameter: what the field is called on the page; the order is that of the page. */
    static final Map<String, String> FIELDS = fields();

    /** Fields that are always in sight. */
    static final Set<String> FIRST_LINE = Set.of(TEXT, STATUS, YEAR);

    private final Map<String, String> values;

    private RegisterSearch(Map<String, String> values) {
        this.values = values;
    }

    /** Everything, drills too. */
    static RegisterSearch all() {
        return new RegisterSearch(Map.of());
    }

    /** What numbers are made of. */
    static RegisterSearch real() {
        return all().with(DRILL, "khong");
    }

    static RegisterSearch of(Map<String, String> parameters) {
        RegisterSearch search = all();
        for (String field : FIELDS.keySet()) {
            search = search.with(field, parameters.get(field));
        }
        return search;
    }

    /** @param value null or blank does not narrow the search */
    RegisterSearch with(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(field, value.strip());
        return new RegisterSearch(more);
    }

    RegisterSearch reported(LocalDate from, LocalDate to) {
        return with(FROM, from.toString()).with(TO, to.toString());
    }

    RegisterSearch closed(LocalDate from, LocalDate to) {
        return with(CLOSED_FROM, from.toString()).with(CLOSED_TO, to.toString());
    }

    /** By field, what is searched for; a field that is not has no value. For templates. */
    public Map<String, String> getValues() {
        return Collections.unmodifiableMap(values);
    }

    String path() {
        return path(1);
    }

    /** @param page from 1 */
    public String path(int page) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        values.forEach((field, value) -> query.add(field, UriUtils.encode(value, StandardCharsets.UTF_8)));
        if (page > 1) {
            query.add(Pages.PARAMETER, String.valueOf(page));
        }
        return UriComponentsBuilder.fromPath(PATH)
                .queryParams(query)
                .build(true)
                .toUriString();
    }

    /** @throws BadSearch if something searched for cannot be understood */
    Selection selection() {
        Selection selection = Selection.all();
        for (Map.Entry<String, String> search : values.entrySet()) {
            selection = narrow(selection, search.getKey(), search.getValue());
        }
        requireOrder(FROM, TO);
        requireOrder(CLOSED_FROM, CLOSED_TO);
        return selection;
    }

    private static Selection narrow(Selection all, String field, String value) {
        return switch (field) {
            case TEXT -> all.text(value);
            case STATUS -> all.open(known(field, value, Map.of("mo", true, "dong", false)));
            case YEAR -> all.year(year(value));
            case STAGE -> all.stage(value);
            case SEVERITY -> orNone(value, all::severity);
            case KIND -> orNone(value, all::kind);
            case ATTACK_TYPE -> orNone(value, all::attackType);
            case OUTCOME -> all.outcome(outcome(value));
            case OFFICE -> all.office(value);
            case SYSTEM -> all.system(value.equals(NO_SYSTEM) ? null : value);
            case DRILL -> all.drill(known(field, value, Map.of("co", true, "khong", false)));
            case MILESTONE -> all.reached(milestone(value));
            case FROM -> all.reportedFrom(Dates.start(date(field, value)));
            case TO -> all.reportedBefore(Dates.end(date(field, value)));
            case CLOSED_FROM -> all.closedFrom(Dates.start(date(field, value)));
            case CLOSED_TO -> all.closedBefore(Dates.end(date(field, value)));
            case OPEN_ON -> all.openAt(Dates.end(date(field, value)));
            default -> throw new IllegalArgumentException(field);
        };
    }

    private void requireOrder(String first, String last) {
        if (values.containsKey(first) && values.containsKey(last)) {
            Dates.requireOrder(
                    date(first, values.get(first)), date(last, values.get(last)), FIELDS.get(first), FIELDS.get(last));
        }
    }

    private static LocalDate date(String field, String value) {
        return Dates.parse(value, FIELDS.get(field));
    }

    private static Selection orNone(String value, Function<String, Selection> narrowed) {
        return narrowed.apply(value.equals(NONE) ? null : value);
    }

    private static int year(String value) {
        if (!value.matches("\\d{4}")) {
            throw new BadSearch(
                    "Mục “Năm” có “" + value + "”, không phải là năm. Vui lòng chọn một năm trong danh sách.");
        }
        return Integer.parseInt(value);
    }

    private static Outcome outcome(String value) {
        try {
            return Outcome.of(value);
        } catch (IllegalArgumentException e) {
            throw BadSearch.notListed(FIELDS.get(OUTCOME), value);
        }
    }

    private static Milestone milestone(String value) {
        for (Milestone milestone : Milestone.values()) {
            if (milestone.id().equals(value)) {
                return milestone;
            }
        }
        throw BadSearch.notListed(FIELDS.get(MILESTONE), value);
    }

    private static boolean known(String field, String value, Map<String, Boolean> meanings) {
        if (!meanings.containsKey(value)) {
            throw BadSearch.notListed(FIELDS.get(field), value);
        }
        return meanings.get(value);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(TEXT, "Tìm");
        fields.put(STATUS, "Tình trạng");
        fields.put(YEAR, "Năm");
        fields.put(STAGE, "Đang ở giai đoạn");
        fields.put(SEVERITY, "Mức độ");
        fields.put(KIND, "Nhóm sự cố");
        fields.put(ATTACK_TYPE, "Loại tấn công");
        fields.put(OUTCOME, "Kết quả");
        fields.put(OFFICE, "Đơn vị tham gia");
        fields.put(SYSTEM, "Hệ thống");
        fields.put(DRILL, "Diễn tập");
        fields.put(MILESTONE, "Đã qua mốc");
        fields.put(FROM, "Báo từ ngày");
        fields.put(TO, "Báo đến ngày");
        fields.put(CLOSED_FROM, "Đóng từ ngày");
        fields.put(CLOSED_TO, "Đóng đến ngày");
        fields.put(OPEN_ON, "Còn mở cuối ngày");
        return Collections.unmodifiableMap(fields);
    }
}
