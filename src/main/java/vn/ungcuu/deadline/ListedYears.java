package vn.ungcuu.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.CalendarFile.YearEntry;

@Component
class ListedYears implements CalendarYears {

    private static final Logger LOG = LoggerFactory.getLogger(ListedYears.class);

    private final Set<Integer> listed;
    private final Clock clock;

    ListedYears(CalendarFile file, Clock clock) {
        this.listed = file.years().stream().map(YearEntry::year).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    @Override
    public List<Integer> missing() {
        LocalDate today = clock.instant().atZone(UngCuuApplication.ZONE).toLocalDate();
        // The announcement of a year is out by then, and five working days from December end in it.
        boolean nextIsNear = today.getMonthValue() >= Month.NOVEMBER.getValue();
        return IntStream.rangeClosed(today.getYear(), nextIsNear ? today.getYear() + 1 : today.getYear())
                .boxed()
                .filter(year -> !listed.contains(year))
                .toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        List<Integer> missing = missing();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "Lịch làm việc chưa có ngày nghỉ lễ của năm {}: hạn tính theo ngày làm việc chỉ trừ ngày nghỉ hằng tuần."
                            + " / The calendar (ung-cuu.calendar) has no public holidays for {}: deadlines in working time"
                            + " leave out weekends only. Enter them as announced.",
                    missing,
                    missing);
        }
    }
}
