package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ungcuu.UngCuuApplication;

class WorkingCalendarTests {

    private final WorkingCalendar calendar =
            new WorkingCalendar(new WorkingHours(List.of("07:30-11:30", "13:30-17:00")));

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

    @Test
    void overlappingWorkingHoursStopTheStart() {
        assertThatThrownBy(() -> new WorkingCalendar(new WorkingHours(List.of("07:30-12:00", "11:30-17:00"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ung-cuu.working-hours");
    }

    @Test
    void noWorkingHoursAtAllStopTheStart() {
        assertThatThrownBy(() -> new WorkingCalendar(new WorkingHours(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(UngCuuApplication.ZONE);
    }
}
