package vn.ungcuu.incident;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * When an incident was in a stage.
 *
 * @param enteredAt the first time
 * @param leftAt the last time, or null while it is there
 */
public record StageVisit(
        String stage, Instant enteredAt, @Nullable Instant leftAt) {}
