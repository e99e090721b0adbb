package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessResourceFailureException;

class NodeClockTests {

    private final Instant right = Instant.parse("2026-07-06T09:00:00Z");
    private Instant machine = right;
    private final NodeClock clock = new NodeClock(() -> machine, () -> right);

    @Test
    void jumpOfADayInEitherDirectionIsSeenAtOnceAndSoIsTheWayBack() {
        assertThat(clock.isRight()).isTrue();
        machine = right.plus(Duration.ofDays(1));
        assertThat(clock.isRight()).isFalse();
        machine = right;
        assertThat(clock.isRight()).isTrue();
        machine = right.minus(Duration.ofDays(1));
        assertThat(clock.isRight()).isFalse();
    }

    @Test
    void fewSecondsAreNoMatter() {
        machine = right.plusSeconds(30);
        assertThat(clock.isRight()).isTrue();
    }

    @Test
    void databaseThatDoesNotAnswerIsAskedOnceInAWhileAndLeavesTheClockAsItWas() {
        AtomicInteger asked = new AtomicInteger();
        NodeClock alone = new NodeClock(() -> machine, () -> {
            asked.incrementAndGet();
            throw new DataAccessResourceFailureException("gone");
        });
        assertThat(alone.isRight()).isTrue();
        assertThat(alone.isRight()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void healthSaysInVietnameseWhatToDo() {
        NodeClockHealthIndicator health = new NodeClockHealthIndicator(clock);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        machine = right.plus(Duration.ofDays(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails().get("reason"))
                .isEqualTo(
                        "Đồng hồ của máy chủ này chạy nhanh hơn cơ sở dữ liệu 86400 giây. Hãy chỉnh lại giờ máy chủ.");
    }
}
