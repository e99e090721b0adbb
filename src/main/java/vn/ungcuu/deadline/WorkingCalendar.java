package vn.ungcuu.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.WorkingHours.Shift;

/** Counts time that people are at work: working hours of working days. */
@Component
@EnableConfigurationProperties(WorkingHours.class)
class WorkingCalendar {

    private final List<Shift> shifts;

    WorkingCalendar(WorkingHours hours) {
        this.shifts = hours.shifts();
    }

    /** First whole working days, at the same time of the day, then working time. */
    ZonedDateTime plus(ZonedDateTime from, Span span) {
        ZonedDateTime moment = nextWorkingMoment(from);
        for (int day = 0; day < span.days().getDays(); day++) {
            moment = nextWorkingDay(moment);
        }
        return plus(moment, span.time());
    }

    private ZonedDateTime plus(ZonedDateTime from, Duration time) {
        ZonedDateTime moment = from;
        Duration left = time;
        while (!left.isZero()) {
            moment = nextWorkingMoment(moment);
            Duration untilBreak = Duration.between(moment, endOfShift(moment));
            Duration step = left.compareTo(untilBreak) < 0 ? left : untilBreak;
            moment = moment.plus(step);
            left = left.minus(step);
        }
        return moment;
    }

    private ZonedDateTime nextWorkingDay(ZonedDateTime moment) {
        ZonedDateTime next = moment.plusDays(1);
        while (!isWorkingDay(next.toLocalDate())) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The moment itself within working hours, else their next beginning. */
    private ZonedDateTime nextWorkingMoment(ZonedDateTime moment) {
        if (isWorkingDay(moment.toLocalDate())) {
            for (Shift shift : shifts) {
                if (moment.toLocalTime().isBefore(shift.start())) {
                    return moment.with(shift.start());
                }
                if (moment.toLocalTime().isBefore(shift.end())) {
                    return moment;
                }
            }
        }
        return nextWorkingDay(moment).with(shifts.get(0).start());
    }

    private ZonedDateTime endOfShift(ZonedDateTime moment) {
        return shifts.stream()
                .filter(shift -> moment.toLocalTime().isBefore(shift.end()))
                .findFirst()
                .map(shift -> moment.with(shift.end()))
                .orElseThrow();
    }

    /** The one place that knows which days are worked; public holidays and days worked instead of them belong here. */
    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
