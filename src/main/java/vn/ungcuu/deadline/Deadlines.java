package vn.ungcuu.deadline;

import java.time.Duration;
import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * When work has to be taken and finished and how urgent it is, as the newest deployed decision {@code deadlines} says: the
 * one place that computes these moments.
 *
 * <p>The decision takes {@code task}, {@code stage} and {@code severity} ({@code ordinary} or {@code serious}) and gives
 * ISO 8601 durations and a calendar:
 *
 * <ul>
 *   <li>{@code continuous}: elapsed time, day and night, holidays too; {@code P1D} is 24 hours;
 *   <li>{@code working}: hours and minutes count within working hours only, and {@code P1D} is one working day, due at
 *       the same time of the day. What starts outside working hours starts when they next begin.
 * </ul>
 *
 * <p>These are the commune's own limits. What the law itself limits has that moment as its latest finish, whatever the table
 * says. To be asked from within the engine (listeners, jobs), where nobody's own right to read decisions matters.
 */
public interface Deadlines {

    /**
     * The clocks of work that begins at {@code from}.
     *
     * @param latest when the law wants it finished, or null when it does not say; counts only while it is to come
     */
    Clocks clocks(Work work, Instant from, @Nullable Instant latest);

    /** The clocks of work whose finish somebody has set; time to take it counts from {@code from}. */
    Clocks until(Instant finishBy, Work work, Instant from);

    /** How often a person is reminded of work that stays undone: a day, or less where time runs faster to try it out. */
    Duration reminderInterval();

    /**
     * Priority of a task, 0 to 100, higher first: by severity, and more with every clock that has run out. Practice comes after
     * everything real.
     */
    int priority(@Nullable String severity, Urgency urgency, boolean drill);
}
