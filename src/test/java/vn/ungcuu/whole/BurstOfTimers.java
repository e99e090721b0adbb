package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.support.ManyTasks;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code bin/test -Dtest=BurstOfTimers}, so it runs only when named: ten thousand tasks that nobody has
 * claimed stall at one instant, on one node and PostgreSQL.
 */
@ProcedureTest
@OnPostgres
class BurstOfTimers {

    private static final int TASKS_EACH = 10;
    private static final int TIMERS = 10_000;
    private static final OffsetDateTime BEFORE = OffsetDateTime.parse("2026-05-04T09:00:00+07:00");

    @Autowired
    People people;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
    }

    @Test
    void printsHowManyATimeOfRushTakes() {
        double perSecond = burst();
        System.out.printf(
                Locale.ROOT,
                "%nBurst of %,d timers: %.0f a second, with ladders started and people told%n",
                TIMERS,
                perSecond);
        assertThat(perSecond).isPositive();
    }

    private double burst() {
        ManyTasks.deploy(repository, TASKS_EACH);
        ClockUtil.setCurrentTime(Date.from(BEFORE.toInstant()));
        for (int i = 0; i < TIMERS / TASKS_EACH; i++) {
            String code = people.report(Map.of());
            people.complete(code, "acknowledge-report");
            runtime.startProcessInstanceByKey(ManyTasks.PROCESS, code);
        }
        ClockUtil.setCurrentTime(Date.from(BEFORE.plusMinutes(31).toInstant()));
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        return perSecond(
                executor,
                () -> jdbc.sql("select count(*) from watched_task where ladder is not null")
                        .query(Long.class)
                        .single());
    }

    private static double perSecond(JobExecutor executor, LongSupplier done) {
        long start = System.nanoTime();
        executor.start();
        try {
            await().atMost(Duration.ofMinutes(10)).until(() -> done.getAsLong() >= TIMERS);
        } finally {
            executor.shutdown();
        }
        return TIMERS / ((System.nanoTime() - start) / 1e9);
    }
}
