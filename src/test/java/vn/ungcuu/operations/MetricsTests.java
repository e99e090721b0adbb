package vn.ungcuu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yaml.snakeyaml.Yaml;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.ManyIncidents;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/** What Prometheus reads, what it costs, and that dashboard and alerts ask for nothing else. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"ung-cuu.operations.read-at-most-every=0s", "ung-cuu.metrics-token=only-for-this-test"})
@AutoConfigureObservability(tracing = false)
@OnPostgres
@Import({ManyIncidents.class, CountingDataSource.OfTheTest.class})
class MetricsTests {

    private static final String PROMETHEUS = "/actuator/prometheus";
    private static final Pattern NAME = Pattern.compile("\\b(?:ungcuu|jvm|hikaricp|http|process|system|up)_[a-z_]+");

    @LocalServerPort
    int port;

    @Autowired
    ManyIncidents many;

    @Autowired
    DataSource source;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Readings readings;

    @Test
    void onlyAdministratorsAndTheTokenReadThem() {
        assertThat(new Visitor(port).get(PROMETHEUS).status()).isEqualTo(401);
        assertThat(as("vanphong").get(PROMETHEUS).status()).isEqualTo(403);
        assertThat(as("admin").get(PROMETHEUS).status()).isEqualTo(200);
        assertThat(byToken("only-for-this-test", PROMETHEUS).status()).isEqualTo(200);
        assertThat(byToken("only-for-this-tesT", PROMETHEUS).status()).isEqualTo(401);
        assertThat(byToken("", PROMETHEUS).status()).isEqualTo(401);
        assertThat(byToken("only-for-this-test", "/actuator").status()).isEqualTo(401);
        assertThat(byToken("only-for-this-test", "/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void tenThousandOpenIncidentsAreCountedByAsManyStatementsAsTen() {
        many.open(10);
        long few = statementsOfAReading();
        many.open(9_990);
        jdbc.execute("analyze");

        assertThat(statementsOfAReading()).isEqualTo(few).isLessThanOrEqualTo(4);
        String metrics = scraped();
        assertThat(sum(metrics, "ungcuu_incidents_open", "drill=\"false\""))
                .isEqualTo(count("select count(*) from incident where status = 'open' and not drill"));
        assertThat(sum(metrics, "ungcuu_incidents_open", "drill=\"true\""))
                .isEqualTo(count("select count(*) from incident where status = 'open' and drill"));
        assertThat(sum(metrics, "ungcuu_incidents_open", "drill=\"false\",severity=\"serious\",stage=\"respond\""))
                .isPositive()
                .isEqualTo(count("select count(*) from incident where status = 'open' and not drill"
                        + " and severity = 'serious' and stage = 'respond'"));
        String tasks = "select count(*) from watched_task w join act_ru_task t on t.id_ = w.task_id"
                + " join incident i on i.code = w.incident_code where not i.drill";
        assertThat(sum(metrics, "ungcuu_tasks_open", "")).isEqualTo(count(tasks));
        assertThat(sum(metrics, "ungcuu_tasks_overdue", "")).isPositive();
        assertThat(sum(metrics, "ungcuu_tasks_unclaimed", "")).isEqualTo(count(tasks + " and t.assignee_ is null"));
    }

    @Test
    void failedAndLateJobsWaitingMessagesAndRefusedLoginsShow() {
        double before = sum(scraped(), "ungcuu_logins_failed_total", "");
        as("admin").withPassword("congan", "wrong").get("/engine-rest/task");
        repository
                .createDeployment()
                .addModelInstance(
                        "waits.bpmn",
                        Bpmn.createExecutableProcess("waits")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .camundaAsyncAfter()
                                .endEvent()
                                .done())
                .deploy();
        String late = runtime.startProcessInstanceByKey("waits").getId();
        String failed = runtime.startProcessInstanceByKey("waits").getId();
        jdbc.update(
                "update act_ru_job set duedate_ = now() - interval '10 minutes' where process_instance_id_ = ?", late);
        management.setJobRetries(
                management
                        .createJobQuery()
                        .processInstanceId(failed)
                        .singleResult()
                        .getId(),
                0);
        jdbc.update("insert into outgoing_message (id, channel, on_duty, body, created_at)"
                + " values ('waits', 'webhook', false, '{}', now() - interval '20 minutes')");

        String metrics = scraped();
        assertThat(sum(metrics, "ungcuu_logins_failed_total", "")).isEqualTo(before + 1);
        assertThat(sum(metrics, "ungcuu_jobs_failed", "")).isEqualTo(1);
        assertThat(sum(metrics, "ungcuu_jobs_late_seconds", "")).isBetween(590.0, 900.0);
        assertThat(sum(metrics, "ungcuu_messages_waiting", "")).isEqualTo(1);
        assertThat(sum(metrics, "ungcuu_messages_oldest_seconds", "")).isBetween(1190.0, 1500.0);
        JsonNode health = as("admin").get("/actuator/health").json().path("components");
        assertThat(health.path("failedJobs").path("details").path("reason").asText())
                .contains("1 lỗi kỹ thuật");
        assertThat(new Visitor(port).get("/actuator/health").json().has("components"))
                .isFalse();
        assertThat(new Visitor(port)
                        .get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(new Visitor(port)
                        .get("/actuator/health/liveness")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
    }

    @Test
    void dashboardAndAlertsAskForWhatIsThere() throws IOException {
        Set<String> there = exported();
        JsonNode dashboard =
                new ObjectMapper().readTree(Files.readString(Path.of("docs/operations/grafana-dashboard.json")));
        List<String> asked = StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .map(target -> target.path("expr").asText())
                .toList();
        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(there).containsAll(names(asked));
        assertThat(dashboard.path("uid").asText()).isEqualTo("ung-cuu");
    }

    @Test
    void everyAlertAsksForWhatIsThereAndHasItsEntryInTheRunbook() throws IOException {
        Map<String, Object> rules = new Yaml().load(Files.readString(Path.of("docs/operations/alerts.yaml")));
        List<Map<String, Object>> alerts = ((List<?>) rules.get("groups"))
                .stream()
                        .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
                        .map(MetricsTests::rule)
                        .toList();
        assertThat(alerts).hasSizeGreaterThan(7);
        assertThat(exported())
                .containsAll(names(
                        alerts.stream().map(rule -> rule.get("expr").toString()).toList()));
        String runbook = Files.readString(Path.of("docs/operations.md"));
        assertThat(alerts).allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "for", "labels", "annotations");
            assertThat(runbook).contains("| `" + rule.get("alert") + "` |");
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rule(Object rule) {
        return (Map<String, Object>) rule;
    }

    private Set<String> exported() {
        new Visitor(port).get("/dang-nhap");
        return new TreeSet<>(scraped()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet()));
    }

    private static Set<String> names(List<String> expressions) {
        return expressions.stream()
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long statementsOfAReading() {
        CountingDataSource counter = (CountingDataSource) source;
        readings.latest();
        CountingDataSource.Count before = counter.count();
        assertThat(readings.latest()).isPresent();
        return counter.count().since(before).statements();
    }

    private double count(String sql) {
        return jdbc.queryForObject(sql, Double.class);
    }

    private String scraped() {
        Reply reply = byToken("only-for-this-test", PROMETHEUS);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private static double sum(String metrics, String name, String labels) {
        Matcher found = Pattern.compile("^" + name + "(?:\\{([^}]*)})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        double sum = 0;
        boolean any = false;
        while (found.find()) {
            if (labels.isEmpty() || found.group(1).contains(labels)) {
                sum += Double.parseDouble(found.group(2));
                any = true;
            }
        }
        assertThat(any).as(name + " " + labels).isTrue();
        return sum;
    }

    private Visitor as(String userId) {
        return new Visitor(port).withPassword(userId, userId);
    }

    private Reply byToken(String token, String path) {
        return new Visitor(port).send("GET", path, null, Map.of("Authorization", "Bearer " + token));
    }
}
