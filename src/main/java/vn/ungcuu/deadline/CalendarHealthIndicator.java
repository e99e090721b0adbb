package vn.ungcuu.deadline;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * A calendar that lacks a year: {@code WARNING}, which answers with HTTP 200, because the application works and must not be
 * taken out of service for it.
 */
@Component
class CalendarHealthIndicator implements HealthIndicator {

    private static final Status WARNING = new Status("WARNING");

    private final CalendarYears years;

    CalendarHealthIndicator(CalendarYears years) {
        this.years = years;
    }

    @Override
    public Health health() {
        List<Integer> missing = years.missing();
        return missing.isEmpty()
                ? Health.up().build()
                : Health.status(WARNING)
                        .withDetail("missingYears", missing)
                        .withDetail(
                                "reason",
                                "Lịch làm việc chưa có ngày nghỉ lễ của năm "
                                        + missing.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                        + ". Hãy nhập vào tệp lịch khi có thông báo nghỉ lễ, rồi khởi động lại.")
                        .build();
    }
}
