package vn.ungcuu.incident;

import java.util.Arrays;

/** How an incident's record was closed; the ids are those of the end events' property {@code outcome}. */
public enum Outcome {
    RESOLVED("resolved"),
    NOT_AN_INCIDENT("not-an-incident"),
    NEAR_MISS("near-miss"),
    FALSE_ALARM("false-alarm"),
    DUPLICATE("duplicate"),
    FORWARDED("forwarded"),
    CANCELLED("cancelled");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /**
     * The outcome with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Outcome of(String id) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such outcome: " + id));
    }
}
