package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;

/** For models: how long a service has been down. Kept are its beginning and end only; the hours are derived. */
@Component("outage")
@ForModels
public class Outage {

    /**
     * An interruption of this length is serious: a working criterion, one working day (NĐ 331 Đ31.2.d leaves
     * “gián đoạn nghiêm trọng” undefined). The table {@code classify-incident} decides by the same number; this one
     * only says when to ask the table again.
     */
    static final Duration LIMIT = Duration.ofHours(8);

    private final Clock clock;

    Outage(Clock clock) {
        this.clock = clock;
    }

    /** Hours with fraction; up to now while the service is down, the whole length once it is restored, 0 if it never was. */
    public double hours(DelegateExecution execution) {
        Instant since = instant(execution.getVariable("serviceDownSince"));
        if (since == null) {
            return 0;
        }
        Instant restored = instant(execution.getVariable("serviceRestoredAt"));
        Duration down = Duration.between(since, restored == null ? clock.instant() : restored);
        return Math.max(0, down.toSeconds() / 3600.0);
    }

    /** When the interruption has lasted 8 hours; now, if there is none any more. */
    public Date limitReachedAt(DelegateExecution execution) {
        Instant since = instant(execution.getVariable("serviceDownSince"));
        return Date.from(since == null ? clock.instant() : since.plus(LIMIT));
    }

    static boolean isDown(Map<String, ?> facts) {
        return facts.get("serviceDownSince") != null && facts.get("serviceRestoredAt") == null;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : OffsetDateTime.parse(value.toString()).toInstant();
    }
}
