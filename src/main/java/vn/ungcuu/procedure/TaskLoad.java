package vn.ungcuu.procedure;

/** How many tasks are open, and how many of them are in which {@link TaskState}. */
public record TaskLoad(long open, long overdue, long unclaimed, long unclaimedOverdue, long held) {

    public static final TaskLoad NONE = new TaskLoad(0, 0, 0, 0, 0);

    public long of(TaskState state) {
        return switch (state) {
            case OVERDUE -> overdue;
            case UNCLAIMED -> unclaimed;
            case UNCLAIMED_OVERDUE -> unclaimedOverdue;
            case HELD -> held;
        };
    }
}
