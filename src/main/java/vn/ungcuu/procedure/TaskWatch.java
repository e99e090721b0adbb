package vn.ungcuu.procedure;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.deadline.Urgency;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.engine.TaskTimers;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/**
 * Watches every user task of an incident from its creation to its end, whatever diagram it stands in. Most tasks are done in
 * time, so all that is made for each is its clocks and one timer; the process {@code stalled-work} starts when the first
 * clock runs out, and ends with the task in the same transaction.
 */
@Component
class TaskWatch implements TaskClock {

    private final Deadlines deadlines;
    private final WatchedTasks watched;
    private final TaskTimers timers;
    private final OpenWorks works;
    private final Incidents incidents;
    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;
    private final Clock clock;

    TaskWatch(
            Deadlines deadlines,
            WatchedTasks watched,
            TaskTimers timers,
            OpenWorks works,
            Incidents incidents,
            RuntimeService runtime,
            WithoutAuthorization withoutAuthorization,
            Clock clock) {
        this.deadlines = deadlines;
        this.watched = watched;
        this.timers = timers;
        this.works = works;
        this.incidents = incidents;
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
        this.clock = clock;
    }

    /** The task is just being made: it gets its clocks, and with them due date and priority. */
    Clocks begins(DelegateTask task, OpenWork work) {
        Clocks clocks = deadlines.clocks(work.work(), clock.instant(), Statutory.deadline(task::getVariable));
        task.setDueDate(Date.from(clocks.finishBy()));
        task.setPriority(deadlines.priority(work.work().severity(), Urgency.IN_TIME));
        watched.add(task.getId(), work.code(), clocks);
        timers.start(task, clocks.first(work.claimed()));
        return clocks;
    }

    /** Somebody has taken the task or given it back. Taken work need not be taken again; given back, it must. */
    void changesHands(DelegateTask task, OpenWork work) {
        watched.find(task.getId()).filter(known -> known.ladder() == null).ifPresent(known -> {
            Clocks clocks = known.clocks();
            if (!work.claimed()) {
                clocks = deadlines.until(clocks.finishBy(), work.work(), clock.instant());
                watched.set(task.getId(), clocks, known.heldUntil());
            }
            timers.move(task.getId(), clocks.first(work.claimed()));
        });
    }

    /** The task is done or dropped: nothing of its watch is left. */
    void ends(String taskId) {
        boolean inTime = timers.cancel(taskId);
        Optional<String> ladder =
                inTime ? Optional.empty() : watched.find(taskId).map(WatchedTask::ladder);
        watched.remove(taskId);
        ladder.ifPresent(instance -> withoutAuthorization.run(() ->
                runtime.deleteProcessInstanceIfExists(instance, "watched task ended", false, true, false, false)));
    }

    @Override
    public void runsOut(String taskId) {
        String code = watched.find(taskId).map(WatchedTask::code).orElse(null);
        if (code == null) {
            return;
        }
        // First the lock, then the look: whoever completes the task right now is waited for, or waits for us.
        incidents.lock(code);
        works.find(taskId, code).ifPresent(work -> watched.climb(taskId, startLadder(work)));
    }

    private String startLadder(OpenWork work) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Ladder.WATCHED_TASK, work.taskId());
        variables.put("code", work.code());
        variables.put("title", work.title());
        variables.put("drill", work.drill());
        variables.put("severity", work.work().severity());
        variables.put("severityName", FactLabels.severityName(work.work().severity()));
        variables.put(ProcedureEvents.STAGE_NAME, work.stageName());
        return runtime.createProcessInstanceByKey(ModelElement.STALLED_WORK)
                .processDefinitionWithoutTenantId()
                .businessKey(work.code())
                .setVariables(variables)
                .execute()
                .getId();
    }
}
