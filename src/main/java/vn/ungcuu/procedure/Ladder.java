package vn.ungcuu.procedure;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incidents;

/** What the process {@code stalled-work} watches: one open task, its clocks, and who may do what about it. */
@Component
class Ladder {

    /** Process variable with the id of the watched task. */
    static final String WATCHED_TASK = "watchedTask";

    private final OpenWorks works;
    private final WatchedTasks watched;
    private final Incidents incidents;

    Ladder(OpenWorks works, WatchedTasks watched, Incidents incidents) {
        this.works = works;
        this.watched = watched;
        this.incidents = incidents;
    }

    /**
     * The watched task as it is now. Whoever completes or takes it at this moment is waited for: reading it takes the lock of
     * its incident, as they do.
     *
     * @throws OptimisticLockingException if it has just ended, and the ladder with it: the timer that came too late has
     *     nothing left to do
     */
    OpenWork work(VariableScope ladder) {
        String code = known(ladder, "code");
        incidents.hold(code);
        String taskId = known(ladder, WATCHED_TASK);
        return works.find(taskId, code).orElseThrow(() -> ended(taskId));
    }

    WatchedTask clocks(VariableScope ladder) {
        String taskId = known(ladder, WATCHED_TASK);
        return watched.find(taskId).orElseThrow(() -> ended(taskId));
    }

    /** A ladder that has ended since its timer was read has no variables any more. */
    private static String known(VariableScope ladder, String variable) {
        Object value = ladder.getVariable(variable);
        if (value == null) {
            throw new OptimisticLockingException("The ladder has ended: it does not know its " + variable);
        }
        return value.toString();
    }

    private static OptimisticLockingException ended(String taskId) {
        return new OptimisticLockingException("Watched task has ended: " + taskId);
    }

    /** Its clocks run again. */
    void release(WatchedTask held) {
        watched.set(held.taskId(), held.clocks(), null);
    }
}
