package vn.ungcuu.operations;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what people are to be told by mail, SMS or webhook leaves. */
@Component
class MessagesHealthIndicator implements HealthIndicator {

    private final Readings readings;
    private final OperationsSettings settings;

    MessagesHealthIndicator(Readings readings, OperationsSettings settings) {
        this.readings = readings;
        this.settings = settings;
    }

    @Override
    public Health health() {
        return readings.latest()
                .map(now -> HealthReasons.warning(Optional.of(now)
                        .filter(stuck -> stuck.oldestMessage().compareTo(settings.messagesLate()) > 0)
                        .map(MessagesHealthIndicator::said)))
                .orElseGet(HealthReasons::unread);
    }

    private static String said(Reading stuck) {
        return "Có " + stuck.outbox().waiting() + " thông báo chưa gửi được, lâu nhất đã chờ "
                + stuck.oldestMessage().toMinutes()
                + " phút. Hãy kiểm tra máy chủ thư, cổng SMS, webhook; xem lỗi trong Giám sát.";
    }
}
