package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

class OutageTests {

    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    private final Outage outage = new Outage(Clock.fixed(NOW, ZoneOffset.UTC));
    private final DelegateExecution execution = mock();

    @Test
    void serviceThatWasNeverDownCountsNoHours() {
        assertThat(outage.hours(execution)).isZero();
    }

    @Test
    void hoursRunWhileTheServiceIsDown() {
        down("2026-11-22T10:30:00+07:00", null);
        assertThat(outage.hours(execution)).isEqualTo(1.5, within(0.001));
    }

    @Test
    void hoursStandStillOnceItIsRestored() {
        down("2026-11-21T20:00:00+07:00", "2026-11-22T07:00:00+07:00");
        assertThat(outage.hours(execution)).isEqualTo(11, within(0.001));
    }

    @Test
    void limitIsEightHoursAfterTheBeginning() {
        down("2026-11-22T10:30:00+07:00", null);
        assertThat(outage.limitReachedAt(execution)).isEqualTo(Instant.parse("2026-11-22T11:30:00Z"));
    }

    @Test
    void withoutAnInterruptionThereIsNothingToWaitFor() {
        assertThat(outage.limitReachedAt(execution)).isEqualTo(NOW);
    }

    private void down(String since, String restored) {
        when(execution.getVariable("serviceDownSince")).thenReturn(since);
        when(execution.getVariable("serviceRestoredAt")).thenReturn(restored);
    }
}
