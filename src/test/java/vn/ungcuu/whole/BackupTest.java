package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.backup.BackupCommand;
import vn.ungcuu.support.OnPostgres;

/** A backup taken while people work holds one moment of everything, and an empty installation goes on from it. */
@ExtendWith(OutputCaptureExtension.class)
class BackupTest {

    private static final Set<Integer> GRANTED_ONE_BY_ONE = Stream.of(
                    Resources.TASK,
                    Resources.HISTORIC_TASK,
                    Resources.PROCESS_INSTANCE,
                    Resources.HISTORIC_PROCESS_INSTANCE)
            .map(Resources::resourceType)
            .collect(Collectors.toSet());

    @TempDir
    Path folder;

    private Path file;
    private CapturedOutput said;

    @BeforeEach
    void name(CapturedOutput output) {
        file = folder.resolve("backup.zip");
        said = output;
    }

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void installationOnH2GoesOnInAnEmptyOneOnH2() {
        goesOn(h2("old"), h2("new"));
    }

    @Test
    void trialOnH2MovesToPostgresqlWithAllIncidents() {
        try (var database = new AnnotationConfigApplicationContext(NewDatabase.class)) {
            goesOn(h2("old"), postgres(database));
            assertThat(Node.asking(database.getBean(JdbcConnectionDetails.class))
                            .sql("select last_analyze from pg_stat_user_tables where relname = 'act_ru_task'")
                            .query()
                            .singleRow()
                            .get("last_analyze"))
                    .as("PostgreSQL was told what has come, before anybody asks")
                    .isNotNull();
        }
    }

    @Test
    void installationOnPostgresqlGoesOnInAnEmptyOneOnPostgresql() {
        try (var old = new AnnotationConfigApplicationContext(NewDatabase.class);
                var database = new AnnotationConfigApplicationContext(NewDatabase.class)) {
            goesOn(postgres(old), postgres(database));
        }
    }

    @Test
    void whoRestoresUnderARunningApplicationIsToldToStopIt() {
        try (Node running = Node.start(folder.resolve("log"), h2("used"))) {
            running.port();
            succeeds("backup", h2("used"));
            assertThat(run("restore", h2("used"))).isEqualTo(1);
            assertThat(said.getErr()).contains("Hãy dừng chương trình");
        }
    }

    @Test
    void nothingIsRestoredOverAnInstallationInUseOrFromADamagedFile() throws Exception {
        String[] used = h2("used");
        try (ConfigurableApplicationContext application = start(used)) {
            succeeds("backup", used);
        }
        assertThat(run("restore", used)).isEqualTo(1);
        assertThat(run("backup", used)).as("a file that is there").isEqualTo(1);

        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertThat(run("restore", h2("empty"))).isEqualTo(1);
        assertThat(folder.resolve("empty.mv.db")).doesNotExist();
    }

    private void goesOn(String[] from, String[] to) {
        WallClock.set(OffsetDateTime.parse("2026-07-06T16:00:00+07:00"));
        Crew crew;
        String code;
        Map<String, Object> before;
        try (ConfigurableApplicationContext application = start(from)) {
            crew = new Crew(
                    application,
                    Map.of("verificationResult", "incident", "kind", "system-fault", "beyondCapability", true));
            code = crew.send(ReportsOverRest.report());
            crew.workUntil(code, "contain-incident");
            before = everything(crew, code);

            // Others go on reporting while the backup is taken.
            Crew others = crew;
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
                while (!enough.get()) {
                    others.send(ReportsOverRest.report());
                }
            });
            try {
                succeeds("backup", from);
            } finally {
                enough.set(true);
                work.join();
            }
        }
        assertThat(permissions()).isEqualTo("rw-------");

        succeeds("restore", to);
        try (ConfigurableApplicationContext application = start(to)) {
            crew = crew.at(application);
            Map<String, Object> after = everything(crew, code);
            before.forEach((what, there) -> assertThat(after.get(what)).as(what).isEqualTo(there));
            agreesWithItself(crew);
            crew.wait(code, Duration.ofHours(8));
            crew.finish(code);
            Record.of(crew, code).isClosed("resolved").tellsEveryTask().leavesNothingOpen();
        }
    }

    /** One moment: every incident has its instance, its first task and its whole timeline, numbered on without a gap. */
    private static void agreesWithItself(Crew crew) {
        List<String> codes = crew
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("incident-response")
                .list()
                .stream()
                .map(instance -> instance.getBusinessKey())
                .sorted()
                .toList();
        for (int i = 0; i < codes.size(); i++) {
            assertThat(codes.get(i)).isEqualTo("SC-2026-%04d".formatted(i + 1));
            assertThat(crew.incident(codes.get(i)).timelineLength())
                    .isEqualTo(crew.timeline(codes.get(i)).size());
            assertThat(crew.openTasks(codes.get(i))).isNotEmpty();
        }
        assertThat(crew.send(ReportsOverRest.report())).isEqualTo("SC-2026-%04d".formatted(codes.size() + 1));
    }

    private static Map<String, Object> everything(Crew crew, String code) {
        ProcessEngine engine = crew.engine();
        Map<String, Object> all = new TreeMap<>();
        all.put("record", crew.incident(code));
        all.put("timeline", crew.timeline(code));
        all.put("stages", crew.stages(code));
        all.put("doors", crew.doorsOf(code, "vanphong"));
        all.put(
                "tasks",
                engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(code)
                        .orderByTaskId()
                        .asc()
                        .list()
                        .stream()
                        .map(task -> List.of(task.getId(), task.getDueDate().getTime(), task.getPriority()))
                        .toList());
        all.put(
                "timers",
                crew.jobs(code).stream()
                        .map(job -> job.getId() + " " + job.getDuedate().getTime() + " " + job.getRetries())
                        .sorted()
                        .toList());
        all.put(
                "people",
                engine.getIdentityService().createUserQuery().orderByUserId().asc().list().stream()
                        .map(user -> user.getId())
                        .toList());
        all.put(
                "filters",
                engine.getFilterService().createFilterQuery().list().stream()
                        .map(filter -> filter.getId() + filter.getName() + filter.getProperties())
                        .sorted()
                        .toList());
        all.put(
                "rights",
                // Those on single tasks and instances grow with every report of the others.
                engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                        .filter(right -> !GRANTED_ONE_BY_ONE.contains(right.getResourceType()))
                        .map(right -> right.getId())
                        .sorted()
                        .toList());
        all.put(
                "deployments",
                engine.getRepositoryService().createDeploymentQuery().count());
        all.put("password", engine.getIdentityService().checkPassword("vanphong", "vanphong"));
        return all;
    }

    private String permissions() {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what the person at the command line would read. */
    private void succeeds(String command, String[] settings) {
        int before = said.getErr().length();
        assertThat(run(command, settings))
                .as(() -> command + " said: " + said.getErr().substring(before))
                .isZero();
    }

    private int run(String command, String[] settings) {
        String[] arguments = new String[settings.length + 2];
        arguments[0] = command;
        arguments[1] = file.toString();
        System.arraycopy(settings, 0, arguments, 2, settings.length);
        return BackupCommand.run(arguments);
    }

    private String[] h2(String name) {
        return new String[] {"--spring.datasource.url=jdbc:h2:file:" + folder.resolve(name) + ";DB_CLOSE_ON_EXIT=FALSE"
        };
    }

    private static String[] postgres(AnnotationConfigApplicationContext database) {
        JdbcConnectionDetails details = database.getBean(JdbcConnectionDetails.class);
        return new String[] {
            "--spring.datasource.url=" + details.getJdbcUrl(),
            "--spring.datasource.username=" + details.getUsername(),
            "--spring.datasource.password=" + details.getPassword()
        };
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(UngCuuApplication.class)
                // Their start-up code keeps an application context in a static field, which tests share.
                .run(with(
                        settings,
                        "--server.port=0",
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.job-execution.enabled=false"));
    }

    private static String[] with(String[] settings, String... more) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @OnPostgres
    static class NewDatabase {}
}
