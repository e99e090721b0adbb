package vn.ungcuu.incident;

import java.time.Duration;
import org.springframework.lang.Nullable;

/**
 * How long incidents took from the recording of their report to a milestone. A milestone that lies before the recording (what
 * was contained before somebody wrote it down) took no time.
 *
 * @param count how many incidents have come so far; the rest is null when it is none
 * @param p90 nine of ten took no longer
 */
public record HandlingTime(
        Milestone milestone,
        long count,
        @Nullable Duration mean,
        @Nullable Duration median,
        @Nullable Duration p90) {}
