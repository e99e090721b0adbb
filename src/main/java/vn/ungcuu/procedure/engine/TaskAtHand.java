package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import vn.ungcuu.procedure.CompletingTask;
import vn.ungcuu.procedure.FormSchema;

/**
 * A task somebody works on, read with the right to do so.
 *
 * @param known those of its variables that the questions of its form may refer to
 */
record TaskAtHand(CompletingTask task, VariableMap known) {

    /** Reads a task, or null when there is none; whoever may not work on it is turned away as the engine would. */
    static Command<TaskAtHand> reading(String taskId, DeployedForms forms) {
        return context -> {
            TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return null;
            }
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
            task.initializeFormKey();
            FormSchema form = forms.of(task, context);
            return new TaskAtHand(described(task, form), known(task, form));
        };
    }

    /** The others, long texts among them, each of which is a statement of its own, are not read. */
    private static VariableMap known(TaskEntity task, FormSchema form) {
        VariableMap known = Variables.createVariables();
        for (String name : task.getVariableNames()) {
            if (form != null && form.words().contains(name)) {
                known.putValueTyped(name, task.getVariableTyped(name, false));
            }
        }
        return known;
    }

    private static CompletingTask described(TaskEntity task, FormSchema form) {
        ExecutionEntity instance = task.getProcessInstance();
        return new CompletingTask(
                task.getId(),
                task.getProcessDefinition() == null
                        ? null
                        : task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                CompletingTask.nameOf(task),
                task.getProcessInstanceId(),
                instance == null ? null : instance.getBusinessKey(),
                CompletingTask.officeOf(task),
                formKey(task),
                form);
    }

    private static String formKey(TaskEntity task) {
        return task.getFormKey() != null
                ? task.getFormKey()
                : task.getCamundaFormRef() == null
                        ? null
                        : task.getCamundaFormRef().getKey();
    }
}
