package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.support.Visitor;

/** The database fails under a running application while people work, and comes back; the application is not started anew. */
class DatabaseFaultsTest {

    private static final int OFFICERS = 4;
    private static final Duration LONG = Duration.ofMinutes(3);

    /** Bytes; the largest table is made larger than this. */
    private static final long SMALL_DISK = 24L * 1024 * 1024;

    @TempDir
    Path folder;

    private int databasePort;
    private EmbeddedPostgres database;
    private ServletWebServerApplicationContext application;
    private StubbornOfficers officers;

    @BeforeEach
    void startEverything() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            databasePort = free.getLocalPort();
        }
        startDatabase();
        application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(UngCuuApplication.class)
                .run(
                        "--server.port=0",
                        // Their start-up code keeps an application context in a static field, which tests share.
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.job-execution.enabled=true",
                        "--camunda.bpm.job-execution.lock-time-in-millis=5000",
                        "--ung-cuu.deadlines.faster-by=60",
                        "--spring.datasource.hikari.connection-timeout=3000",
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres");
        officers =
                new StubbornOfficers(OFFICERS, () -> application.getWebServer().getPort(), application);
    }

    private void startDatabase() throws IOException {
        database = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setPort(databasePort)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterEach
    void stopEverything() throws IOException {
        officers.close();
        application.close();
        database.close();
    }

    @Test
    void nothingIsLostWhenTheDatabaseIsStoppedAndStartedOrItsConnectionsAreCutOrItsDiskIsFull() throws Exception {
        work();
        for (int cut = 0; cut < 5; cut++) {
            execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and backend_type = 'client backend'");
            work();
        }

        database.close();
        assertThat(health()).contains("DOWN");
        startDatabase();
        work();

        fillTheDisk();
        await().atMost(LONG).until(() -> report() == 500);
        limitFiles("unlimited");
        work();

        officers.goHome();
        new Survival(application).check(officers.reports(), officers.completed());
    }

    /** Officers get something done. */
    private void work() {
        int until = officers.done() + 2 * OFFICERS;
        await().atMost(LONG).until(() -> officers.done() >= until);
    }

    private String health() {
        return new Visitor(application.getWebServer().getPort())
                .get("/actuator/health")
                .body();
    }

    private int report() {
        return new ReportsOverRest(application.getWebServer().getPort())
                .send(ReportsOverRest.report())
                .status();
    }

    /** A table that everything writes to has come to the end of the disk: its file may become no longer. */
    private void fillTheDisk() throws SQLException, IOException, InterruptedException {
        execute("alter table act_hi_actinst set (autovacuum_enabled = false)");
        execute(
                "insert into act_hi_actinst (id_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_, act_name_)"
                        + " select 'ballast' || n, 'b', 'b', 'b', 'b', 'b', now(), repeat('x', 255) from generate_series(1, 70000) n");
        execute("delete from act_hi_actinst where proc_def_id_ = 'b'");
        limitFiles(String.valueOf(SMALL_DISK));
    }

    /** For every process of the server, and for those it starts from now on; the colon leaves the way back open. */
    private void limitFiles(String bytes) throws SQLException, IOException, InterruptedException {
        Path pid = folder.resolve("database").resolve("postmaster.pid");
        Stream<String> server = Files.readAllLines(pid).stream().limit(1);
        for (String process : Stream.concat(server, backends().stream()).toList()) {
            new ProcessBuilder("prlimit", "--pid", process, "--fsize=" + bytes + ":")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private List<String> backends() {
        return application
                .getBean(JdbcClient.class)
                .sql("select pid from pg_stat_activity where backend_type = 'client backend'")
                .query(String.class)
                .list();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
