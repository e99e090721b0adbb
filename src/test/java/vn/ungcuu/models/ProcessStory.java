package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import vn.ungcuu.organization.Groups;

/**
 * A test class for one diagram, told as what people do: {@code office("answer-reporter", "answerText", "…")} is the
 * office completing the task that waits for it and for nobody else. Runs on an engine of its own, in memory, without
 * Spring. A class fails when its tests together leave any element or flow of the diagram unvisited.
 *
 * <p>What the diagram calls is replaced by a process of one step, {@code <called process>-work}: each has its own class.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProcessStory {

    private static final String PLAYED = "-work";
    private static final String REQUEST_NUMBER = "requestNumber";

    final StandIns standIns;
    ProcessInstance instance;

    private final ProcessEngineCoverageExtension extension;
    private final String process;
    private final List<String> calls;
    private final List<String> decisions;
    private ProcessEngine engine;

    /** @param extension made by {@link #measuring}; it must be a static field of the class, or it would not be asked */
    ProcessStory(ProcessEngineCoverageExtension extension, String process, List<String> calls, List<String> decisions) {
        this.extension = extension;
        this.process = process;
        this.calls = calls;
        this.decisions = decisions;
        this.standIns = new StandIns();
    }

    /** @param calls the called processes, played by a stand-in that is not measured */
    static ProcessEngineCoverageExtension measuring(List<String> calls) {
        ProcessEngineConfigurationImpl configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        String name = "story-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.setBeans(new HashMap<>());
        return ProcessEngineCoverageExtension.builder(configuration)
                .excludeProcessDefinitionKeys(calls.toArray(String[]::new))
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    @BeforeAll
    void deploy() {
        engine = extension.getProcessEngine();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getBeans()
                .putAll(standIns.byName());
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        deployment.addClasspathResource("processes/" + process + ".bpmn");
        decisions.forEach(decision -> deployment.addClasspathResource("processes/" + decision + ".dmn"));
        calls.forEach(called -> deployment.addModelInstance(
                called + ".bpmn",
                Bpmn.createExecutableProcess(called)
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent()
                        .userTask(called + PLAYED)
                        .endEvent()
                        .done()));
        deployment.deploy();
    }

    @BeforeEach
    void begin() {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void leaveNothing() {
        runtime()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime().deleteProcessInstance(left.getId(), "end of the test"));
        BpmnAwareTests.reset();
        ClockUtil.reset();
        standIns.forget();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    /** Starts the process as a call activity or a form would. */
    void start(Object... variables) {
        instance = runtime().startProcessInstanceByKey(process, values(variables));
    }

    void startByMessage(String message, Object... variables) {
        instance = runtime().startProcessInstanceByMessage(message, values(variables));
    }

    void office(String task, Object... answers) {
        complete(Groups.OFFICE, task, answers);
    }

    void police(String task, Object... answers) {
        complete(Groups.POLICE, task, answers);
    }

    void cultureSocial(String task, Object... answers) {
        complete(Groups.CULTURE_SOCIAL, task, answers);
    }

    void leadership(String task, Object... answers) {
        complete(Groups.LEADERSHIP, task, answers);
    }

    /** The one open task of this id, offered to this group alone, is completed. */
    void complete(String group, String task, Object... answers) {
        tasks().complete(open(group, task).getId(), values(answers));
    }

    /** The called process ends. */
    void finish(String called) {
        tasks().complete(onlyTask(called + PLAYED).getId());
    }

    /** The called process with this request number ends. */
    void finish(String called, int requestNumber) {
        Task task = tasks().createTaskQuery()
                .taskDefinitionKey(called + PLAYED)
                .processVariableValueEquals(REQUEST_NUMBER, requestNumber)
                .singleResult();
        tasks().complete(task.getId());
    }

    /** The only running instance of a called process. */
    ProcessInstance called(String called) {
        return runtime()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .processDefinitionKey(called)
                .singleResult();
    }

    Task open(String group, String task) {
        Task open = onlyTask(task);
        assertThat(open.getAssignee()).isNull();
        assertThat(officeOf(open)).as(task).isEqualTo(group);
        return open;
    }

    /** The one group that may claim the task. */
    String officeOf(Task task) {
        List<IdentityLink> links = tasks().getIdentityLinksForTask(task.getId());
        assertThat(links).as(task.getTaskDefinitionKey()).hasSize(1);
        return links.get(0).getGroupId();
    }

    private Task onlyTask(String id) {
        List<Task> found =
                tasks().createTaskQuery().active().taskDefinitionKey(id).list();
        assertThat(found).as("%s among %s", id, openTasks()).hasSize(1);
        return found.get(0);
    }

    /** Ids of all that people could complete now, with those of called processes. */
    List<String> openTasks() {
        return tasks().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** Nothing but these waits for people now. */
    void waitsFor(String... tasks) {
        assertThat(openTasks()).containsExactlyInAnyOrder(tasks);
    }

    /** A message arrives at this instance; what it says is known in all of it. */
    void message(String name, Object... variables) {
        runtime()
                .createMessageCorrelation(name)
                .processInstanceId(instance.getId())
                .setVariables(values(variables))
                .correlate();
    }

    /** A message that may come several times arrives with its own number, which is known only in what it starts. */
    void request(String name, int number) {
        runtime()
                .createMessageCorrelation(name)
                .processInstanceId(instance.getId())
                .setVariablesToTriggeredScope(Map.of(REQUEST_NUMBER, number))
                .correlate();
    }

    /** The outcomes with which the record is closed, in the diagram's own words: one, or none yet. */
    List<String> outcomes() {
        BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(instance.getProcessDefinitionId());
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .list()
                .stream()
                .map(passed -> (BaseElement) model.getModelElementById(passed.getActivityId()))
                .flatMap(element -> Models.property(element, "outcome").stream())
                .toList();
    }

    /** What had begun and was broken off. */
    List<String> brokenOff() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .canceled()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    TaskService tasks() {
        return engine.getTaskService();
    }

    ProcessEngine engine() {
        return engine;
    }

    /** @param pairs name, value, name, value, … */
    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        assertThat(Arrays.asList(pairs)).hasSize(2 * values.size());
        return values;
    }
}
