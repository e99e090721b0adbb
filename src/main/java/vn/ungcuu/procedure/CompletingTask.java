package vn.ungcuu.procedure;

/**
 * A user task that somebody is completing.
 *
 * @param taskKey id of the task in its model
 * @param rootProcessInstanceId of the outermost caller; the same as {@code processInstanceId} outside called processes
 * @param businessKey code of the incident
 * @param assignee who holds the task, or null
 * @param candidateGroup office the task belongs to, or null when it has none
 * @param formKey id of the form the task shows, or null when it shows none
 * @param form the form itself, or null when the task shows none that can be checked
 */
public record CompletingTask(
        String taskId,
        String taskKey,
        String taskName,
        String executionId,
        String processInstanceId,
        String rootProcessInstanceId,
        String processDefinitionKey,
        String businessKey,
        String assignee,
        String candidateGroup,
        String formKey,
        FormSchema form) {}
