package vn.ungcuu.whole;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;
import vn.ungcuu.support.ManyTasks;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code ./mvnw -Pbench test -Dtest=BurstOfTimers -Dtimers=10000}: as many tasks that nobody has claimed
 * stall at one instant, on PostgreSQL; beside an engine alone whose timers, due at one instant, start a service task that does
 * nothing. Ours starts the ladder of each task, writes it into the timeline and tells its office and the coordinators.
 */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=true")
@OnPostgres
@Import(CountingDataSource.OfTheTest.class)
class BurstOfTimers {

    private static final int TIMERS = Integer.getInteger("timers", 10_000);
    private static final int TASKS_EACH = Integer.getInteger("tasks-each", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    JdbcConnectionDetails database;

    @TempDir
    Path logs;

    @BeforeEach
    void rest() {
        executor(engine).shutdown();
    }

    @Test
    void printsHowManyATimeOfRushTakes() {
        CountingDataSource counted = (CountingDataSource) source;
        ManyTasks.deploy(engine.getRepositoryService(), TASKS_EACH);
        Times ours = new Times();
        Times floor = new Times();
        Times two = new Times();
        try (EngineAlone alone = EngineAlone.beside(source, database)) {
            deployNothingToDo(alone.engine());
            JdbcClient itsDatabase = JdbcClient.create(alone.source());
            for (int round = 0; round < ROUNDS; round++) {
                floor.add(burstAlone(alone, itsDatabase));
                print("engine alone", alone.source());
                ours.add(burst());
                print("ours", counted);
                try (Node other = Node.start(database, logs.resolve(round + ".log"))) {
                    other.port();
                    two.add(burst());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%n%,d timers due at once, %d rounds in turn: engine alone %s, ours on one node %s, on two %s%n"
                        + "a second: %.0f, %.0f, %.0f; one node %.2f of the engine alone, two nodes %.2f of one%n",
                TIMERS,
                ROUNDS,
                floor,
                ours,
                two,
                perSecond(floor),
                perSecond(ours),
                perSecond(two),
                floor.median() / ours.median(),
                ours.median() / two.median());
    }

    /** Of the burst alone: {@link #run} has forgotten what went before. */
    private static void print(String whose, CountingDataSource counted) {
        Count count = counted.count();
        System.out.printf(
                Locale.ROOT,
                "%n%s, for one timer: %.1f statements, %.1f round trips%n",
                whose,
                (double) count.statements() / TIMERS,
                (double) count.roundTrips() / TIMERS);
        counted.kinds().entrySet().stream()
                .filter(kind -> kind.getValue() * 10 >= TIMERS)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(kind ->
                        System.out.printf(Locale.ROOT, "%8.1f %s%n", (double) kind.getValue() / TIMERS, kind.getKey()));
    }

    private static double perSecond(Times times) {
        return TIMERS / (times.median() / 1e9);
    }

    /** Their clocks are wound while nobody's job executor can see them due, and put back at once. */
    private long burst() {
        for (int i = 0; i < TIMERS / TASKS_EACH; i++) {
            String code = engine.getRuntimeService()
                    .createMessageCorrelation("incident-reported")
                    .setVariables(ReportsOverRest.report())
                    .correlateStartMessage()
                    .getBusinessKey();
            engine.getRuntimeService().startProcessInstanceByKey(ManyTasks.PROCESS, code);
        }
        long before = ladders();
        Timestamp past = aMinuteAgo();
        jdbc.sql("""
            update watched_task set claim_by = ? where ladder is null
              and task_id in (select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = ?)""")
                .params(past.toInstant().atOffset(ZoneOffset.UTC), ManyTasks.TASK)
                .update();
        jdbc.sql("""
            update ACT_RU_JOB set DUEDATE_ = ? where HANDLER_TYPE_ = 'task-clock'
              and ID_ in (select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = ?)""").params(past, ManyTasks.TASK).update();
        return run(executor(engine), (CountingDataSource) source, () -> ladders() - before >= TIMERS);
    }

    private long ladders() {
        return jdbc.sql("select count(*) from watched_task where ladder is not null")
                .query(Long.class)
                .single();
    }

    private static void deployNothingToDo(ProcessEngine engine) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "nothing-to-do.bpmn",
                        Bpmn.createExecutableProcess("nothing-to-do")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("wait")
                                .boundaryEvent("due")
                                .cancelActivity(false)
                                .timerWithDuration("PT1H")
                                .serviceTask("nothing")
                                .camundaExpression("${true}")
                                .endEvent()
                                .moveToActivity("wait")
                                .endEvent()
                                .done())
                .deploy();
    }

    private static long burstAlone(EngineAlone alone, JdbcClient jdbc) {
        ProcessEngine engine = alone.engine();
        for (int i = 0; i < TIMERS; i++) {
            engine.getRuntimeService().startProcessInstanceByKey("nothing-to-do");
        }
        jdbc.sql("update ACT_RU_JOB set DUEDATE_ = ?").param(aMinuteAgo()).update();
        return run(
                executor(engine),
                alone.source(),
                () -> jdbc.sql("select count(*) from ACT_RU_JOB")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static Timestamp aMinuteAgo() {
        return Timestamp.from(Instant.now().minusSeconds(60));
    }

    private static JobExecutor executor(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    private static long run(JobExecutor executor, CountingDataSource counted, BooleanSupplier done) {
        counted.forget();
        long start = System.nanoTime();
        executor.start();
        try {
            await().atMost(LONGEST).pollInterval(Duration.ofMillis(50)).until(done::getAsBoolean);
            return System.nanoTime() - start;
        } finally {
            executor.shutdown();
        }
    }
}
