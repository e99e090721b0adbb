package vn.ungcuu.procedure;

import java.time.Instant;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * An open task as lists show it.
 *
 * @param code of the incident it belongs to
 * @param assignee user id of who has taken it over, or null
 * @param heldUntil until when its clocks stand still, or null
 * @param offices ids of the groups that may do it
 */
public record ListedTask(
        String id,
        String name,
        String code,
        @Nullable String assignee,
        Instant claimBy,
        Instant finishBy,
        @Nullable Instant heldUntil,
        Set<String> offices) {

    public ListedTask {
        offices = Set.copyOf(offices);
    }
}
