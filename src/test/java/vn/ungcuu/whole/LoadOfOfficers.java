package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.support.ManyTasks;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code ./mvnw -Pbench test -Dtest=LoadOfOfficers -Dseconds=180}: fifty officers over HTTP ({@code
 * src/bench/load}, played by Gatling in a process of its own) at an application in another, on PostgreSQL, while five timers a second
 * come due. The same officers have worked for a minute before, so that neither Java process is new. Gatling's report is under {@code
 * src/bench/load/target/gatling}.
 */
class LoadOfOfficers {

    private static final long WARM_UP = Long.getLong("warm-up", 60);
    private static final long SECONDS = Long.getLong("seconds", 180);
    private static final int OFFICERS = Integer.getInteger("officers", 48);
    private static final int TIMERS_A_SECOND = 5;
    private static final int TASKS_EACH = 10;
    private static final Path LOAD = Path.of("src/bench/load");

    @OnPostgres
    static class Database {}

    @Test
    void printsHowLongFiftyOfficersWait() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(Database.class)) {
            JdbcConnectionDetails database = context.getBean(JdbcConnectionDetails.class);
            prepareTimers(Node.on(database));
            Path log = Files.createTempFile("load", ".log");
            try (Node node = Node.small(log, Stream.of("-Xmx768m"), Node.on(database))) {
                int port = node.portWhenReady();
                long before = told(Node.asking(database));
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ScheduledFuture<?> timers =
                        clock.scheduleAtFixedRate(() -> makeDue(Node.asking(database)), 20, 1, TimeUnit.SECONDS);
                int exit;
                try {
                    officers(port, WARM_UP);
                    exit = officers(port, SECONDS);
                } finally {
                    timers.cancel(true);
                    clock.shutdown();
                }
                System.out.printf(
                        Locale.ROOT,
                        "%nLadders started meanwhile: %d; Gatling's own judgement of the aims: %s%n",
                        told(Node.asking(database)) - before,
                        exit == 0 ? "reached" : "missed");
                assertThat(node.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
            }
        }
    }

    private static int officers(int port, long seconds) throws Exception {
        Process gatling = new ProcessBuilder(List.of(
                        Path.of("mvnw").toAbsolutePath().toString(),
                        "-q",
                        "-B",
                        "-ntp",
                        "-f",
                        LOAD.resolve("pom.xml").toString(),
                        "-Dbase=http://127.0.0.1:" + port,
                        "-Dseconds=" + seconds,
                        "-Dofficers=" + OFFICERS,
                        "gatling:test"))
                .inheritIO()
                .start();
        return gatling.waitFor();
    }

    private static void prepareTimers(Stream<String> database) {
        String[] settings = Stream.concat(
                        database,
                        Stream.of(
                                "--server.port=0",
                                "--camunda.bpm.webapp.enabled=false",
                                "--camunda.bpm.job-execution.enabled=false"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(UngCuuApplication.class).run(settings)) {
            ProcessEngine engine = application.getBean(ProcessEngine.class);
            ManyTasks.deploy(engine.getRepositoryService(), TASKS_EACH);
            for (long i = 0; i < (WARM_UP + SECONDS) * TIMERS_A_SECOND / TASKS_EACH; i++) {
                String code = engine.getRuntimeService()
                        .createMessageCorrelation("incident-reported")
                        .setVariables(ReportsOverRest.report())
                        .correlateStartMessage()
                        .getBusinessKey();
                engine.getRuntimeService().startProcessInstanceByKey(ManyTasks.PROCESS, code);
            }
        }
    }

    /** Some more of the prepared tasks stall now. */
    private static void makeDue(JdbcClient jdbc) {
        Instant past = Instant.now().minusSeconds(1);
        List<String> tasks = jdbc.sql("""
                select w.task_id from watched_task w join ACT_RU_TASK t on t.ID_ = w.task_id
                where t.TASK_DEF_KEY_ = ? and w.claim_by > ? limit ?""")
                .params(ManyTasks.TASK, past.atOffset(ZoneOffset.UTC), TIMERS_A_SECOND)
                .query(String.class)
                .list();
        for (String task : tasks) {
            jdbc.sql("update watched_task set claim_by = ? where task_id = ?")
                    .params(past.atOffset(ZoneOffset.UTC), task)
                    .update();
            jdbc.sql("update ACT_RU_JOB set DUEDATE_ = ? where ID_ = ?")
                    .params(Timestamp.from(past), task)
                    .update();
        }
    }

    private static long told(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from watched_task where ladder is not null")
                .query(Long.class)
                .single();
    }
}
