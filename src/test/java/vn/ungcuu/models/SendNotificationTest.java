package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendNotificationTest extends ProcessStory {

    private static final List<Duration> PAUSES = Stream.of(
                    "PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "P1D", "P1D", "P1D", "P1D", "P1D")
            .map(Duration::parse)
            .toList();

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    SendNotificationTest() {
        super(ENGINE, "send-notification", List.of(), List.of());
    }

    @Test
    void nothingIsSentBeforeWhatCausedTheMessageIsDone() {
        start();

        assertThat(instance).isWaitingAt("deliver-message");
        assertThat(standIns.delivered()).isZero();
    }

    @Test
    void messageIsSentOnce() {
        start();
        engine().getManagementService().executeJob(job(instance).getId());

        assertThat(instance).isEnded().hasPassedInOrder("message-written", "deliver-message", "message-sent");
        assertThat(standIns.delivered()).isEqualTo(1);
    }

    @Test
    void messageThatCannotBeSentIsTriedAgainEverMoreSeldomAndThenShowsAsAFault() {
        standIns.deliveryFails(Integer.MAX_VALUE);
        start();

        for (Duration pause : PAUSES) {
            fail();
            Instant next = job(instance).getDuedate().toInstant();
            assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), next))
                    .isBetween(pause.minusSeconds(5), pause.plusSeconds(5));
            assertThat(runtime().createIncidentQuery().count()).isZero();
        }
        fail();

        assertThat(job(instance).getRetries()).isZero();
        assertThat(runtime().createIncidentQuery().singleResult().getActivityId())
                .isEqualTo("deliver-message");
    }

    private void fail() {
        assertThatThrownBy(() ->
                        engine().getManagementService().executeJob(job(instance).getId()))
                .hasMessageContaining("the mail server does not answer");
    }
}
