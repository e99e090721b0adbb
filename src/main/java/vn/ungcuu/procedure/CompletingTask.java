package vn.ungcuu.procedure;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.lang.Nullable;

/**
 * A user task that somebody is completing.
 *
 * @param processKey id of the process the task is drawn in
 * @param taskKey id of the task in its model
 * @param businessKey code of the incident
 * @param candidateGroup office the task belongs to, or null when it has none
 * @param formKey id of the form the task shows, or null when it shows none
 * @param form the form itself, or null when the task shows none that can be checked
 */
public record CompletingTask(
        String taskId,
        String processKey,
        String taskKey,
        String taskName,
        String processInstanceId,
        String businessKey,
        String candidateGroup,
        String formKey,
        FormSchema form) {

    /** What people call the task; its id where the analyst gave it no name. */
    public static String nameOf(DelegateTask task) {
        return task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
    }

    /** The first, by id, of the offices that may take the task; null when there is none. */
    public static @Nullable String officeOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
