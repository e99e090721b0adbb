package vn.ungcuu.deadline;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * The moments that count for one task. They are computed once, when the task is created or its time is changed by
 * decision; due date, card, messages and timers all show and use these.
 *
 * @param claimBy somebody must have taken the task by then; the same as {@code finishBy} where the table asks nothing
 *     earlier
 * @param warnAt when whoever works on it is reminded, before {@code finishBy}; null when there is no reminder
 * @param finishBy when it must be finished
 */
public record Clocks(Instant claimBy, @Nullable Instant warnAt, Instant finishBy) {

    /** The first moment at which somebody has to look: taken work need not be taken again. */
    public Instant first(boolean claimed) {
        Instant ofWhoWorks = warnAt == null ? finishBy : warnAt;
        return claimed || ofWhoWorks.isBefore(claimBy) ? ofWhoWorks : claimBy;
    }
}
