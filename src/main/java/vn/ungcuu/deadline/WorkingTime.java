package vn.ungcuu.deadline;

import java.time.Instant;

/** When people are at work. */
public interface WorkingTime {

    boolean isWorkingTime(Instant at);
}
