package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungcuu.models.StandIns;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code bin/test -Dtest=CostOfAnIncident}, so it runs only when named: what each step of an ordinary incident
 * costs the database with everything we add to the engine, beside the same diagrams on an engine alone.
 */
@SpringBootTest
@OnPostgres
@Import(CountingDataSource.OfTheTest.class)
class CostOfAnIncident {

    @Autowired
    ProcessEngine ours;

    @Autowired
    DataSource source;

    @Autowired
    JdbcConnectionDetails database;

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 25;

    /** What the steps of one incident took, without what the test itself asks in between. */
    private long nanos;

    private final FormFiller filler =
            new FormFiller(Map.of("verificationResult", "incident", "kind", "system-fault", "systemLevel", 2));
    private final Map<String, Map<String, Object>> answers = new HashMap<>();

    @BeforeEach
    void stopTheClock() {
        WallClock.set(OffsetDateTime.parse("2026-05-04T08:00:00+07:00"));
    }

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void printsWhatEachStepCosts() throws IOException {
        CountingDataSource oursSource = (CountingDataSource) source;
        try (HikariDataSource pool = poolOfItsOwn()) {
            CountingDataSource aloneSource = new CountingDataSource(pool);
            ProcessEngine alone = engineAlone(aloneSource);
            try {
                // The first rounds fill caches and let the compiler warm up.
                for (int i = 0; i < WARM_UP; i++) {
                    handle(ours, oursSource, true);
                    handle(alone, aloneSource, false);
                }
                oursSource.kinds();
                aloneSource.kinds();
                Map<String, Count> withOurs = handle(ours, oursSource, true);
                Map<String, Count> withoutOurs = handle(alone, aloneSource, false);
                assertThat(withOurs.keySet()).containsExactlyElementsOf(withoutOurs.keySet());
                print(withOurs, withoutOurs);
                print(difference(oursSource.kinds(), aloneSource.kinds()));
                compareTimes(oursSource, alone, aloneSource);
            } finally {
                alone.close();
            }
        }
    }

    /** In turn, so that whatever else the machine does meets both. */
    private void compareTimes(CountingDataSource oursSource, ProcessEngine alone, CountingDataSource aloneSource) {
        List<Long> oursTimes = new ArrayList<>();
        List<Long> aloneTimes = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            nanos = 0;
            handle(ours, oursSource, true);
            oursTimes.add(nanos);
            nanos = 0;
            handle(alone, aloneSource, false);
            aloneTimes.add(nanos);
        }
        double oursMedian = median(oursTimes);
        double aloneMedian = median(aloneTimes);
        System.out.printf(
                Locale.ROOT,
                "%nOne incident, %d rounds in turn: ours %.0f ms (%.0f-%.0f), alone %.0f ms (%.0f-%.0f), ratio %.2f%n",
                ROUNDS,
                oursMedian / 1e6,
                oursTimes.get(0) / 1e6,
                oursTimes.get(ROUNDS - 1) / 1e6,
                aloneMedian / 1e6,
                aloneTimes.get(0) / 1e6,
                aloneTimes.get(ROUNDS - 1) / 1e6,
                oursMedian / aloneMedian);
    }

    private static double median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    /** A second database on the same server, in a pool as large as the application's. */
    private HikariDataSource poolOfItsOwn() {
        String name = "alone_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(source).execute("create database " + name);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"));
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(20);
        return pool;
    }

    private static List<String> difference(Map<String, Long> ours, Map<String, Long> alone) {
        Set<String> all = new TreeSet<>(ours.keySet());
        all.addAll(alone.keySet());
        return all.stream()
                .map(kind -> new Difference(kind, ours.getOrDefault(kind, 0L), alone.getOrDefault(kind, 0L)))
                .sorted(Comparator.comparingLong(Difference::more).reversed())
                .map(one -> String.format("%-44s %8d %8d %+8d", one.kind, one.ours, one.alone, one.more()))
                .toList();
    }

    private record Difference(String kind, long ours, long alone) {
        long more() {
            return ours - alone;
        }
    }

    private static void print(List<String> lines) {
        System.out.printf("%n%-44s %8s %8s %8s%n", "all statements, the reader's included", "ours", "alone", "more");
        lines.forEach(System.out::println);
    }

    /** One ordinary incident, step by step. */
    private Map<String, Count> handle(ProcessEngine engine, CountingDataSource counter, boolean checked) {
        Map<String, Count> steps = new LinkedHashMap<>();
        Map<String, Object> report = ReportsOverRest.report();
        Supplier<String> start = () -> engine.getRuntimeService()
                .createMessageCorrelation("incident-reported")
                .setVariables(report)
                .correlateStartMessage()
                .getId();
        Count before = counter.count();
        long begunAt = System.nanoTime();
        String instance = as(engine, checked ? "vanphong" : null, start);
        nanos += System.nanoTime() - begunAt;
        steps.put("report", counter.count().since(before));
        for (Task task = next(engine); task != null; task = next(engine)) {
            String user = checked ? memberFor(engine, task) : null;
            Map<String, Object> filled =
                    checked ? answersTo(engine, task) : new HashMap<>(answers.get(task.getTaskDefinitionKey()));
            String id = task.getId();
            steps.merge(
                    task.getTaskDefinitionKey(),
                    as(engine, user, () -> {
                        Count begun = counter.count();
                        long from = System.nanoTime();
                        engine.getTaskService().claim(id, user == null ? "somebody" : user);
                        engine.getFormService().submitTaskForm(id, filled);
                        nanos += System.nanoTime() - from;
                        return counter.count().since(begun);
                    }),
                    Count::and);
        }
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getEndTime())
                .isNotNull();
        return steps;
    }

    private static Task next(ProcessEngine engine) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .orderByTaskName()
                .asc()
                .list();
        return open.isEmpty() ? null : open.get(0);
    }

    private Map<String, Object> answersTo(ProcessEngine engine, Task task) {
        FormSchema form;
        try (var content = engine.getFormService().getDeployedTaskForm(task.getId())) {
            form = FormSchema.read(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> filled =
                filler.fill(form, engine.getFormService().getTaskFormVariables(task.getId()), Map.of());
        Map<String, Object> stored = new HashMap<>(filled);
        stored.replaceAll((key, value) -> value instanceof List<?> list ? Spin.JSON(list) : value);
        answers.put(task.getTaskDefinitionKey(), stored);
        return filled;
    }

    private static String memberFor(ProcessEngine engine, Task task) {
        String office = engine.getTaskService()
                .getIdentityLinksForTask(task.getId())
                .get(0)
                .getGroupId();
        return engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(office)
                .list()
                .get(0)
                .getId();
    }

    private static <T> T as(ProcessEngine engine, String user, Supplier<T> work) {
        if (user == null) {
            return work.get();
        }
        engine.getIdentityService().setAuthentication(user, Crew.groupsOf(engine, user));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The engine as it comes, with full history and what the diagrams name, and nothing else of ours. */
    private static ProcessEngine engineAlone(CountingDataSource source) throws IOException {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("alone");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.setBeans(new StandIns().byName());
        ProcessEngine engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")) {
            for (Resource model : resources.getResources("classpath*:" + pattern)) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
        }
        deployment.deploy();
        return engine;
    }

    private static void print(Map<String, Count> ours, Map<String, Count> alone) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%n%-28s %21s %21s", "", "statements", "round trips"));
        lines.add(String.format(
                "%-28s %10s %10s %10s %10s", "step (claim and submit)", "ours", "alone", "ours", "alone"));
        Count oursTotal = new Count(0, 0);
        Count aloneTotal = new Count(0, 0);
        for (String step : ours.keySet()) {
            lines.add(line(step, ours.get(step), alone.get(step)));
            oursTotal = oursTotal.and(ours.get(step));
            aloneTotal = aloneTotal.and(alone.get(step));
        }
        lines.add(line("total", oursTotal, aloneTotal));
        System.out.println(String.join(System.lineSeparator(), lines));
    }

    private static String line(String step, Count ours, Count alone) {
        return String.format(
                "%-28s %10d %10d %10d %10d",
                step, ours.statements(), alone.statements(), ours.roundTrips(), alone.roundTrips());
    }
}
