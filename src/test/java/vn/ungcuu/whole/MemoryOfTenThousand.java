package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.backup.BackupCommand;
import vn.ungcuu.support.ManyIncidents;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;

/**
 * No test but a measurement, {@code ./mvnw -Pbench test -Dtest=MemoryOfTenThousand}: the whole application with 10,000 open incidents
 * in 384 MB of heap, job executor running: how long its pages, lists and files take, what the garbage collector does meanwhile, and
 * a backup beside it.
 */
class MemoryOfTenThousand {

    private static final int OPEN = 10_000;
    private static final int ROUNDS = 15;

    private static final List<String> OFFICE = List.of(
            "/",
            "/so-theo-doi",
            "/so-theo-doi?tim=su+co+77",
            "/so-theo-doi/SC-2026-*",
            "/thong-bao",
            "/camunda/app/tasklist/default/",
            Door.WEBAPP.path + "/filter?resourceType=Task&itemCount=true&firstResult=0&maxResults=2000",
            Door.WEBAPP.path + "/task?sortBy=dueDate&sortOrder=asc&maxResults=15",
            Door.WEBAPP.path + "/task/count");

    private static final List<String> COORDINATOR =
            List.of("/api/dashboard", "/viec-dang-mo", "/thong-ke", "/thong-ke.csv", "/thong-ke/su-co.csv");

    @TempDir
    Path folder;

    @OnPostgres
    static class OnPostgresDatabase {}

    @Test
    void printsWhatItTakesOnH2() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("data") + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
        measure("H2", List.of("--spring.datasource.url=" + url));
    }

    @Test
    void printsWhatItTakesOnPostgresql() throws Exception {
        try (var database = new AnnotationConfigApplicationContext(OnPostgresDatabase.class)) {
            measure(
                    "PostgreSQL",
                    Node.on(database.getBean(JdbcConnectionDetails.class)).toList());
        }
    }

    private void measure(String database, List<String> settings) throws Exception {
        String code = fill(settings);
        Stream<String> java = Stream.of("-Xmx384m", "-XX:+ExitOnOutOfMemoryError");
        try (Node node = Node.small(folder.resolve("log"), java, settings.stream())) {
            int port = node.portWhenReady();
            Visitor office = Visitor.through(Door.WEBAPP, port, "vanphong");
            Visitor coordinator = Visitor.through(Door.WEBAPP, port, "dieuphoi");
            List<String> lines = new ArrayList<>();
            long begun = System.nanoTime();
            double collected = secondsOfCollection(node);
            OFFICE.forEach(path -> lines.add(timed(path.replace("SC-2026-*", code), office::get)));
            COORDINATOR.forEach(path -> lines.add(timed(path, coordinator::get)));
            double seconds = (System.nanoTime() - begun) / 1e9;
            double collecting = secondsOfCollection(node) - collected;
            long before = System.nanoTime();
            assertThat(BackupCommand.run(backup(settings))).isZero();
            double backup = (System.nanoTime() - before) / 1e9;
            assertThat(office.get("/").status()).isEqualTo(200);
            assertThat(node.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
            System.out.printf(
                    Locale.ROOT,
                    "%n%s, %,d open incidents, -Xmx384m: garbage collection %.1f %% of %.0f s, old generation %s %%; backup %.1f s%n%s%n",
                    database,
                    OPEN,
                    100 * collecting / seconds,
                    seconds,
                    jstat(node)[3],
                    backup,
                    String.join(System.lineSeparator(), lines));
        }
    }

    private String[] backup(List<String> settings) {
        return Stream.concat(Stream.of("backup", folder.resolve("backup.zip").toString()), settings.stream())
                .toArray(String[]::new);
    }

    /** Gives the code of an incident the office may see. */
    private static String fill(List<String> settings) {
        String[] all = Stream.concat(
                        settings.stream(),
                        Stream.of(
                                "--server.port=0",
                                "--camunda.bpm.webapp.enabled=false",
                                "--camunda.bpm.job-execution.enabled=false"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(UngCuuApplication.class, ManyIncidents.class).run(all)) {
            String code = application.getBean(ManyIncidents.class).open(OPEN).get(0);
            // What a database does by itself within minutes.
            application.getBean(JdbcTemplate.class).execute("analyze");
            return code;
        }
    }

    private static String timed(String path, Function<String, Visitor.Reply> ask) {
        Times times = new Times();
        int size = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long from = System.nanoTime();
            Visitor.Reply reply = ask.apply(path);
            times.add(System.nanoTime() - from);
            assertThat(reply.status()).as(path).isEqualTo(200);
            size = reply.body().length();
        }
        return String.format(Locale.ROOT, "%-90s %-22s %,10d characters", path, times, size);
    }

    private static double secondsOfCollection(Node node) throws IOException {
        String[] columns = jstat(node);
        return Double.parseDouble(columns[columns.length - 1]);
    }

    /** Columns of {@code jstat -gcutil}: the fourth is the old generation in per cent, the last the seconds of all collections. */
    private static String[] jstat(Node node) throws IOException {
        Process jstat = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jstat").toString(),
                        "-gcutil",
                        Long.toString(node.pid()))
                .start();
        try (BufferedReader answer = jstat.inputReader()) {
            return answer.lines().skip(1).findFirst().orElseThrow().strip().split("\\s+");
        }
    }
}
