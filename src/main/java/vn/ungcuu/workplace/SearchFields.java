package vn.ungcuu.workplace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.Milestone;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.TaskState;

/** What the lists of incidents and of open work can be narrowed down by. */
@Component
class SearchFields {

    private final Words words;
    private final Organization organization;

    SearchFields(Words words, Organization organization) {
        this.words = words;
        this.organization = organization;
    }

    /** Those of the register that are not on its first line. */
    List<SearchField> more(RegisterSearch search) {
        Function<String, String> value = name -> search.getValues().getOrDefault(name, "");
        return RegisterSearch.FIELDS.keySet().stream()
                .filter(name -> !RegisterSearch.FIRST_LINE.contains(name))
                .map(name -> field(name, value.apply(name)))
                .toList();
    }

    private SearchField field(String name, String value) {
        String label = RegisterSearch.FIELDS.get(name);
        return switch (name) {
            case RegisterSearch.STAGE -> select(name, label, value, named(Words.STAGES, words::stage));
            case RegisterSearch.SEVERITY ->
                select(name, label, value, orNone(named(Words.SEVERITIES, words::severity), words.severity(null)));
            case RegisterSearch.KIND ->
                select(name, label, value, orNone(named(Words.KINDS, words::kind), "Chưa xác định"));
            case RegisterSearch.ATTACK_TYPE ->
                select(name, label, value, orNone(named(Words.ATTACK_TYPES, words::attackType), "Chưa xác định"));
            case RegisterSearch.OUTCOME ->
                select(
                        name,
                        label,
                        value,
                        named(
                                Arrays.stream(Outcome.values()).map(Outcome::id).toList(),
                                id -> StringUtils.capitalize(words.outcome(Outcome.of(id)))));
            case RegisterSearch.OFFICE -> select(name, label, value, offices(value));
            case RegisterSearch.DRILL -> select(name, label, value, drills());
            case RegisterSearch.MILESTONE ->
                select(
                        name,
                        label,
                        value,
                        named(
                                Arrays.stream(Milestone.values())
                                        .map(Milestone::id)
                                        .toList(),
                                words::reached));
            case RegisterSearch.SYSTEM -> SearchField.input("text", name, label, value);
            default -> SearchField.input("date", name, label, Dates.shown(value));
        };
    }

    /** Those of the open work. */
    List<SearchField> ofWork(Map<String, String> typed) {
        Map<String, String> states = new LinkedHashMap<>();
        for (TaskState state : TaskState.values()) {
            states.put(WorkSearch.id(state), words.taskState(state));
        }
        String office = typed.getOrDefault(WorkSearch.OFFICE, "");
        return List.of(
                select(WorkSearch.OFFICE, "Đơn vị", office, offices(office)),
                select(WorkSearch.STATE, "Tình trạng", typed.getOrDefault(WorkSearch.STATE, ""), states));
    }

    /** Everybody who may have work, and whoever was asked for. */
    private Map<String, String> offices(String asked) {
        return organization.offices().stream()
                .filter(office -> office.hasWork() || office.id().equals(asked))
                .collect(Collectors.toMap(Office::id, Office::name, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> drills() {
        Map<String, String> drills = new LinkedHashMap<>();
        drills.put("khong", "Không tính diễn tập");
        drills.put("co", "Chỉ diễn tập");
        return drills;
    }

    private static Map<String, String> named(List<String> ids, Function<String, String> name) {
        return ids.stream()
                .collect(Collectors.toMap(Function.identity(), name, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> orNone(Map<String, String> options, String none) {
        options.put(RegisterSearch.NONE, none);
        return options;
    }

    /** A value that is not offered, such as a stage an analyst has added, stands as it is. */
    private static SearchField select(String name, String label, String value, Map<String, String> offered) {
        Map<String, String> options = new LinkedHashMap<>(offered);
        if (!value.isEmpty()) {
            options.putIfAbsent(value, value);
        }
        return new SearchField(
                name,
                label,
                "select",
                value,
                Stream.concat(
                                Stream.of(new FieldView.Option("", "Tất cả", value.isEmpty())),
                                options.entrySet().stream()
                                        .map(option -> new FieldView.Option(
                                                option.getKey(),
                                                option.getValue(),
                                                option.getKey().equals(value))))
                        .toList());
    }
}
