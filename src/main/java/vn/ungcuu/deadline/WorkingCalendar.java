package vn.ungcuu.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.CalendarFile.YearEntry;
import vn.ungcuu.deadline.WorkingHours.Shift;

/** Counts time that people are at work: working hours of working days. */
@Component
class WorkingCalendar implements WorkingTime {

    private final WorkingHours hours;
    private final Set<DayOfWeek> workingDays;
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> workedInstead;

    WorkingCalendar(CalendarFile file) {
        this.hours = WorkingHours.parse(file.workingHours());
        this.workingDays = file.workingDays();
        this.daysOff = days(file, YearEntry::freeDays);
        this.workedInstead = days(file, YearEntry::workedDays);
    }

    private static Set<LocalDate> days(CalendarFile file, Function<YearEntry, Set<LocalDate>> ofYear) {
        return file.years().stream().map(ofYear).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isWorkingTime(Instant at) {
        ZonedDateTime moment = at.atZone(UngCuuApplication.ZONE);
        return isWorkingDay(moment.toLocalDate()) && hours.contain(moment.toLocalTime());
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return workedInstead.contains(day) || (workingDays.contains(day.getDayOfWeek()) && !daysOff.contains(day));
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

    /** The moment after which {@code span} of working time is left until {@code to}: working time back, then whole working days. */
    ZonedDateTime minus(ZonedDateTime to, Span span) {
        ZonedDateTime moment = to;
        Duration left = span.time();
        while (!left.isZero()) {
            moment = lastWorkingMoment(moment);
            Duration sinceBreak = Duration.between(startOfShift(moment), moment);
            Duration step = left.compareTo(sinceBreak) < 0 ? left : sinceBreak;
            moment = moment.minus(step);
            left = left.minus(step);
        }
        for (int day = 0; day < span.days().getDays(); day++) {
            moment = lastWorkingDay(moment);
        }
        return moment;
    }

    /** The moment itself within working hours, their end included, else their last end before it. */
    private ZonedDateTime lastWorkingMoment(ZonedDateTime moment) {
        if (isWorkingDay(moment.toLocalDate())) {
            for (int i = hours.shifts().size() - 1; i >= 0; i--) {
                Shift shift = hours.shifts().get(i);
                if (moment.toLocalTime().isAfter(shift.end())) {
                    return moment.with(shift.end());
                }
                if (moment.toLocalTime().isAfter(shift.start())) {
                    return moment;
                }
            }
        }
        return lastWorkingDay(moment)
                .with(hours.shifts().get(hours.shifts().size() - 1).end());
    }

    private ZonedDateTime lastWorkingDay(ZonedDateTime moment) {
        ZonedDateTime last = moment.minusDays(1);
        while (!isWorkingDay(last.toLocalDate())) {
            last = last.minusDays(1);
        }
        return last;
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
            for (Shift shift : hours.shifts()) {
                if (moment.toLocalTime().isBefore(shift.start())) {
                    return moment.with(shift.start());
                }
                if (moment.toLocalTime().isBefore(shift.end())) {
                    return moment;
                }
            }
        }
        return nextWorkingDay(moment).with(hours.shifts().get(0).start());
    }

    private ZonedDateTime endOfShift(ZonedDateTime moment) {
        return hours.shifts().stream()
                .filter(shift -> moment.toLocalTime().isBefore(shift.end()))
                .findFirst()
                .map(shift -> moment.with(shift.end()))
                .orElseThrow();
    }

    /** Of a moment after the beginning of a shift. */
    private ZonedDateTime startOfShift(ZonedDateTime moment) {
        ZonedDateTime start = moment;
        for (Shift shift : hours.shifts()) {
            if (moment.toLocalTime().isAfter(shift.start())) {
                start = moment.with(shift.start());
            }
        }
        return start;
    }
}
