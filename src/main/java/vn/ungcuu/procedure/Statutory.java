package vn.ungcuu.procedure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.springframework.lang.Nullable;

/**
 * A moment the law itself sets for a task, which no decision of the commune moves: a diagram gives it in the variable
 * {@value #VARIABLE} around the task, as ISO 8601 with offset.
 */
final class Statutory {

    static final String VARIABLE = "statutoryDeadline";

    private Statutory() {}

    /** Null where the law sets none. */
    static @Nullable Instant deadline(Function<String, Object> variables) {
        Object deadline = variables.apply(VARIABLE);
        return deadline == null
                ? null
                : OffsetDateTime.parse(deadline.toString()).toInstant();
    }
}
