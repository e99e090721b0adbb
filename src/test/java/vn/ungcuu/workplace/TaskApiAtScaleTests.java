package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.ManyIncidents;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.support.Visitor;

/** A register as no commune will ever have it must not make Tasklist slow. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@OnPostgres
@Import({ManyIncidents.class, CountingDataSource.OfTheTest.class})
class TaskApiAtScaleTests {

    /** The aim is 300 ms, on a quiet machine it is a third of that; machines that run tests are not quiet. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int WARMING_UP = 5;
    private static final int TRIES = 9;

    @LocalServerPort
    int port;

    @Autowired
    ManyIncidents many;

    @Autowired
    TaskService tasks;

    @Autowired
    DataSource source;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void cardsAndTabAreThereAtOnceWithTenThousandOpenIncidents() {
        many.open(10_000);
        List<String> page = tasks
                .createTaskQuery()
                .processDefinitionKey(ManyIncidents.PROCESS + "-police")
                .orderByDueDate()
                .asc()
                .listPage(0, 15)
                .stream()
                .map(Task::getId)
                .toList();
        assertThat(page).hasSize(15);

        assertThat(usual("congan", "/api/tasks/clocks?ids=" + String.join(",", page)))
                .isLessThan(SOON);
        assertThat(usual("congan", "/api/tasks/" + page.get(0) + "/incident")).isLessThan(SOON);
        assertThat(usual("dieuphoi", "/api/tasks/clocks?ids=" + String.join(",", page)))
                .isLessThan(SOON);
    }

    /** PostgreSQL says how it would find it, whatever the values are; what grows with the register is never read whole. */
    @Test
    void whatIsOpenedOneByOneIsFoundByAnIndex() {
        List<String> codes = many.open(10_000);
        jdbc.execute("analyze");
        Task task = tasks.createTaskQuery()
                .processDefinitionKey(ManyIncidents.PROCESS + "-police")
                .listPage(0, 1)
                .get(0);
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, "congan");
        String engine = Visitor.Door.WEBAPP.path + "/task/" + task.getId();
        CountingDataSource counter = (CountingDataSource) source;
        counter.texts();
        List.of(
                        "/so-theo-doi/" + codes.get(1),
                        "/thong-bao",
                        "/api/tasks/" + task.getId() + "/incident",
                        "/api/tasks/clocks?ids=" + task.getId(),
                        engine,
                        engine + "/form-variables",
                        engine + "/identity-links")
                .forEach(path -> assertThat(visitor.get(path).status()).as(path).isEqualTo(200));
        List<String> questions = counter.texts().keySet().stream()
                .filter(text -> text.stripLeading().toLowerCase(Locale.ROOT).startsWith("select"))
                .toList();

        assertThat(questions).hasSizeGreaterThan(20);
        assertThat(questions)
                .allSatisfy(question -> assertThat(plan(question))
                        .as(question)
                        .doesNotContainPattern(
                                "Seq Scan on (incident|incident_office|incident_stage|watched_task|act_ru_task"
                                        + "|act_ru_execution|act_ru_identitylink|act_ru_authorization)\\b"));
    }

    /**
     * Tasklist counts every list at every look. Its question in parts and with rows out of reach, since how PostgreSQL puts the parts
     * together, and whether it may trust an index alone, depends on how much there is and how lately it has tidied up.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            identitylink_candidate | select TASK_ID_ from ACT_RU_IDENTITYLINK where GROUP_ID_ = ? and TYPE_ = 'candidate'
            task_listed            | select PROC_DEF_ID_ from ACT_RU_TASK where ID_ = ? and ASSIGNEE_ is null and DUE_DATE_ < now() \
                                     and FOLLOW_UP_DATE_ < now() and SUSPENSION_STATE_ = 1 and TENANT_ID_ is null
            authorization_office   | select 1 from ACT_RU_AUTHORIZATION where TYPE_ in (0, 1) and GROUP_ID_ = ? \
                                     and RESOURCE_TYPE_ = 7 and RESOURCE_ID_ = ? and PERMS_ & 2 = 2""")
    void listIsCountedWithoutReadingTheRowsOfItsTasksOrRights(String index, String question) {
        assertThat(plan(question, "enable_seqscan", "enable_bitmapscan", "enable_indexscan"))
                .contains("Index Only Scan using " + index);
    }

    private String plan(String question, String... switchedOff) {
        AtomicInteger values = new AtomicInteger();
        String numbered =
                Pattern.compile("\\?").matcher(question).replaceAll(found -> "\\$" + values.incrementAndGet());
        String nulls =
                values.get() == 0 ? "" : "(" + String.join(", ", Collections.nCopies(values.get(), "null")) + ")";
        return jdbc.execute((Connection connection) -> {
            JdbcTemplate one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            one.execute("set plan_cache_mode = force_generic_plan");
            for (String way : switchedOff) {
                one.execute("set " + way + " = off");
            }
            one.execute("prepare question as " + numbered);
            try {
                return String.join("\n", one.queryForList("explain execute question" + nulls, String.class));
            } finally {
                one.execute("deallocate question");
                one.execute("reset all");
            }
        });
    }

    /** The median, so that neither one lucky answer nor one busy moment of the machine decides; the first ones fill caches. */
    private Duration usual(String user, String path) {
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, user);
        List<Duration> took = IntStream.range(0, WARMING_UP + TRIES)
                .mapToObj(number -> {
                    long before = System.nanoTime();
                    assertThat(visitor.get(path).status()).isEqualTo(200);
                    return Duration.ofNanos(System.nanoTime() - before);
                })
                .skip(WARMING_UP)
                .sorted()
                .toList();
        return took.get(TRIES / 2);
    }
}
