package vn.ungcuu.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.ungcuu.TransactionBound;
import vn.ungcuu.incident.Incidents;

/** What the process {@code stalled-work} watches: one open task, its clocks, and who may do what about it. */
@Component
class Ladder {

    /** Process variable with the id of the watched task. */
    static final String WATCHED_TASK = "watchedTask";

    private final OpenWorks works;
    private final WatchedTasks watched;
    private final Incidents incidents;
    private final TransactionBound<Map<String, Seen>> seen = new TransactionBound<>();

    Ladder(OpenWorks works, WatchedTasks watched, Incidents incidents) {
        this.works = works;
        this.watched = watched;
        this.incidents = incidents;
    }

    /** One alarm asks several times; within its transaction, under the lock, nobody else changes anything. */
    private record Seen(OpenWork work, WatchedTask clocks) {}

    /**
     * The watched task as it is now. Whoever completes or takes it at this moment is waited for: reading it takes the lock of
     * its incident, as they do.
     *
     * @throws OptimisticLockingException if it has just ended, and the ladder with it: the timer that came too late has
     *     nothing left to do
     */
    OpenWork work(VariableScope ladder) {
        return seen(ladder).work();
    }

    WatchedTask clocks(VariableScope ladder) {
        return seen(ladder).clocks();
    }

    private Seen seen(VariableScope ladder) {
        String taskId = known(ladder, WATCHED_TASK);
        return find(taskId, known(ladder, "code")).orElseThrow(() -> ended(taskId));
    }

    /** The same of a task that need not have a ladder yet; empty when it has ended. */
    Optional<OpenWork> work(String taskId, String code) {
        return find(taskId, code).map(Seen::work);
    }

    private Optional<Seen> find(String taskId, String code) {
        incidents.hold(code);
        Map<String, Seen> known = seen.get(HashMap::new);
        if (!known.containsKey(taskId)) {
            works.find(taskId, code)
                    .ifPresent(work ->
                            watched.find(taskId).ifPresent(clocks -> known.put(taskId, new Seen(work, clocks))));
        }
        return Optional.ofNullable(known.get(taskId));
    }

    /** The watched task has just been changed. */
    void lookAgain() {
        seen.get(HashMap::new).clear();
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
        lookAgain();
    }
}
