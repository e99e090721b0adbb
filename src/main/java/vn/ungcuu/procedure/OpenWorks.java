package vn.ungcuu.procedure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Work;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** Reads open tasks of incidents, while the engine makes them and later. */
@Component
class OpenWorks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ModelElements elements;
    private final WithoutAuthorization withoutAuthorization;

    OpenWorks(
            TaskService tasks,
            RuntimeService runtime,
            ModelElements elements,
            WithoutAuthorization withoutAuthorization) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.elements = elements;
        this.withoutAuthorization = withoutAuthorization;
    }

    /** A task just being made. */
    OpenWork of(DelegateTask task, String code) {
        return work(
                task.getId(),
                task.getTaskDefinitionKey(),
                elements.find(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                        .orElse(null),
                CompletingTask.nameOf(task),
                code,
                task::getVariable,
                officesOf(task),
                task.getAssignee());
    }

    /** Groups that may do a task, by id. */
    static List<String> officesOf(DelegateTask task) {
        return groups(List.copyOf(task.getCandidates()));
    }

    /** Empty when the task has ended. */
    Optional<OpenWork> find(String taskId, String code) {
        return withoutAuthorization.call(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .map(task -> of(task, code)));
    }

    List<OpenWork> ofIncident(String code) {
        return withoutAuthorization.call(
                () -> tasks.createTaskQuery().processInstanceBusinessKey(code).active().list().stream()
                        .map(task -> of(task, code))
                        .toList());
    }

    private OpenWork of(Task task, String code) {
        Map<String, Object> variables = shown(task);
        return work(
                task.getId(),
                task.getTaskDefinitionKey(),
                elements.find(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                        .orElse(null),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                code,
                variables::get,
                groups(tasks.getIdentityLinksForTask(task.getId())),
                task.getAssignee());
    }

    /**
     * What its card shows, in one statement: these stand at the task, its execution or its instance and nowhere between, see
     * {@link TaskEvents}.
     */
    private Map<String, Object> shown(Task task) {
        Map<String, Object> values = new HashMap<>();
        runtime
                .createVariableInstanceQuery()
                .variableScopeIdIn(task.getId(), task.getExecutionId(), task.getProcessInstanceId())
                .variableNameIn("title", "drill", "severity", ProcedureEvents.STAGE_NAME)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(variable -> depth(variable, task)))
                .forEach(variable -> values.put(variable.getName(), variable.getValue()));
        return values;
    }

    /** What is further in is meant. */
    private static int depth(VariableInstance variable, Task task) {
        if (variable.getTaskId() != null) {
            return 2;
        }
        return variable.getExecutionId().equals(task.getExecutionId()) ? 1 : 0;
    }

    private static OpenWork work(
            String taskId,
            String taskKey,
            @Nullable ModelElement element,
            String name,
            String code,
            Function<String, Object> variables,
            List<String> offices,
            @Nullable String assignee) {
        return new OpenWork(
                taskId,
                new Work(
                        taskKey,
                        element == null ? null : element.stage(),
                        Objects.toString(variables.apply("severity"), null)),
                name,
                element == null ? "" : element.todo(),
                code,
                Objects.toString(variables.apply("title"), ""),
                Boolean.TRUE.equals(variables.apply("drill")),
                Objects.toString(variables.apply(ProcedureEvents.STAGE_NAME), null),
                offices,
                assignee);
    }

    private static List<String> groups(List<IdentityLink> links) {
        return links.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
