package vn.ungcuu.deadline;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * How fast the clocks run: {@code ung-cuu.deadlines.faster-by}, a whole number. 60 makes an hour a minute, and a working day a
 * day like any other, so that somebody who tries the application out need not wait. Only in the profile {@code demo}.
 */
@Component
class Pace {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    private final int fasterBy;

    /** @throws IllegalStateException if it is less than 1, or more outside the demo */
    Pace(@Value("${ung-cuu.deadlines.faster-by:1}") int fasterBy, Environment environment) {
        if (fasterBy < 1 || fasterBy > 1 && !environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(
                    "ung-cuu.deadlines.faster-by must be 1 or, in the profile demo, more: " + fasterBy);
        }
        this.fasterBy = fasterBy;
        if (!isReal()) {
            LOG.warn("All deadlines run {} times as fast as they are (ung-cuu.deadlines.faster-by)", fasterBy);
        }
    }

    boolean isReal() {
        return fasterBy == 1;
    }

    Duration of(Span span) {
        return span.time().plusDays(span.days().getDays()).dividedBy(fasterBy);
    }
}
