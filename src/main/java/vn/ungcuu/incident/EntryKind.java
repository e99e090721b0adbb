package vn.ungcuu.incident;

import java.util.Arrays;

/** What sort of thing a timeline entry tells; the reader filters by it. */
public enum EntryKind {
    REPORT("report"),
    TASK("task"),
    ASSIGNMENT("assignment"),
    DECISION("decision"),
    MESSAGE("message"),
    TIMER("timer"),
    STAGE("stage"),
    ACTION("action"),
    CLOSURE("closure");

    private final String id;

    EntryKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /**
     * The kind with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EntryKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of timeline entry: " + id));
    }
}
