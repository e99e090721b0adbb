package vn.ungcuu.procedure;

import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A step of a diagram that was finished in one process instance.
 *
 * @param visits each time it was, latest first
 */
public record FinishedStep(String activityId, List<Visit> visits) {

    /** @param userId who did it, or null where no person did */
    public record Visit(Instant at, @Nullable String userId) {}

    public FinishedStep {
        visits = List.copyOf(visits);
    }
}
