package vn.ungcuu.operations;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Jobs of the engine that have failed for good. */
@Component
class FailedJobsHealthIndicator implements HealthIndicator {

    private final Readings readings;

    FailedJobsHealthIndicator(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Health health() {
        return readings.latest()
                .map(now -> HealthReasons.warning(Optional.of(now.jobs().failed())
                        .filter(failed -> failed > 0)
                        .map(FailedJobsHealthIndicator::said)))
                .orElseGet(HealthReasons::unread);
    }

    private static String said(long failed) {
        return "Có " + failed + " lỗi kỹ thuật: phần mềm đã thử hết số lần mà không chạy được."
                + " Hãy mở Giám sát, xem nguyên nhân, khắc phục rồi cho chạy lại.";
    }
}
