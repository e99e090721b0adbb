package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.engine.TaskTimers;

/**
 * Tasks that were open before there was a watch, or were restored from elsewhere, are watched from the next start on; they keep
 * the due date they have.
 */
@Component
class UnwatchedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(UnwatchedTasks.class);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OpenWorks works;
    private final WatchedTasks watched;
    private final Deadlines deadlines;
    private final TaskTimers timers;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnwatchedTasks(
            TaskService tasks,
            RuntimeService runtime,
            OpenWorks works,
            WatchedTasks watched,
            Deadlines deadlines,
            TaskTimers timers,
            Incidents incidents,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.works = works;
        this.watched = watched;
        this.deadlines = deadlines;
        this.timers = timers;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watchThem() {
        if (ofIncidents().count() == watched.count()) {
            return;
        }
        // First the tasks: one that is made after this is watched by itself.
        List<Task> open = ofIncidents().list();
        Set<String> known = watched.ids();
        open.stream().filter(task -> !known.contains(task.getId())).forEach(this::tryToWatch);
    }

    private void tryToWatch(Task task) {
        try {
            transaction.executeWithoutResult(status -> watch(task));
        } catch (RuntimeException e) {
            LOG.error("Task {} cannot be watched; the next start tries again", task.getId(), e);
        }
    }

    private TaskQuery ofIncidents() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKeyLike("%-%")
                .taskDefinitionKeyNotIn(WorkClocks.CHASE, WorkClocks.DECIDE);
    }

    private void watch(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        String code = instance == null
                ? null
                : IncidentKey.of(instance.getBusinessKey()).orElse(null);
        if (code == null) {
            return;
        }
        // Another node that starts at the same time, or somebody who completes the task, waits for us or comes first.
        incidents.hold(code);
        if (watched.find(task.getId()).isPresent()) {
            return;
        }
        works.find(task.getId(), code).ifPresent(work -> {
            Instant now = clock.instant();
            Clocks clocks = task.getDueDate() == null
                    ? deadlines.clocks(work.work(), now, null)
                    : deadlines.until(task.getDueDate().toInstant(), work.work(), now);
            watched.add(task.getId(), code, clocks);
            timers.start(task, clocks.first(work.claimed()));
            LOG.info("Task {} of {} is watched from now on", work.work().task(), code);
        });
    }
}
