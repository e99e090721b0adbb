package vn.ungcuu.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.lang.Nullable;

/**
 * A moment the law itself sets for a task, which no decision of the commune moves: a diagram gives it in the variable
 * {@value #VARIABLE} around the task, as a date or as ISO 8601 with offset.
 */
final class Statutory {

    static final String VARIABLE = "statutoryDeadline";

    private static final Logger LOG = LoggerFactory.getLogger(Statutory.class);

    private Statutory() {}

    /** Null where the law sets none. What cannot be read is logged and counts as none: the work must go on. */
    static @Nullable Instant deadline(Function<String, Object> variables) {
        Object value = variables.apply(VARIABLE);
        Optional<Instant> deadline = Moments.read(value).map(moment -> moment.toInstant());
        if (value != null && deadline.isEmpty()) {
            LOG.warn("Variable '{}' is no date and time with offset, and is ignored: {}", VARIABLE, value);
        }
        return deadline.orElse(null);
    }
}
