package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import vn.ungcuu.procedure.CompletingTask;
import vn.ungcuu.procedure.FormSchema;

/**
 * A task somebody works on, read with the right to do so.
 *
 * @param known the variables its form is shown with
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
            return new TaskAtHand(described(task, forms.of(task, context)), task.getVariablesTyped(false));
        };
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
