package vn.ungcuu.procedure;

import java.util.List;
import org.springframework.lang.Nullable;
import vn.ungcuu.deadline.Work;

/**
 * An open user task of an incident, as messages and decisions about it need it.
 *
 * @param name what people call it
 * @param todo what has to be done, in a sentence or two; empty where the diagram does not say
 * @param offices groups that may do it
 * @param assignee who has taken it, or null
 */
record OpenWork(
        String taskId,
        Work work,
        String name,
        String todo,
        String code,
        String title,
        boolean drill,
        @Nullable String stageName,
        List<String> offices,
        @Nullable String assignee) {

    boolean claimed() {
        return assignee != null;
    }

    OpenWork heldBy(List<String> others, @Nullable String person) {
        return new OpenWork(taskId, work, name, todo, code, title, drill, stageName, others, person);
    }

    OpenWork named(String other) {
        return new OpenWork(taskId, work, other, todo, code, title, drill, stageName, offices, assignee);
    }

    OpenWork toDo(String other) {
        return new OpenWork(taskId, work, name, other, code, title, drill, stageName, offices, assignee);
    }

    /** Where Tasklist shows it. */
    String path() {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }

    /** The page of its incident. */
    String incidentPath() {
        return incidentPath(code);
    }

    static String incidentPath(String code) {
        return "/so-theo-doi/" + code;
    }
}
