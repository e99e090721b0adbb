package vn.ungcuu.procedure;

import java.time.Instant;
import org.springframework.lang.Nullable;
import vn.ungcuu.deadline.Clocks;

/**
 * An open task and its clocks.
 *
 * @param heldUntil until when its internal clocks stand still, or null
 * @param ladder process instance of {@code stalled-work} over this task, or null before its first clock has run out
 */
public record WatchedTask(
        String taskId,
        String code,
        Clocks clocks,
        @Nullable Instant heldUntil,
        @Nullable String ladder) {}
