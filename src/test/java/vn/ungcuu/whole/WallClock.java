package vn.ungcuu.whole;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.ungcuu.UngCuuApplication;

/** The clock everybody in a test goes by; it stands still until somebody moves it. */
final class WallClock {

    private WallClock() {}

    static void set(OffsetDateTime now) {
        ClockUtil.setCurrentTime(Date.from(now.toInstant()));
    }

    static void pass(Duration duration) {
        set(now().plus(duration));
    }

    static OffsetDateTime now() {
        return ClockUtil.getCurrentTime()
                .toInstant()
                .atZone(UngCuuApplication.ZONE)
                .toOffsetDateTime();
    }

    static void letGo() {
        ClockUtil.reset();
    }
}
