package vn.ungcuu.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import vn.ungcuu.notification.Outbox;
import vn.ungcuu.procedure.EngineJobs;
import vn.ungcuu.procedure.OpenTasks;
import vn.ungcuu.procedure.TaskLoad;

class HealthTests {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final OperationsSettings SETTINGS =
            new OperationsSettings(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ZERO);

    private EngineJobs.State jobs = new EngineJobs.State(0, Optional.empty());
    private Outbox.State outbox = new Outbox.State(0, Optional.empty());
    private boolean runHere = true;
    private boolean running = true;

    private final EngineJobs engine = new EngineJobs() {
        @Override
        public State state() {
            return jobs;
        }

        @Override
        public boolean areRunHere() {
            return runHere;
        }

        @Override
        public boolean running() {
            return running;
        }
    };

    @Test
    void allIsWellWhenNothingWaits() {
        assertThat(List.of(failedJobs(), jobExecutor(), messages()))
                .allSatisfy(health -> assertThat(health).isEqualTo(Health.up().build()));
    }

    @Test
    void failedJobsAreAWarningThatSaysHowManyAndWhatToDo() {
        jobs = new EngineJobs.State(3, Optional.empty());
        assertWarns(failedJobs(), "Có 3 lỗi kỹ thuật");
    }

    @Test
    void timersAreLateOnlyPastTheLimit() {
        jobs = new EngineJobs.State(0, Optional.of(NOW.minus(Duration.ofMinutes(5))));
        assertThat(jobExecutor().getStatus()).isEqualTo(Status.UP);
        jobs = new EngineJobs.State(0, Optional.of(NOW.minus(Duration.ofMinutes(12))));
        assertWarns(jobExecutor(), "đã chờ 12 phút");
    }

    @Test
    void nodeWhoseJobExecutorStoppedIsDownAndOneThatNeedNotRunJobsIsNot() {
        running = false;
        assertThat(jobExecutor().getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(jobExecutor())).contains("khởi động lại");
        runHere = false;
        assertThat(jobExecutor().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void messagesThatDoNotLeaveAreAWarning() {
        outbox = new Outbox.State(2, Optional.of(NOW.minus(Duration.ofMinutes(30))));
        assertThat(messages().getStatus()).isEqualTo(Status.UP);
        outbox = new Outbox.State(2, Optional.of(NOW.minus(Duration.ofMinutes(45))));
        assertWarns(messages(), "Có 2 thông báo chưa gửi được, lâu nhất đã chờ 45 phút");
    }

    @Test
    void databaseThatDoesNotAnswerIsLeftToItsOwnHealth() {
        Readings unreachable = new Readings(
                () -> {
                    throw new IllegalStateException("no connection");
                },
                tasks(),
                engine,
                () -> outbox,
                SETTINGS,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(new FailedJobsHealthIndicator(unreachable).health().getStatus())
                .isEqualTo(Status.UNKNOWN);
        assertThat(new MessagesHealthIndicator(unreachable, SETTINGS).health().getStatus())
                .isEqualTo(Status.UNKNOWN);
        assertThat(new JobExecutorHealthIndicator(engine, unreachable, SETTINGS)
                        .health()
                        .getStatus())
                .isEqualTo(Status.UNKNOWN);
    }

    private Health failedJobs() {
        return new FailedJobsHealthIndicator(readings()).health();
    }

    private Health jobExecutor() {
        return new JobExecutorHealthIndicator(engine, readings(), SETTINGS).health();
    }

    private Health messages() {
        return new MessagesHealthIndicator(readings(), SETTINGS).health();
    }

    private Readings readings() {
        return new Readings(List::of, tasks(), engine, () -> outbox, SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static OpenTasks tasks() {
        OpenTasks tasks = mock();
        when(tasks.loadOfAll()).thenReturn(TaskLoad.NONE);
        return tasks;
    }

    private static void assertWarns(Health health, String reason) {
        assertThat(health.getStatus()).isEqualTo(HealthReasons.WARNING);
        assertThat(reason(health)).contains(reason).contains("Hãy");
    }

    private static String reason(Health health) {
        return String.valueOf(health.getDetails().get(HealthReasons.REASON));
    }
}
