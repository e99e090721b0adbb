package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;

/** One ordinary incident from report to closure over the Java API, every task taken and completed, for measurements. */
final class OrdinaryIncident {

    private static final FormFiller FILLER =
            new FormFiller(Map.of("verificationResult", "incident", "kind", "system-fault", "systemLevel", 2));

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final ProcessEngine engine;
    private final CountingDataSource counter;
    /** What was answered in each task of ours; the engine alone, which knows no people and checks nothing, is given the same. */
    private final Map<String, Map<String, Object>> answers;

    private final boolean ours;
    private long nanos;
    private long processorNanos;

    private OrdinaryIncident(
            ProcessEngine engine, CountingDataSource counter, Map<String, Map<String, Object>> answers, boolean ours) {
        this.engine = engine;
        this.counter = counter;
        this.answers = answers;
        this.ours = ours;
    }

    static OrdinaryIncident ofOurs(
            ProcessEngine engine, CountingDataSource counter, Map<String, Map<String, Object>> answers) {
        return new OrdinaryIncident(engine, counter, answers, true);
    }

    static OrdinaryIncident of(EngineAlone alone, Map<String, Map<String, Object>> answers) throws IOException {
        DeploymentBuilder deployment = alone.engine().getRepositoryService().createDeployment();
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")) {
            for (Resource model : resources.getResources("classpath*:" + pattern)) {
                deployment.addInputStream(model.getFilename(), model.getInputStream());
            }
        }
        deployment.deploy();
        return new OrdinaryIncident(alone.engine(), alone.source(), answers, false);
    }

    /** What the steps of the last one took, without what is asked in between to know who does what next. */
    long nanos() {
        return nanos;
    }

    /** The share of the processor in that, without the database's own: it is the same on a busy machine. */
    long processorNanos() {
        return processorNanos;
    }

    /** What each step cost the database. */
    Map<String, Count> handle() {
        nanos = 0;
        processorNanos = 0;
        Map<String, Count> steps = new LinkedHashMap<>();
        Map<String, Object> report = ReportsOverRest.report();
        String[] instance = new String[1];
        steps.put(
                "report",
                measured(
                        "vanphong",
                        () -> instance[0] = engine.getRuntimeService()
                                .createMessageCorrelation("incident-reported")
                                .setVariables(report)
                                .correlateStartMessage()
                                .getId()));
        for (Task task = next(); task != null; task = next()) {
            String user = ours ? memberFor(task) : "somebody";
            Map<String, Object> filled =
                    ours ? answersTo(task) : new HashMap<>(answers.get(task.getTaskDefinitionKey()));
            String id = task.getId();
            steps.merge(
                    task.getTaskDefinitionKey(),
                    measured(user, () -> {
                        engine.getTaskService().claim(id, user);
                        engine.getFormService().submitTaskForm(id, filled);
                    }),
                    Count::and);
        }
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance[0])
                        .singleResult()
                        .getEndTime())
                .isNotNull();
        return steps;
    }

    private Count measured(String user, Runnable step) {
        engine.getIdentityService().setAuthentication(user, ours ? Crew.groupsOf(engine, user) : List.of());
        try {
            Count before = counter.count();
            long from = System.nanoTime();
            long processorFrom = PROCESSOR.getCurrentThreadCpuTime();
            step.run();
            processorNanos += PROCESSOR.getCurrentThreadCpuTime() - processorFrom;
            nanos += System.nanoTime() - from;
            return counter.count().since(before);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Task next() {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .orderByTaskName()
                .asc()
                .list();
        return open.isEmpty() ? null : open.get(0);
    }

    private Map<String, Object> answersTo(Task task) {
        FormSchema form;
        try (var content = engine.getFormService().getDeployedTaskForm(task.getId())) {
            form = FormSchema.read(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> filled =
                FILLER.fill(form, engine.getFormService().getTaskFormVariables(task.getId()), Map.of());
        Map<String, Object> stored = new HashMap<>(filled);
        stored.replaceAll((key, value) -> value instanceof List<?> list ? Spin.JSON(list) : value);
        answers.put(task.getTaskDefinitionKey(), stored);
        return filled;
    }

    private String memberFor(Task task) {
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
}
