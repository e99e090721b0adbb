package vn.ungcuu.deadline;

import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** A clock that is wrong takes the node out of service. */
@Component
class NodeClockHealthIndicator implements HealthIndicator {

    private final NodeClock clock;

    NodeClockHealthIndicator(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        Duration ahead = clock.ahead();
        return clock.isRight()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail(
                                "reason",
                                "Đồng hồ của máy chủ này chạy %s cơ sở dữ liệu %d giây. Hãy chỉnh lại giờ máy chủ."
                                        .formatted(
                                                ahead.isNegative() ? "chậm hơn" : "nhanh hơn",
                                                ahead.abs().toSeconds()))
                        .build();
    }
}
