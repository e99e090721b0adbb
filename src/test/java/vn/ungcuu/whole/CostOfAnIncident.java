package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.ungcuu.models.StandIns;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;

/**
 * No test but a measurement, {@code bin/test -Dtest=CostOfAnIncident}, so it runs only when named: what each step of an ordinary incident
 * costs the database with everything we add to the engine, beside the same diagrams on an engine alone.
 */
@SpringBootTest
@Import(CountingDataSource.OfTheTest.class)
class CostOfAnIncident {

    @Autowired
    ProcessEngine ours;

    @Autowired
    DataSource source;

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
        // The first round fills caches: diagrams, forms, tables.
        handle(ours, (CountingDataSource) source, true);
        Map<String, Count> withOurs = handle(ours, (CountingDataSource) source, true);
        CountingDataSource aloneSource = new CountingDataSource(
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
        ProcessEngine alone = engineAlone(aloneSource);
        Map<String, Count> withoutOurs;
        try {
            handle(alone, aloneSource, false);
            withoutOurs = handle(alone, aloneSource, false);
        } finally {
            alone.close();
        }
        assertThat(withOurs.keySet()).containsExactlyElementsOf(withoutOurs.keySet());
        print(withOurs, withoutOurs);
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
        String instance = as(engine, checked ? "vanphong" : null, start);
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
                        engine.getTaskService().claim(id, user == null ? "somebody" : user);
                        engine.getFormService().submitTaskForm(id, filled);
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
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
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
