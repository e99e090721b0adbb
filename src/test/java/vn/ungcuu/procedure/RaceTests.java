package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.support.OnPostgres;

/** A person completes a task at the moment its timer fires: the person's action always wins, and no watch is left behind. */
class RaceTests {

    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(100);
        }
    }

    @Nested
    @OnPostgres
    class OnPostgreSql extends Contract {
        OnPostgreSql() {
            super(500);
        }
    }

    @ProcedureTest
    abstract static class Contract {

        private final int times;

        Contract(int times) {
            this.times = times;
        }

        @Autowired
        People people;

        @Autowired
        RuntimeService runtime;

        @Autowired
        ManagementService management;

        @Autowired
        TaskService tasks;

        @Autowired
        WatchedTasks watched;

        @AfterEach
        void letTheClockGo() {
            ClockUtil.reset();
        }

        @Test
        void completionWinsAgainstTheTimerOfItsTask() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            int timersDone = 0;
            try {
                for (int round = 0; round < times; round++) {
                    String code = people.report(Map.of());
                    String task = people.task(code, "acknowledge-report").getId();
                    // Every second time the ladder stands already, and one of its own timers races.
                    String timer = round % 2 == 0 ? task : timerOfTheLadder(code, task);
                    CyclicBarrier start = new CyclicBarrier(2);
                    Future<Boolean> firing = threads.submit(() -> {
                        start.await();
                        return fires(timer);
                    });
                    Future<?> completing = threads.submit(() -> {
                        start.await();
                        people.complete(code, "acknowledge-report");
                        return null;
                    });
                    completing.get();
                    timersDone += firing.get() ? 1 : 0;
                    assertThat(people.openTasks(code)).containsExactly("verify-incident");
                    assertThat(watched.find(task)).isEmpty();
                    assertThat(management.createJobQuery().jobId(timer).count()).isZero();
                    assertThat(runtime.createProcessInstanceQuery()
                                    .processInstanceBusinessKey(code, "stalled-work")
                                    .count())
                            .isZero();
                }
            } finally {
                threads.shutdownNow();
            }
            // They have really met: sometimes the one came first, sometimes the other.
            assertThat(timersDone).isBetween(1, times - 1);
        }

        @Test
        void givingATaskBackWinsAgainstATimerOfItsLadder() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (int round = 0; round < times / 5; round++) {
                    String code = people.report(Map.of());
                    String task = people.task(code, "acknowledge-report").getId();
                    String timer = timerOfTheLadder(code, task);
                    people.as("vanphong", () -> tasks.claim(task, "vanphong"));
                    CyclicBarrier start = new CyclicBarrier(2);
                    Future<Boolean> firing = threads.submit(() -> {
                        start.await();
                        return fires(timer);
                    });
                    Future<?> givingBack = threads.submit(() -> {
                        start.await();
                        people.as("vanphong", () -> tasks.setAssignee(task, null));
                        return null;
                    });
                    givingBack.get();
                    firing.get();
                    assertThat(people.task(code, "acknowledge-report").getAssignee())
                            .isNull();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private String timerOfTheLadder(String code, String task) {
            management.executeJob(task);
            List<Job> timers = management
                    .createJobQuery()
                    .processInstanceId(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(code, "stalled-work")
                            .singleResult()
                            .getId())
                    .list();
            assertThat(timers).hasSize(1);
            ClockUtil.setCurrentTime(Date.from(new Date().toInstant().plus(Duration.ofHours(2))));
            return timers.get(0).getId();
        }

        /** The job executor would try again later, and find nothing. */
        private boolean fires(String timer) {
            try {
                management.executeJob(timer);
                return true;
            } catch (OptimisticLockingException | NullValueException cameSecond) {
                return false;
            } catch (ProcessEngineException cameTooLate) {
                // The person was through before the timer was even read; the job executor passes over such a job.
                assertThat(cameTooLate).hasMessageStartingWith("ENGINE-14026 No job found");
                assertThat(management.createJobQuery().jobId(timer).count()).isZero();
                return false;
            } catch (NullPointerException readWhatWasJustDeleted) {
                // By the engine itself, between two of its own queries.
                assertThat(readWhatWasJustDeleted.getStackTrace()[0].getClassName())
                        .startsWith("org.camunda.bpm.engine");
                return false;
            }
        }
    }
}
