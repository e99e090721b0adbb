package vn.ungcuu.procedure.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;
import vn.ungcuu.procedure.Refusal;

/** Every completion of a task through this service is checked against the task's form first. */
class CheckedTaskService extends TaskServiceImpl {

    private final CheckedCompletion completion;

    CheckedTaskService(CheckedCompletion completion) {
        this.completion = completion;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        completion.complete(commandExecutor, taskId, variables, checked -> {
            super.complete(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return completion.complete(
                commandExecutor,
                taskId,
                variables,
                checked -> super.completeWithVariablesInReturn(taskId, checked, deserializeValues));
    }

    /** Two of an office often reach for the same task; the second is told so in words he understands. */
    @Override
    public void claim(String taskId, String userId) {
        completion.claim(commandExecutor, taskId, () -> super.claim(taskId, userId));
    }

    /** What somebody writes beside a task belongs to the record like everything else. */
    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        return completion.comment(
                commandExecutor, taskId, message, () -> super.createComment(taskId, processInstanceId, message));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        refuse(variables);
        super.resolveTask(taskId, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        refuse(variables);
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        refuse(variables);
        super.handleEscalation(taskId, escalationCode, variables);
    }

    /** These ways past the form are for nobody; and an error or an escalation answers nothing. */
    private static void refuse(Map<String, Object> variables) {
        if (variables != null && !variables.isEmpty()) {
            throw RefusedRequest.remember(new Refusal("Thao tác này không nhận thông tin gửi kèm."));
        }
    }

    /**
     * Tasklist's button for giving a task back asks for the right to assign, which nobody holds: it would let an office
     * take tasks from one another. Whoever has taken a task may return it with the right to work on it.
     */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null && isHeldByWhoAsks(taskId)) {
            completion.claim(commandExecutor, taskId, () -> super.claim(taskId, null));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private boolean isHeldByWhoAsks(String taskId) {
        return commandExecutor.execute(context -> {
            TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            return task != null
                    && context.getAuthenticatedUserId() != null
                    && context.getAuthenticatedUserId().equals(task.getAssignee());
        });
    }
}
