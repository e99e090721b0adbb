package vn.ungcuu.incident;

/** What is measured from the moment a report was recorded. */
public enum Milestone {
    /** The reporter was told that the report has arrived; every report counts, whatever it turned out to be. */
    ACKNOWLEDGE("acknowledge", "acknowledged_at", "i.acknowledged_at is not null"),
    /** Of what is or was an incident of the commune; a false alarm has nothing to contain. */
    CONTAIN(
            "contain",
            "contained_at",
            "i.contained_at is not null and (i.status = 'open' or i.outcome = '" + Outcome.RESOLVED.id() + "')"),
    /** Of what was handled to the end; a record closed for another reason says nothing about handling. */
    CLOSE("close", "closed_at", "i.closed_at is not null and i.outcome = '" + Outcome.RESOLVED.id() + "'");

    private final String id;
    private final String column;
    private final String condition;

    Milestone(String id, String column, String condition) {
        this.id = id;
        this.column = column;
        this.condition = condition;
    }

    public String id() {
        return id;
    }

    String column() {
        return column;
    }

    /** On a row {@code i} of the table {@code incident}: whether the incident counts, and has come so far. */
    String condition() {
        return condition;
    }
}
