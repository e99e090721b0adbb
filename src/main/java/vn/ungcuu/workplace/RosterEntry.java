package vn.ungcuu.workplace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.lang.Nullable;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;

/**
 * The form that puts somebody on duty, as it was typed.
 *
 * @param who {@code group id/user id}, one choice, so that person and office cannot contradict each other
 * @param from {@code dd/MM/yyyy HH:mm} in Asia/Ho_Chi_Minh
 * @param to likewise
 */
record RosterEntry(
        @Nullable String who,
        @Nullable String from,
        @Nullable String to) {

    static final RosterEntry EMPTY = new RosterEntry(null, null, null);

    String office() {
        return part(0);
    }

    String person() {
        return part(1);
    }

    private String part(int index) {
        String[] parts = who == null ? new String[0] : who.split("/", 2);
        return parts.length == 2 ? parts[index] : "";
    }

    /** Null where it is no date and time of a year the application knows. */
    static @Nullable Instant moment(@Nullable String typed) {
        return Dates.moment(Objects.requireNonNullElse(typed, ""))
                .filter(local -> local.getYear() <= Dates.LAST_YEAR)
                .map(local -> local.atZone(UngCuuApplication.ZONE).toInstant())
                .orElse(null);
    }

    /** A sentence on what is wrong, and the field it belongs to. */
    record Mistake(String field, String sentence) {}

    /**
     * The fields, holding what was typed.
     *
     * @param editable the offices among whose members may be chosen
     */
    List<FieldView> fields(List<Office> editable, Organization organization, @Nullable Mistake mistake) {
        List<FieldView.Option> people = editable.stream()
                .flatMap(office -> organization.members(office.id()).stream()
                        .map(person -> option(office.id() + "/" + person.id(), office.name() + ": " + person.name())))
                .toList();
        return List.of(
                field("select", "nguoi", "Người trực", "Chọn theo đơn vị.", null, who, people, mistake),
                field("input", "tu", "Trực từ", null, "datetime-local", from, List.of(), mistake),
                field("input", "den", "Trực đến", null, "datetime-local", to, List.of(), mistake));
    }

    private FieldView.Option option(String value, String label) {
        return new FieldView.Option(value, label, value.equals(who));
    }

    private static FieldView field(
            String type,
            String key,
            String label,
            @Nullable String description,
            @Nullable String inputType,
            @Nullable String value,
            List<FieldView.Option> options,
            @Nullable Mistake mistake) {
        return new FieldView(
                type,
                "f-" + key,
                key,
                label,
                description,
                true,
                null,
                inputType,
                null,
                null,
                null,
                value == null ? "" : value,
                false,
                options,
                mistake != null && mistake.field().equals(key) ? mistake.sentence() : null,
                List.of());
    }
}
