package vn.ungcuu.procedure.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The way of Tasklist: every task form submitted through this service is checked first. */
class CheckedFormService extends FormServiceImpl {

    private final CheckedCompletion completion;

    CheckedFormService(CheckedCompletion completion) {
        this.completion = completion;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        completion.complete(commandExecutor, taskId, properties, checked -> {
            super.submitTaskForm(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return completion.complete(
                commandExecutor,
                taskId,
                properties,
                checked -> super.submitTaskFormWithVariablesInReturn(taskId, checked, deserializeValues));
    }
}
