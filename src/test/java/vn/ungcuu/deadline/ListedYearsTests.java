package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import vn.ungcuu.UngCuuApplication;

/** The packaged calendar lists 2026 and no other year. */
@ExtendWith(OutputCaptureExtension.class)
class ListedYearsTests {

    @ParameterizedTest(name = "on {0} {1} is missing")
    @CsvSource({
        "2026-01-01T00:00:00+07:00, ''",
        "2026-10-31T23:59:59+07:00, ''",
        "2026-11-01T00:00:00+07:00, 2027",
        "2026-12-31T23:59:59+07:00, 2027",
        "2027-01-01T00:00:00+07:00, 2027",
        "2027-11-01T00:00:00+07:00, 2027 2028",
        "2025-06-01T00:00:00+07:00, 2025",
        "2025-11-01T00:00:00+07:00, 2025",
    })
    void currentYearIsMissedAtOnceAndTheNextFromNovemberOn(String now, String missing) {
        assertThat(on(now).missing())
                .isEqualTo(Arrays.stream(missing.split(" "))
                        .filter(year -> !year.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    @Test
    void missingYearIsInTheLogOfTheStart(CapturedOutput log) {
        on("2026-11-01T00:00:00+07:00").warn();
        assertThat(log).contains("WARN", "2027", "ung-cuu.calendar");
    }

    @Test
    void completeCalendarIsNotWorthALine(CapturedOutput log) {
        on("2026-03-01T00:00:00+07:00").warn();
        assertThat(log).doesNotContain("ung-cuu.calendar");
    }

    @Test
    void healthWarnsWithTheYearThatIsMissing() {
        Health health = new CalendarHealthIndicator(on("2027-02-01T00:00:00+07:00")).health();
        assertThat(health.getStatus().getCode()).isEqualTo("WARNING");
        assertThat(health.getDetails()).containsEntry("missingYears", List.of(2027));
    }

    @Test
    void healthIsUpWhenNothingIsMissing() {
        Health health = new CalendarHealthIndicator(on("2026-02-01T00:00:00+07:00")).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
    }

    private static ListedYears on(String now) {
        Clock clock = Clock.fixed(OffsetDateTime.parse(now).toInstant(), UngCuuApplication.ZONE);
        return new ListedYears(CalendarFile.read(new ClassPathResource("calendar.yaml")), clock);
    }
}
