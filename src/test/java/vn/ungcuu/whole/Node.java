package vn.ungcuu.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.support.Visitor;

/** The application in a process of its own, so that a test can kill it as a power cut would. */
final class Node implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration SLOW_START = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param settings among them where the database is */
    static Node start(Path log, String... settings) {
        return start(log, Stream.of(settings));
    }

    /** As it runs in production, web applications and all, on a small machine. */
    static Node small(Path log, Stream<String> java, Stream<String> settings) {
        return run(System.getProperty("java.class.path"), log, java, settings);
    }

    /** As it runs extracted: from a jar whose manifest names all others. */
    static Node from(Path jar, Path log, Stream<String> settings) {
        return run(jar.toString(), log, Stream.of("-XX:TieredStopAtLevel=1"), settings);
    }

    /** Without the web applications, whose files nobody asks for here; with the engine's REST API. */
    static Node start(JdbcConnectionDetails database, Path log, String... settings) {
        return start(log, Stream.concat(on(database), Stream.of(settings)));
    }

    /** The settings that name a database. */
    static Stream<String> on(JdbcConnectionDetails database) {
        return Stream.of(
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
    }

    /** The database past the node. */
    static JdbcClient asking(JdbcConnectionDetails database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    private static Node start(Path log, Stream<String> settings) {
        return run(
                System.getProperty("java.class.path"),
                log,
                Stream.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                Stream.concat(
                        Stream.of(
                                "--camunda.bpm.webapp.enabled=false",
                                // What a dead node had taken, another takes over after this time.
                                "--camunda.bpm.job-execution.lock-time-in-millis=5000"),
                        settings));
    }

    private static Node run(String classPath, Path log, Stream<String> java, Stream<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.forEach(command::add);
        command.addAll(
                List.of("-Duser.timezone=Asia/Ho_Chi_Minh", "-cp", classPath, UngCuuApplication.class.getName()));
        // The later of two settings of one name counts.
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.concat(Stream.of("--server.port=0", "--camunda.bpm.job-execution.enabled=true"), settings)
                .forEach(setting -> byName.put(setting.split("=")[0], setting));
        command.addAll(byName.values());
        try {
            return new Node(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of its web server; waits until that answers. */
    int port() {
        return await("a node that says on which port it answers")
                .atMost(SLOW_START)
                .until(
                        () -> lines().stream()
                                .map(PORT::matcher)
                                .filter(Matcher::find)
                                .map(line -> Integer.parseInt(line.group(1)))
                                .findFirst()
                                .orElse(0),
                        port -> port > 0);
    }

    /** Its port, once it serves people; its web server answers a moment before. */
    int portWhenReady() {
        int port = port();
        Visitor visitor = new Visitor(port);
        await("a node that is ready")
                .atMost(SLOW_START)
                .until(() -> visitor.get("/actuator/health/readiness").status() == 200);
        return port;
    }

    long pid() {
        return process.pid();
    }

    List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** {@code SIGTERM}: it finishes what it is at. Waits until it has. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** {@code SIGSTOP}: it does nothing more, and nobody is told. */
    void pause() {
        signal("STOP");
    }

    /** {@code SIGCONT}: it goes on as if no time had passed. */
    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}: nothing is finished, nothing said. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
