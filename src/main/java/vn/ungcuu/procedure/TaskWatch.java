package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.deadline.Urgency;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.procedure.engine.TaskTimers;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/**
 * Watches every user task of an incident from its creation to its end, whatever diagram it stands in. Most tasks are done in
 * time, so all that is made for each is its clocks and one timer; the process {@code stalled-work} starts when the first
 * clock runs out, and ends with the task in the same transaction.
 */
@Component
class TaskWatch implements TaskClock {

    /** Two readings of the clock within one step. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

    private final Deadlines deadlines;
    private final WatchedTasks watched;
    private final TaskTimers timers;
    private final OpenWorks works;
    private final Ladder ladder;
    private final WorkNotices notices;
    private final Chronicle chronicle;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;
    private final Clock clock;

    TaskWatch(
            Deadlines deadlines,
            WatchedTasks watched,
            TaskTimers timers,
            OpenWorks works,
            Ladder ladder,
            WorkNotices notices,
            Chronicle chronicle,
            TaskService tasks,
            RuntimeService runtime,
            WithoutAuthorization withoutAuthorization,
            Clock clock) {
        this.deadlines = deadlines;
        this.watched = watched;
        this.timers = timers;
        this.works = works;
        this.ladder = ladder;
        this.notices = notices;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
        this.clock = clock;
    }

    /** The task is just being made: it gets its clocks, and with them due date and priority. */
    Clocks begins(DelegateTask task, OpenWork work) {
        Clocks clocks = deadlines.clocks(work.work(), clock.instant(), Statutory.deadline(task::getVariable));
        task.setDueDate(Date.from(clocks.finishBy()));
        task.setPriority(deadlines.priority(work.work().severity(), Urgency.IN_TIME, work.drill()));
        watched.add(task.getId(), work.code(), clocks);
        timers.start(task, clocks.first(work.claimed()));
        return clocks;
    }

    /**
     * Somebody has taken the task or given it back. Taken work need not be taken again; given back, it must, with time of its
     * own. About late work somebody else decides.
     *
     * @param work read only where it is needed, for it is many statements
     */
    void changesHands(DelegateTask task, Supplier<OpenWork> work) {
        watched.find(task.getId()).ifPresent(known -> {
            if (task.getAssignee() != null) {
                timers.move(task.getId(), known.clocks().first(true));
            } else if (isInTime(known)) {
                Clocks clocks =
                        deadlines.until(known.clocks().finishBy(), work.get().work(), clock.instant());
                watched.set(task.getId(), clocks, null);
                windAnew(known, clocks.first(false), at -> timers.start(task, at));
            }
        });
    }

    /**
     * The incident's severity is another one: what is in time gets the time of the new severity, counted from when the task
     * was made, or from now where that would be over already. Whoever has decided about late work has given it time; only less
     * time than that is news.
     */
    void severityChanges(String code) {
        withoutAuthorization.run(() -> watched.ofIncident(code).stream()
                .filter(this::isInTime)
                .forEach(known -> works.find(known.taskId(), code).ifPresent(work -> retime(known, work))));
    }

    private void retime(WatchedTask known, OpenWork work) {
        Task task = tasks.createTaskQuery().taskId(known.taskId()).singleResult();
        Instant before = known.clocks().finishBy();
        Clocks clocks = forSeverity(work, task.getCreateTime().toInstant(), before);
        Duration later = Duration.between(before, clocks.finishBy());
        if (later.abs().compareTo(SAME_MOMENT) > 0 && (later.isNegative() || known.ladder() == null)) {
            set(work, clocks, null);
            windAnew(known, clocks.first(work.claimed()), at -> timers.start(task, at));
            chronicle.write(
                    work.code(),
                    EntryKind.TIMER,
                    "Hạn của việc “" + work.name() + "” tính lại theo mức độ mới: "
                            + Moments.readAloud(clocks.finishBy()),
                    Map.of());
            if (later.isNegative()) {
                notices.deadlineChanged(work, clocks, "");
            }
        }
    }

    private Clocks forSeverity(OpenWork work, Instant created, Instant before) {
        Instant now = clock.instant();
        Instant latest = Statutory.deadline(name -> tasks.getVariable(work.taskId(), name));
        Clocks fromTheBeginning = deadlines.clocks(work.work(), created, latest);
        if (fromTheBeginning.finishBy().isAfter(now)) {
            return fromTheBeginning;
        }
        Clocks fromNow = deadlines.clocks(work.work(), now, latest);
        return fromNow.finishBy().isBefore(before) ? fromNow : deadlines.until(before, work.work(), now);
    }

    private boolean isInTime(WatchedTask known) {
        return known.heldUntil() == null && known.clocks().finishBy().isAfter(clock.instant());
    }

    /** Its clocks start from the beginning, also when the first has run out before. */
    private void windAnew(WatchedTask known, Instant first, Consumer<Instant> start) {
        if (known.ladder() == null) {
            timers.move(known.taskId(), first);
        } else {
            endLadder(known.ladder());
            watched.climb(known.taskId(), null);
            start.accept(first);
        }
    }

    /** Due date, follow-up date, priority and clocks, all at once. */
    void set(OpenWork work, Clocks clocks, @Nullable Instant heldUntil) {
        watched.set(work.taskId(), clocks, heldUntil);
        withoutAuthorization.run(() -> {
            tasks.setDueDate(work.taskId(), Date.from(clocks.finishBy()));
            tasks.setFollowUpDate(work.taskId(), heldUntil == null ? null : Date.from(heldUntil));
            tasks.setPriority(work.taskId(), deadlines.priority(work.work().severity(), Urgency.IN_TIME, work.drill()));
        });
    }

    /** The task is done or dropped: nothing of its watch is left. */
    void ends(String taskId) {
        boolean inTime = timers.cancel(taskId);
        Optional<String> ladder =
                inTime ? Optional.empty() : watched.find(taskId).map(WatchedTask::ladder);
        watched.remove(taskId);
        ladder.ifPresent(this::endLadder);
    }

    private void endLadder(String instance) {
        withoutAuthorization.run(
                () -> runtime.deleteProcessInstanceIfExists(instance, "watched task ended", false, true, false, false));
    }

    @Override
    public void runsOut(String taskId) {
        String code = watched.find(taskId).map(WatchedTask::code).orElse(null);
        if (code == null) {
            return;
        }
        // First the lock, then the look: whoever completes the task right now is waited for, or waits for us.
        ladder.work(taskId, code).ifPresent(work -> watched.climb(taskId, startLadder(work)));
    }

    private String startLadder(OpenWork work) {
        return runtime.createProcessInstanceByKey(ModelElement.STALLED_WORK)
                .processDefinitionWithoutTenantId()
                .businessKey(work.code())
                .setVariable(Ladder.WATCHED_TASK, work.taskId())
                .setVariable("code", work.code())
                .execute()
                .getId();
    }
}
