package vn.ungcuu.procedure;

import java.util.Map;

/**
 * Takes part in the completion of every user task, whichever way it comes (Tasklist, REST, Java), in the completion's own
 * transaction: an exception undoes the completion, a {@link Refusal} is shown to the user.
 *
 * <p>Values are those of the form, checked and normalised by {@link FormCheck}: a key with null was emptied by the user; a
 * key that is absent was not asked or not answered and keeps what is known.
 */
public interface TaskCompletion {

    /**
     * Before anything of the task is read and its user's right to it is checked: to lock what must not change meanwhile.
     *
     * @param businessKey of the task's process instance
     */
    default void begins(String businessKey) {}

    /** Before the engine completes the task; its variables are still those the user saw. */
    default void completing(CompletingTask task, Map<String, Object> values) {}

    /** Before a comment on the task is kept, whoever may work on it writes one. */
    default void commented(CompletingTask task, String message) {}

    /** After the engine has moved on to the next wait states, before the transaction commits. */
    default void completed(CompletingTask task, Map<String, Object> values) {}
}
