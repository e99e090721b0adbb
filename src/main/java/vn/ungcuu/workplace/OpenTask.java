package vn.ungcuu.workplace;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * A task that waits to be done, for a list.
 *
 * @param code of the incident it belongs to
 * @param severity of the incident, or null while it is not classified
 * @param office names of the offices that may do it
 * @param assignee name of who has taken it over, or null
 * @param claimBy by when somebody has to take it over, or null once somebody has
 * @param heldUntil until when its clocks stand still, or null
 * @param shared whether the viewer's office may do it, and so share it out among its people
 * @param openable whether the viewer may open it in Tasklist
 */
record OpenTask(
        String id,
        String name,
        @Nullable String code,
        String title,
        boolean drill,
        @Nullable String severity,
        String office,
        @Nullable String assignee,
        @Nullable Instant due,
        boolean overdue,
        @Nullable Instant claimBy,
        boolean claimOverdue,
        @Nullable Instant heldUntil,
        boolean shared,
        boolean openable) {

    /** Whether the viewer may take it over. */
    public boolean claimable() {
        return openable && assignee == null;
    }

    /** Where Tasklist shows it. */
    public String link() {
        return "/camunda/app/tasklist/default/#/?task=" + id;
    }

    /** Where it is handed to a colleague. */
    public String handOverLink() {
        return "/so-theo-doi/" + code + "/hand-over-task?cho=" + id;
    }
}
