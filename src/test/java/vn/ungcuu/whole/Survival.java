package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.UngCuuApplication;

/** What must be true after any fault: what was acknowledged has happened, once, and nothing hangs. */
final class Survival {

    /** For what was due during the fault, on a busy machine. */
    private static final Duration CATCHING_UP = Duration.ofMinutes(3);

    private final BeanFactory application;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    /** @param application on the database that survived */
    Survival(BeanFactory application) {
        this.application = application;
        this.engine = application.getBean(ProcessEngine.class);
        this.jdbc = application.getBean(JdbcClient.class);
    }

    /** Somewhere a node must be running, or what is due is never done. */
    void check(Map<String, String> reports, Set<String> completed) {
        nothingDueIsLeft();
        reportsAreThereOnce(reports);
        numbersHaveNoGaps();
        completionsAreToldOnce(completed);
        timelinesAreWhole();
        recordAndEngineTellTheSame();
        everyOpenTaskIsWatched();
        workGoesOn(reports.values().iterator().next());
    }

    private void nothingDueIsLeft() {
        ManagementService jobs = engine.getManagementService();
        await("what is due is done")
                .atMost(CATCHING_UP)
                .until(() -> jobs.createJobQuery()
                                .executable()
                                .duedateLowerThan(new Date(System.currentTimeMillis() - 20_000))
                                .count()
                        == 0);
        assertThat(jobs.createJobQuery().noRetriesLeft().list())
                .as("jobs that were given up")
                .isEmpty();
        assertThat(jobs.createJobQuery().withException().list())
                .as("jobs that failed and wait for their next try")
                .allSatisfy(job -> assertThat(job.getRetries()).isPositive());
    }

    private void reportsAreThereOnce(Map<String, String> reports) {
        Map<String, List<String>> codes = jdbc
                .sql("select source_reference, code from incident where source = ?")
                .param(StubbornOfficers.SOURCE)
                .query((result, number) -> Map.entry(result.getString(1), result.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        assertThat(reports)
                .isNotEmpty()
                .allSatisfy(
                        (reference, code) -> assertThat(codes.get(reference)).containsExactly(code));
    }

    private void numbersHaveNoGaps() {
        List<Long> numbers = jdbc.sql(
                        "select cast(substring(code from 9) as bigint) from incident where code like 'SC-%' order by 1")
                .query(Long.class)
                .list();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(jdbc.sql("select sum(last_number) from incident_number where series = 'SC'")
                        .query(Long.class)
                        .single())
                .isEqualTo(numbers.size());
    }

    private void completionsAreToldOnce(Set<String> acknowledged) {
        List<HistoricTaskInstance> done = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskDeleteReason("completed")
                .list();
        assertThat(done).extracting(HistoricTaskInstance::getId).containsAll(acknowledged);
        Map<String, Long> inEngine = done.stream()
                .collect(Collectors.groupingBy(
                        task -> codeOf(task) + " Hoàn thành: " + task.getName().replaceAll("\\s+", " "),
                        Collectors.counting()));
        Map<String, Long> inRecord = jdbc
                .sql("select incident_code || ' ' || what, count(*) from timeline_entry"
                        + " where kind = 'task' and what like 'Hoàn thành: %' group by incident_code, what")
                .query((result, number) -> Map.entry(result.getString(1), result.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(inRecord).isEqualTo(inEngine);
    }

    private String codeOf(HistoricTaskInstance task) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private void timelinesAreWhole() {
        assertThat(jdbc.sql("""
                                select i.code from incident i
                                left join timeline_entry t on t.incident_code = i.code
                                group by i.code, i.timeline_length
                                having count(t.sequence) <> i.timeline_length or max(t.sequence) <> i.timeline_length""").query(String.class).list())
                .as("incidents whose timeline has a gap")
                .isEmpty();
    }

    private void recordAndEngineTellTheSame() {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("incident-response")
                        .list())
                .extracting(instance -> instance.getBusinessKey())
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select code from incident where status = 'open'")
                        .query(String.class)
                        .list());
    }

    private void everyOpenTaskIsWatched() {
        List<String> open = engine.getTaskService().createTaskQuery().list().stream()
                .filter(task -> !task.getProcessDefinitionId().startsWith("stalled-work"))
                .map(task -> task.getId())
                .toList();
        assertThat(jdbc.sql("select task_id from watched_task")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(open);
    }

    private void workGoesOn(String code) {
        Crew crew = new Crew(application, Map.of());
        WallClock.set(OffsetDateTime.now(UngCuuApplication.ZONE));
        try {
            crew.finish(code);
        } finally {
            WallClock.letGo();
        }
        assertThat(crew.incident(code).open()).isFalse();
    }
}
