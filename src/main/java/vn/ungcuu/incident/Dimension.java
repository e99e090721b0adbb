package vn.ungcuu.incident;

import vn.ungcuu.UngCuuApplication;

/** What incidents are counted by. */
public enum Dimension {
    /** {@code true} or {@code false}. */
    DRILL("case when i.drill then 'true' else 'false' end"),
    KIND("i.kind"),
    ATTACK_TYPE("i.attack_type"),
    SEVERITY("i.severity"),
    /** Null while open. */
    OUTCOME("i.outcome"),
    SYSTEM("i.affected_system"),
    /** Only open incidents; one that is in two stages counts in both. */
    STAGE(
            "at_stage.stage",
            " join incident_stage at_stage"
                    + " on at_stage.incident_code = i.code and at_stage.left_at is null and i.status = 'open'"),
    /** One on which two offices work counts for both. */
    OFFICE("at_work.office", " join incident_office at_work on at_work.incident_code = i.code"),
    /** Month of the report in Vietnam, as {@code 2026-03}. */
    MONTH_REPORTED(month("i.reported_at")),
    /** Month of closing in Vietnam, as {@code 2026-03}; null while open. */
    MONTH_CLOSED(month("i.closed_at"));

    private final String expression;
    private final String join;

    Dimension(String expression) {
        this(expression, "");
    }

    Dimension(String expression, String join) {
        this.expression = expression;
        this.join = join;
    }

    String expression() {
        return expression;
    }

    String join() {
        return join;
    }

    private static String month(String column) {
        return "to_char(" + column + " at time zone '" + UngCuuApplication.ZONE.getId() + "', 'YYYY-MM')";
    }
}
