package vn.ungcuu.deadline;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.lang.Nullable;

/**
 * When a task has to be finished and how urgent it is, as the newest deployed decision {@code deadlines} says.
 *
 * <p>The decision takes {@code task} (id of the user task), {@code stage} (id of the stage or event sub-process it belongs
 * to) and {@code severity} ({@code ordinary} or {@code serious}) and gives ISO 8601 durations and a calendar:
 *
 * <ul>
 *   <li>{@code continuous}: elapsed time, day and night, holidays too; {@code P1D} is 24 hours;
 *   <li>{@code working}: hours and minutes count within working hours only, and {@code P1D} is one working day, due at
 *       the same time of the day. What starts outside working hours starts when they next begin.
 * </ul>
 *
 * <p>These are the commune's own limits; the limits of the law belong to the reports it owes. To be asked from within the
 * engine (listeners, jobs), where nobody's own right to read decisions matters.
 */
public interface Deadlines {

    /**
     * The moment by which a task created at {@code from} has to be finished, in Asia/Ho_Chi_Minh.
     *
     * @param stage id of the stage or event sub-process, or null for a task that lies in none
     * @param severity severity as classified, or null while it is not known: then the limits for serious incidents hold
     */
    ZonedDateTime finishBy(String task, @Nullable String stage, @Nullable String severity, Instant from);

    /** Priority of a task, 0 to 100, higher first: serious 80, not yet known 60, ordinary 50. */
    int priority(@Nullable String severity);
}
