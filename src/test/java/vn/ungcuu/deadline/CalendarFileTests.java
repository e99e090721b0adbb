package vn.ungcuu.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** A mistake in the calendar stops the start and says what it is; deadlines counted by it would be wrong unnoticed. */
class CalendarFileTests {

    private static final String RIGHT = """
            calendar:
              working-hours: ["07:00-11:30", "13:30-17:00"]
              working-days: [monday, tuesday, wednesday, thursday, friday]
              years:
                - year: 2030
                  days-off:
                    - 2030-01-01
                    - 2030-02-01 to 2030-02-05
                  worked-instead:
                    - 2030-01-12
            """;

    @Test
    void communesOwnCalendarIsRead() {
        CalendarFile file = read(RIGHT);
        assertThat(file.years()).singleElement().satisfies(year -> {
            assertThat(year.year()).isEqualTo(2030);
            assertThat(year.freeDays()).hasSize(6);
            assertThat(year.workedDays()).hasSize(1);
        });
        assertThat(WorkingHours.parse(file.workingHours()).shifts()).hasSize(2);
    }

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "13:30-17:00"             | "11:00-17:00"             | working-hours are not in order
            "13:30-17:00"             | "13h30-17h"               | not HH:mm-HH:mm
            "13:30-17:00"             | "13:30"                   | not HH:mm-HH:mm
            [monday, tuesday, wednesday, thursday, friday] | []   | working-days are missing
            2030-01-01                | 01/01/2030                | not a day as yyyy-MM-dd: 01/01/2030
            2030-01-01                | 2030-02-30                | not a day as yyyy-MM-dd: 2030-02-30
            2030-01-01                | 2029-12-31                | not in the year 2030: 2029-12-31
            2030-01-01                | 2030-02-05                | listed twice: 2030-02-05
            2030-02-01 to 2030-02-05  | 2030-02-05 to 2030-02-01  | not a day, nor first to last day
            2030-02-01 to 2030-02-05  | 2030-01-12                | both off and worked
            2030-01-12                | 2030-01-11                | worked anyway: 2030-01-11
            """)
    void mistakeIsNamed(String right, String wrong, String mistake) {
        assertThatThrownBy(() -> read(RIGHT.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot read the calendar")
                .hasStackTraceContaining(mistake);
    }

    @Test
    void unknownWordIsRefused() {
        assertThatThrownBy(() -> read(RIGHT.replace("worked-instead", "lam-bu")))
                .hasRootCauseInstanceOf(UnboundConfigurationPropertiesException.class)
                .hasStackTraceContaining("calendar.years[0].lam-bu");
    }

    @Test
    void unknownWeekdayIsRefused() {
        assertThatThrownBy(() -> read(RIGHT.replace("friday", "thu-sau"))).hasStackTraceContaining("thu-sau");
    }

    @Test
    void yearListedTwiceIsRefused() {
        String again = "    - year: 2030\n      days-off: [2030-01-01]\n";
        assertThatThrownBy(() -> read(RIGHT + again)).hasStackTraceContaining("the year 2030 is listed twice");
    }

    @Test
    void yearWithoutHolidaysIsRefused() {
        assertThatThrownBy(() -> read(RIGHT + "    - year: 2031\n"))
                .hasStackTraceContaining("the year 2031 has no days-off");
    }

    @Test
    void missingFileIsRefused() {
        assertThatThrownBy(() -> CalendarFile.read(new ClassPathResource("no-such-calendar.yaml")))
                .hasMessageContaining("no-such-calendar.yaml");
    }

    private static CalendarFile read(String yaml) {
        return CalendarFile.read(new ByteArrayResource(yaml.getBytes(UTF_8)));
    }
}
