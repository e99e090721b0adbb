package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import vn.ungcuu.UngCuuApplication;

/** Counted by the packaged calendar, which lists 2026 and no other year. */
class WorkingCalendarTests {

    private final CalendarFile file = CalendarFile.read(new ClassPathResource("calendar.yaml"));
    private final WorkingCalendar calendar = new WorkingCalendar(file);

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource({
        "2026-11-23T08:00, PT2H,    2026-11-23T10:00, within a morning",
        "2026-11-23T10:30, PT2H,    2026-11-23T14:30, over the lunch break",
        "2026-11-23T16:00, PT2H,    2026-11-24T08:30, over a night",
        "2026-11-27T16:00, PT2H,    2026-11-30T08:30, over a weekend",
        "2026-11-23T23:00, PT1H,    2026-11-24T08:30, reported at night starts in the morning",
        "2026-11-28T09:00, PT30M,   2026-11-30T08:00, reported on Saturday starts on Monday",
        "2026-11-23T10:00, P1D,     2026-11-24T10:00, a day is a working day",
        "2026-11-27T10:00, P1D,     2026-11-30T10:00, Friday to Monday",
        "2026-11-25T10:00, P5D,     2026-12-02T10:00, five working days skip one weekend",
        "2026-11-28T10:00, P1D,     2026-12-01T07:30, counted from Monday morning",
        "2026-11-23T16:30, P1DT1H,  2026-11-25T08:00, days before hours",
        "2026-11-23T12:00, PT0S,    2026-11-23T13:30, nothing is due in a break",
    })
    void workingTimeCountsWorkingHoursOnly(String from, String span, String due, String why) {
        assertThat(calendar.plus(at(from), Span.parse(span))).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} - {1} = {2}: {3}")
    @CsvSource({
        "2026-11-23T10:00, PT2H,    2026-11-23T08:00, within a morning",
        "2026-11-23T14:30, PT2H,    2026-11-23T10:30, over the lunch break",
        "2026-11-24T08:30, PT2H,    2026-11-23T16:00, over a night",
        "2026-11-30T08:30, PT2H,    2026-11-27T16:00, over a weekend",
        "2026-11-30T07:30, PT1H,    2026-11-27T16:00, from the first moment of a week",
        "2026-11-28T09:00, PT1H,    2026-11-27T16:00, from within a weekend",
        "2026-11-30T10:00, P1D,     2026-11-27T10:00, Monday to Friday",
        "2026-12-02T10:00, P5D,     2026-11-25T10:00, five working days skip one weekend",
        "2026-11-25T08:00, P1DT1H,  2026-11-23T16:30, hours before days",
    })
    void workingTimeIsCountedBackwardsToo(String to, String span, String from, String why) {
        assertThat(calendar.minus(at(to), Span.parse(span))).isEqualTo(at(from));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource({
        "2026-02-13T16:00, PT2H,    2026-02-23T08:30, Tết and the weekends on both sides",
        "2026-02-12T10:00, P5D,     2026-02-26T10:00, five working days around Tết",
        "2026-02-18T09:00, PT1H,    2026-02-23T08:30, reported on the second day of Tết",
        "2026-04-24T16:00, PT2H,    2026-04-28T08:30, Giỗ Tổ on a Sunday frees the Monday",
        "2026-04-29T16:00, PT2H,    2026-05-04T08:30, 30 April and 1 May before a weekend",
        "2026-08-28T10:00, P1D,     2026-09-03T10:00, Quốc khánh and the day given for another",
        "2026-08-21T16:00, PT2H,    2026-08-22T08:30, the Saturday worked instead counts",
        "2026-08-21T10:00, P1D,     2026-08-22T10:00, as a whole day too",
        "2026-08-22T16:30, PT1H,    2026-08-24T08:00, and its Sunday is free",
        "2026-01-09T10:00, P2D,     2026-01-12T10:00, the first Saturday worked instead",
        "2025-12-31T16:00, PT2H,    2026-01-05T08:30, into a listed year: 1 and 2 January are free",
        "2025-12-30T10:00, P5D,     2026-01-08T10:00, five working days into a listed year",
        "2026-12-31T16:00, PT2H,    2027-01-01T08:30, into a year that is not listed: weekends only",
        "2026-12-31T10:00, P5D,     2027-01-07T10:00, five weekdays into a year that is not listed",
    })
    void publicHolidaysAreFreeAndDaysWorkedInsteadCount(String from, String span, String due, String why) {
        assertThat(calendar.plus(at(from), Span.parse(span))).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "2026-11-23T07:29:59, false, a second before work",
        "2026-11-23T07:30,    true,  work begins",
        "2026-11-23T11:30,    false, lunch break",
        "2026-11-23T13:30,    true,  afternoon",
        "2026-11-23T17:00,    false, work has ended",
        "2026-11-28T09:00,    false, Saturday",
        "2026-02-17T09:00,    false, first day of Tết",
        "2026-08-22T09:00,    true,  Saturday worked instead",
        "2026-08-22T12:00,    false, its lunch break",
        "2026-08-31T09:00,    false, Monday given for it",
        "2027-01-01T09:00,    true,  nobody has said so of 2027",
    })
    void saysWhetherPeopleAreAtWork(String moment, boolean working, String why) {
        assertThat(calendar.isWorkingTime(at(moment).toInstant())).isEqualTo(working);
    }

    @ParameterizedTest
    @ValueSource(ints = {2026})
    void packagedYearGrantsWhatTheLabourCodeGrants(int year) {
        long free = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> file.workingDays().contains(day.getDayOfWeek()))
                .filter(day -> !calendar.isWorkingDay(day))
                .count();
        long worked = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !file.workingDays().contains(day.getDayOfWeek()))
                .filter(calendar::isWorkingDay)
                .count();
        // Bộ luật Lao động Đ112.1: eleven days; what is free beyond is worked on other days.
        assertThat(free - worked).isEqualTo(11);
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(UngCuuApplication.ZONE);
    }
}
