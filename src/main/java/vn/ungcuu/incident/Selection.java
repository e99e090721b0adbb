package vn.ungcuu.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * Some of the incidents, whoever may see them. Lists and numbers are made from the same selection, so a number is always as
 * long as its list. Every method narrows further and leaves this selection as it is.
 */
public final class Selection {

    private static final Selection ALL = new Selection("", Map.of());

    private final String conditions;
    private final Map<String, Object> parameters;

    private Selection(String conditions, Map<String, Object> parameters) {
        this.conditions = conditions;
        this.parameters = parameters;
    }

    public static Selection all() {
        return ALL;
    }

    /** Words that all occur in code, title, description, system or reporter; accents and case do not matter. */
    public Selection text(String typed) {
        String code = IncidentCode.typed(typed).orElse(null);
        if (code != null) {
            return and("i.code = ?", code);
        }
        Selection narrowed = this;
        for (String pattern : SearchText.patterns(typed)) {
            narrowed = narrowed.and("i.search_text like ? escape '!'", pattern);
        }
        return narrowed;
    }

    public Selection open(boolean open) {
        return and("i.status = ?", open ? IncidentRow.OPEN : IncidentRow.CLOSED);
    }

    /** Reported in this year in Vietnam. */
    public Selection year(int year) {
        // The code carries the year: no time zone arithmetic in SQL.
        return and("i.code like ?", "__-" + year + "-%");
    }

    public Selection drill(boolean drill) {
        return and("i.drill = ?", drill);
    }

    /** Open and in this stage now; where stages overlap an incident is in more than one. */
    public Selection stage(String stage) {
        return and(
                "i.status = 'open' and exists (select 1 from incident_stage at_stage"
                        + " where at_stage.incident_code = i.code and at_stage.stage = ? and at_stage.left_at is null)",
                stage);
    }

    /** @param kind null selects those whose kind nobody has found out yet */
    public Selection kind(@Nullable String kind) {
        return is("i.kind", kind);
    }

    /** @param type null selects those without */
    public Selection attackType(@Nullable String type) {
        return is("i.attack_type", type);
    }

    /** @param severity null selects those not classified */
    public Selection severity(@Nullable String severity) {
        return is("i.severity", severity);
    }

    public Selection outcome(Outcome outcome) {
        return is("i.outcome", outcome.id());
    }

    /** @param system as it was written, or null for those where none was named */
    public Selection system(@Nullable String system) {
        return is("i.affected_system", system);
    }

    /** On which this office works or has worked. */
    public Selection office(String office) {
        return and(
                "exists (select 1 from incident_office at_work"
                        + " where at_work.incident_code = i.code and at_work.office = ?)",
                office);
    }

    public Selection reportedFrom(Instant from) {
        return and("i.reported_at >= ?", from.atOffset(ZoneOffset.UTC));
    }

    public Selection reportedBefore(Instant to) {
        return and("i.reported_at < ?", to.atOffset(ZoneOffset.UTC));
    }

    public Selection closedFrom(Instant from) {
        return and("i.closed_at >= ?", from.atOffset(ZoneOffset.UTC));
    }

    public Selection closedBefore(Instant to) {
        return and("i.closed_at < ?", to.atOffset(ZoneOffset.UTC));
    }

    /** Reported before that moment and not closed by then. */
    public Selection openAt(Instant moment) {
        return reportedBefore(moment).and("(i.closed_at is null or i.closed_at >= ?)", moment.atOffset(ZoneOffset.UTC));
    }

    /** That have come to the milestone and count for how long it took. */
    public Selection reached(Milestone milestone) {
        return and(milestone.condition());
    }

    /** What to put behind {@code from incident i where}, with the named {@link #parameters}. */
    String where() {
        return Visibility.condition() + conditions;
    }

    Map<String, Object> parameters(Viewer viewer) {
        Map<String, Object> all = Visibility.parameters(viewer);
        all.putAll(parameters);
        return all;
    }

    private Selection is(String column, @Nullable String value) {
        return value == null ? and(column + " is null") : and(column + " = ?", value);
    }

    private Selection and(String condition) {
        return new Selection(conditions + " and " + condition, parameters);
    }

    private Selection and(String condition, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        String name = "value" + more.size();
        more.put(name, value);
        return new Selection(conditions + " and " + condition.replace("?", ":" + name), more);
    }
}
