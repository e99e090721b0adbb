package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.support.ManyTasks;
import vn.ungcuu.support.OnPostgres;

/** Two processes of the application work on one database, and one of them dies in the middle. */
@SpringBootTest
@OnPostgres
class TwoNodesTest {

    private static final int INCIDENTS = 100;
    private static final int TASKS_EACH = 10;
    private static final int STALLED = INCIDENTS * TASKS_EACH;

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path logs;

    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Node::kill);
        WallClock.letGo();
    }

    @Test
    void thousandTasksThatStallAtOneInstantAreEscalatedOnceEachAlthoughANodeIsKilled() {
        stallAThousandTasks();

        start("first");
        start("second");
        await().atMost(Duration.ofMinutes(3)).until(() -> chased() > STALLED / 4);
        nodes.get(0).kill();
        await().atMost(Duration.ofMinutes(3)).until(() -> chased() >= STALLED);

        assertThat(chased()).isEqualTo(STALLED);
        assertThat(jdbc.sql("select count(*) from watched_task where ladder is not null")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(STALLED);
        assertThat(toldPerTask("Quá hạn việc “Việc số %”; %")).containsOnly(1L).hasSize(STALLED);
        assertThat(toldPerTask("Chưa ai nhận việc “Việc số %”; %")).isEmpty();
        assertThat(toldPerTask("Chưa ai nhận việc “Việc số %")).containsOnly(1L).hasSize(STALLED);
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
        logIsOneObjectALine();
    }

    /** From where the settings of the log are known. */
    private void logIsOneObjectALine() {
        List<JsonNode> lines = nodes.get(1).lines().stream()
                .dropWhile(line -> !line.startsWith("{"))
                .map(TwoNodesTest::json)
                .toList();
        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line.path("message").asText()).isNotEmpty());
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A line of the log that is no object: " + line, e);
        }
    }

    /** Made hours ago: every one of their clocks has run out when the nodes start. */
    private void stallAThousandTasks() {
        ManyTasks.deploy(repository, TASKS_EACH);
        WallClock.set(OffsetDateTime.now().minusHours(8));
        Crew crew = new Crew(application, Map.of());
        for (int i = 0; i < INCIDENTS; i++) {
            String code = crew.send(ReportsOverRest.report());
            runtime.startProcessInstanceByKey(ManyTasks.PROCESS, code);
        }
        WallClock.letGo();
        assertThat(tasks.createTaskQuery().taskDefinitionKey(ManyTasks.TASK).count())
                .isEqualTo(STALLED);
    }

    private void start(String name) {
        nodes.add(Node.start(database, logs.resolve(name + ".log"), "--logging.structured.format.console=ecs"));
    }

    private long chased() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("chase-stalled-work")
                .taskNameLike("Đôn đốc việc chậm: Việc số %")
                .count();
    }

    /** How often each of the thousand tasks was told of so. */
    private List<Long> toldPerTask(String what) {
        return jdbc.sql("select count(*) from timeline_entry where what like ? group by incident_code, what")
                .param(what)
                .query(Long.class)
                .list();
    }
}
