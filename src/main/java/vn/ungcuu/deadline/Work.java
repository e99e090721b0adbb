package vn.ungcuu.deadline;

import org.springframework.lang.Nullable;

/**
 * What the table {@code deadlines} decides on.
 *
 * @param task id of the user task
 * @param stage id of the stage or event sub-process it belongs to, or null for a task that lies in none
 * @param severity severity as classified, or null while it is not known: then the limits for serious incidents hold
 */
public record Work(
        String task, @Nullable String stage, @Nullable String severity) {}
