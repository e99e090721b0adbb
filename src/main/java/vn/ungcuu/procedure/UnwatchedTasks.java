package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
import vn.ungcuu.procedure.engine.DeploymentLock;
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
    private final DeploymentLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnwatchedTasks(
            TaskService tasks,
            RuntimeService runtime,
            OpenWorks works,
            WatchedTasks watched,
            Deadlines deadlines,
            TaskTimers timers,
            DeploymentLock lock,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.works = works;
        this.watched = watched;
        this.deadlines = deadlines;
        this.timers = timers;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watchThem() {
        transaction.executeWithoutResult(status -> {
            // Nodes that start together find the same tasks.
            lock.acquire();
            if (ofIncidents().count() == watched.count()) {
                return;
            }
            Set<String> known = watched.ids();
            ofIncidents().list().stream()
                    .filter(task -> !known.contains(task.getId()))
                    .forEach(this::watch);
        });
    }

    private TaskQuery ofIncidents() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKeyLike("%-%")
                .taskDefinitionKeyNotIn(WorkClocks.CHASE, WorkClocks.DECIDE);
    }

    private void watch(Task task) {
        IncidentKey.of(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .flatMap(code -> works.find(task.getId(), code))
                .ifPresent(work -> {
                    Instant now = clock.instant();
                    Clocks clocks = task.getDueDate() == null
                            ? deadlines.clocks(work.work(), now, null)
                            : deadlines.until(task.getDueDate().toInstant(), work.work(), now);
                    watched.add(task.getId(), work.code(), clocks);
                    timers.start(task, clocks.first(work.claimed()));
                    LOG.info("Task {} of {} is watched from now on", work.work().task(), work.code());
                });
    }
}
