package vn.ungcuu.workplace;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.TaskClocks;
import vn.ungcuu.procedure.TaskOffices;
import vn.ungcuu.procedure.WatchedTask;

/**
 * Open tasks as the pages show them. The queries themselves say whose tasks they want, and an incident page is shown
 * only to who may see the incident, so they run without the engine's own filter by rights.
 */
@Component
class WorkList {

    /** As many as somebody reads before he begins; Tasklist has them all. */
    private static final int MOST_URGENT = 20;

    /** More than one incident ever has open. */
    private static final int OF_AN_INCIDENT = 50;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Incidents incidents;
    private final TaskClocks clocks;
    private final TaskOffices offices;
    private final People people;
    private final Clock clock;

    WorkList(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            Incidents incidents,
            TaskClocks clocks,
            TaskOffices offices,
            People people,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.incidents = incidents;
        this.clocks = clocks;
        this.offices = offices;
        this.people = people;
        this.clock = clock;
    }

    /** What the person has taken over, most urgent first: in the order Tasklist shows it in. */
    Work of(Me me) {
        return work(() -> tasks.createTaskQuery().taskAssignee(me.id()), me);
    }

    /** How much of that is past its due date, listed or not. */
    long overdueOf(Me me) {
        return unfiltered(() -> tasks.createTaskQuery()
                .taskAssignee(me.id())
                .active()
                .dueBefore(Date.from(clock.instant()))
                .count());
    }

    /** What waits for somebody of the person's offices to take it over, most urgent first. */
    Work unclaimedOf(Me me) {
        if (me.groupIds().isEmpty()) {
            return Work.NONE;
        }
        return work(() -> tasks.createTaskQuery().taskUnassigned().taskCandidateGroupIn(me.groupIds()), me);
    }

    private Work work(Supplier<TaskQuery> which, Me me) {
        return unfiltered(() -> {
            List<OpenTask> shown = view(which.get(), MOST_URGENT, me);
            return new Work(
                    shown,
                    shown.size() < MOST_URGENT
                            ? shown.size()
                            : which.get().active().count());
        });
    }

    /** Every open task of one incident, whoever it belongs to. */
    List<OpenTask> ofIncident(String code, Me me) {
        return unfiltered(() -> view(tasks.createTaskQuery().processInstanceBusinessKey(code), OF_AN_INCIDENT, me));
    }

    /**
     * Those of the tasks that are open and that the person may see: by the engine's own rights, and no task of an incident
     * the person may not know of.
     */
    List<OpenTask> visible(Collection<String> taskIds, Me me) {
        List<Task> found = tasks.createTaskQuery()
                .taskIdIn(taskIds.toArray(String[]::new))
                .active()
                .list();
        return unfiltered(() -> {
            Map<String, String> codes = codes(found);
            Map<String, Incident> known = incidents.findAll(Set.copyOf(codes.values()), me.viewer());
            return view(
                    found.stream()
                            .filter(task -> !codes.containsKey(task.getProcessInstanceId())
                                    || known.containsKey(codes.get(task.getProcessInstanceId())))
                            .toList(),
                    codes,
                    known,
                    me);
        });
    }

    private List<OpenTask> view(TaskQuery query, int most, Me me) {
        List<Task> found = query.active()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, most);
        Map<String, String> codes = codes(found);
        return view(found, codes, incidents.findAll(Set.copyOf(codes.values())), me);
    }

    private List<OpenTask> view(List<Task> found, Map<String, String> codes, Map<String, Incident> known, Me me) {
        List<String> ids = found.stream().map(Task::getId).toList();
        Map<String, WatchedTask> watched = clocks.of(ids);
        Map<String, Set<String>> groups = offices.of(ids);
        Map<String, String> names = people.namesOf(
                found.stream().map(Task::getAssignee).filter(Objects::nonNull).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return found.stream()
                .map(task -> {
                    String code = codes.get(task.getProcessInstanceId());
                    return view(
                            task,
                            code,
                            code == null ? null : known.get(code),
                            watched.get(task.getId()),
                            groups.getOrDefault(task.getId(), Set.of()),
                            task.getAssignee() == null ? null : names.get(task.getAssignee()),
                            me,
                            now);
                })
                .toList();
    }

    private OpenTask view(
            Task task,
            @Nullable String code,
            @Nullable Incident incident,
            @Nullable WatchedTask watched,
            Set<String> groups,
            @Nullable String assignee,
            Me me,
            Instant now) {
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        boolean mine = me.id().equals(task.getAssignee());
        boolean shared = me.groupIds().stream().anyMatch(groups::contains);
        Instant claimBy = watched == null || task.getAssignee() != null
                ? null
                : watched.clocks().claimBy();
        return new OpenTask(
                task.getId(),
                task.getName(),
                code,
                incident == null ? "" : incident.title(),
                incident != null && incident.drill(),
                incident == null ? null : incident.severity(),
                groups.stream().map(people::officeName).sorted().collect(Collectors.joining(", ")),
                assignee,
                due,
                due != null && due.isBefore(now),
                claimBy,
                claimBy != null && claimBy.isBefore(now),
                watched == null ? null : watched.heldUntil(),
                shared && code != null,
                me.hasTasklist() && (mine || shared));
    }

    /** By process instance, its business key where it has one; called processes carry the incident's too. */
    private Map<String, String> codes(List<Task> found) {
        Set<String> instances =
                found.stream().map(Task::getProcessInstanceId).collect(Collectors.toCollection(HashSet::new));
        Map<String, String> codes = new HashMap<>();
        if (!instances.isEmpty()) {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()) {
                // A procedure an analyst tries out has none.
                if (instance.getBusinessKey() != null) {
                    codes.put(instance.getId(), instance.getBusinessKey());
                }
            }
        }
        return codes;
    }

    private <T> T unfiltered(Supplier<T> query) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return query.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }
}
