package vn.ungcuu.deadline;

/** How far a task's time has run out; each step puts it higher in everybody's list. */
public enum Urgency {
    IN_TIME(0),
    UNCLAIMED(10),
    NEARLY_DUE(20),
    OVERDUE(40),
    ESCALATED(50);

    private final int weight;

    Urgency(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
