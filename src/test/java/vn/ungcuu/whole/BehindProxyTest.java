package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/** Two nodes on one database behind nginx, as in production; each test finds both running and may do them any harm. */
class BehindProxyTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int OFFICERS = 4;

    /** Answers who is logged in at the web applications. */
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    @TempDir
    static Path folder;

    private static AnnotationConfigApplicationContext server;
    private static Member first;
    private static Member second;
    private static Proxy proxy;

    /** Reads what is in the database; serves nobody and runs no job. */
    private static ConfigurableApplicationContext reading;

    /** A node that keeps its port and its clock over restarts. */
    private static final class Member {

        private final String name;
        private final int port = Proxy.freePort();
        private Node node;
        private int starts;

        Member(String name) throws IOException {
            this.name = name;
            setClock(Duration.ZERO);
        }

        private Path clock() {
            return folder.resolve(name + ".clock");
        }

        void setClock(Duration ahead) throws IOException {
            Path written = Files.writeString(folder.resolve(name + ".new"), ahead.toString());
            Files.move(written, clock(), StandardCopyOption.ATOMIC_MOVE);
        }

        void start() {
            node = Node.start(
                    server.getBean(JdbcConnectionDetails.class),
                    folder.resolve(name + ++starts + ".log"),
                    "--server.port=" + port,
                    "--camunda.bpm.webapp.enabled=true",
                    "--spring.main.sources=vn.ungcuu.deadline.MovedClock",
                    "--test.clock=" + clock(),
                    // An hour of any deadline is a minute: alarms fire all the time.
                    "--ung-cuu.deadlines.faster-by=60",
                    "--ung-cuu.operations.leave-for=3s",
                    "--spring.datasource.hikari.connection-init-sql=set idle_in_transaction_session_timeout = '30s'");
        }

        Reply ask(String path, Map<String, String> headers) {
            return new Visitor(port).send("GET", path, null, headers);
        }

        boolean isReady() {
            assertThat(node.isRunning()).as("%s has not failed to start", name).isTrue();
            try {
                return ask("/actuator/health/readiness", Map.of()).status() == 200;
            } catch (RuntimeException refused) {
                return false;
            }
        }
    }

    @OnPostgres
    static class NewDatabase {}

    @BeforeAll
    static void startBothAtOnceOnAnEmptyDatabase() throws IOException {
        server = new AnnotationConfigApplicationContext(NewDatabase.class);
        first = new Member("first");
        second = new Member("second");
        first.start();
        second.start();
        proxy = new Proxy(folder, List.of(first.port, second.port));
        await("both nodes").atMost(LONG).until(() -> first.isReady() && second.isReady());
        JdbcConnectionDetails database = server.getBean(JdbcConnectionDetails.class);
        reading = new SpringApplicationBuilder(UngCuuApplication.class)
                .run(
                        "--server.port=0",
                        // Their start-up code keeps an application context in a static field, which tests share.
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
    }

    @AfterAll
    static void stopEverything() {
        Stream.of(first, second).forEach(member -> member.node.kill());
        proxy.close();
        if (reading != null) {
            reading.close();
        }
        server.close();
    }

    @BeforeEach
    void bothServe() {
        Stream.of(first, second).filter(member -> !member.node.isRunning()).forEach(Member::start);
        // A node that had failed is asked again after ten seconds.
        await("both nodes behind the proxy")
                .atMost(LONG)
                .until(() ->
                        first.isReady() && second.isReady() && askedNodes(10).size() == 2);
    }

    @Test
    void twoNodesStartedAtOneMomentMakeOneInstallation() {
        assertThat(column("select count(*) from flyway_schema_history where version is not null group by version"))
                .isNotEmpty()
                .containsOnly("1");
        assertThat(column("select version_ from act_re_procdef")).isNotEmpty().containsOnly("1");
        assertThat(column("select count(*) from act_re_deployment group by name_"))
                .containsOnly("1");
        assertThat(column("select count(*) from act_ru_filter group by name_"))
                .isNotEmpty()
                .containsOnly("1");
        assertThat(Stream.concat(first.node.lines().stream(), second.node.lines().stream()))
                .noneMatch(line -> line.contains("Application run failed"));
    }

    @Test
    void loginOutlivesTheNodeThatServedItAndEndsOnAllNodesAtOnce() {
        Visitor visitor = new Visitor(proxy.port());
        Member served = asked(visitor.login("vanphong", "vanphong"));
        // A page takes the login over to the web applications, as in a browser.
        visitor.get("/camunda/app/welcome/default/");
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(200);
        served.node.kill();
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.get("/").status()).isEqualTo(200);
            assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(200);
        }

        bothServe();
        Map<String, String> cookie =
                Map.of("Cookie", "JSESSIONID=" + visitor.cookie("JSESSIONID").orElseThrow());
        assertThat(first.ask("/", cookie).status()).isEqualTo(200);
        assertThat(second.ask("/", cookie).status()).isEqualTo(200);
        assertThat(visitor.form("/dang-xuat", Map.of("_csrf", visitor.csrfOf("/")))
                        .location())
                .hasValue("/dang-nhap?da-dang-xuat");
        for (Member member : List.of(first, second)) {
            assertThat(member.ask("/", cookie).location().orElse("")).contains("/dang-nhap");
            assertThat(member.ask(WHO_AM_I, cookie).status()).isEqualTo(401);
        }
    }

    @Test
    void nodeThatStandsStillAndGoesOnDoesNothingTwice() {
        proxy.waitOnly(Duration.ofSeconds(5));
        try (StubbornOfficers officers = new StubbornOfficers(OFFICERS, proxy::port, reading)) {
            work(officers);
            second.node.pause();
            work(officers);
            second.node.goOn();
            work(officers);
            officers.goHome();
            new Survival(reading).check(officers.reports(), officers.completed());
        } finally {
            second.node.goOn();
            proxy.waitOnly(Duration.ofMinutes(1));
        }
    }

    @Test
    void nobodyNoticesThatOneNodeAfterTheOtherIsRestarted() {
        Visitor visitor = new Visitor(proxy.port());
        visitor.login("vanphong", "vanphong");
        Collection<Integer> pages = new ConcurrentLinkedQueue<>();
        try (StubbornOfficers officers = new StubbornOfficers(OFFICERS, proxy::port, reading);
                Reader reader = new Reader(() -> pages.add(visitor.get("/").status()))) {
            for (Member member : List.of(first, second)) {
                work(officers);
                member.node.stop();
                work(officers);
                bothServe();
            }
            work(officers);
            officers.goHome();
            reader.close();
            assertThat(officers.faults()).isEmpty();
            assertThat(pages).hasSizeGreaterThan(10).containsOnly(200);
            new Survival(reading).check(officers.reports(), officers.completed());
        }
    }

    @Test
    void nodeWhoseClockIsADayAheadServesNobodyAndFiresNoTimer() throws IOException {
        Visitor visitor = new Visitor(proxy.port());
        visitor.login("vanphong", "vanphong");
        ReportsOverRest machine = new ReportsOverRest(proxy.port());
        machine.send(ReportsOverRest.report());
        Map<String, Instant> timers = timers();
        assertThat(timers).isNotEmpty();

        second.setClock(Duration.ofDays(1));
        try {
            await("the node notices")
                    .atMost(LONG)
                    .until(() -> second.ask("/", Map.of()).status() == 503);
            assertThat(second.isReady()).isFalse();
            // Nobody else does: every request finds the other node, also one that may not be sent twice.
            for (int i = 0; i < 10; i++) {
                assertThat(visitor.get("/").status()).isEqualTo(200);
                assertThat(machine.send(ReportsOverRest.report()).code()).isNotNull();
            }
            // A node looks for due timers every five seconds at least.
            await("timers are left alone")
                    .during(Duration.ofSeconds(8))
                    .atMost(LONG)
                    .until(() -> timers().keySet()
                            .containsAll(timers.keySet().stream()
                                    .filter(timer -> timers.get(timer).isAfter(Instant.now()))
                                    .toList()));
        } finally {
            second.setClock(Duration.ZERO);
        }
        await("the node is back").atMost(LONG).until(second::isReady);
        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    private static final class Reader implements AutoCloseable {

        private volatile boolean enough;
        private final Thread thread;

        Reader(Runnable look) {
            thread = new Thread(() -> {
                while (!enough) {
                    look.run();
                }
            });
            thread.start();
        }

        @Override
        public void close() {
            enough = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Officers get something done. */
    private static void work(StubbornOfficers officers) {
        int until = officers.done() + 3 * OFFICERS;
        await("work goes on").atMost(LONG).until(() -> officers.done() >= until);
    }

    private static Set<String> askedNodes(int requests) {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < requests; i++) {
            Reply reply = new Visitor(proxy.port()).get("/huong-dan/15-phut-dau");
            if (reply.status() == 200) {
                asked.add(node(reply));
            }
        }
        return asked;
    }

    private static Member asked(Reply reply) {
        return node(reply).endsWith(":" + first.port) ? first : second;
    }

    /** The last one asked: that answered. */
    private static String node(Reply reply) {
        String[] asked = reply.header(Proxy.NODE).orElseThrow().split("[, ]+");
        return asked[asked.length - 1];
    }

    /** When each is due. */
    private static Map<String, Instant> timers() {
        return reading.getBean(ManagementService.class).createJobQuery().timers().withRetriesLeft().list().stream()
                .collect(Collectors.toMap(Job::getId, job -> job.getDuedate().toInstant()));
    }

    private static List<String> column(String sql) {
        return reading.getBean(JdbcClient.class).sql(sql).query(String.class).list();
    }
}
