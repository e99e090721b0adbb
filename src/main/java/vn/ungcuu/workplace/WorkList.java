package vn.ungcuu.workplace;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.procedure.TaskClocks;
import vn.ungcuu.procedure.WatchedTask;

/**
 * Open tasks as the pages show them. The queries themselves say whose tasks they want, and an incident page is shown
 * only to who may see the incident, so they run without the engine's own filter by rights.
 */
@Component
class WorkList {

    /** A page shows no more; Tasklist has them all. */
    private static final int LIMIT = 50;

    private static final String SERIOUS = "serious";

    /** More open incidents at once than a commune ever has. */
    private static final RegisterFilter OPEN = new RegisterFilter(null, true, null, 0, 200);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Incidents incidents;
    private final TaskClocks clocks;
    private final People people;
    private final Clock clock;

    WorkList(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            Incidents incidents,
            TaskClocks clocks,
            People people,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.incidents = incidents;
        this.clocks = clocks;
        this.people = people;
        this.clock = clock;
    }

    /** What the person has taken over, most urgent first: in the order Tasklist shows it in. */
    List<OpenTask> of(Me me) {
        return unfiltered(() -> view(tasks.createTaskQuery().taskAssignee(me.id()), me));
    }

    /** What waits for somebody of the person's offices to take it over, most urgent first. */
    List<OpenTask> unclaimedOf(Me me) {
        if (me.groupIds().isEmpty()) {
            return List.of();
        }
        return unfiltered(() -> view(tasks.createTaskQuery().taskUnassigned().taskCandidateGroupIn(me.groupIds()), me));
    }

    /** Every open task of one incident, whoever it belongs to. */
    List<OpenTask> ofIncident(String code, Me me) {
        return unfiltered(() -> view(tasks.createTaskQuery().processInstanceBusinessKey(code), me));
    }

    /** All open incidents the person sees that are serious or late, and what is late or waits for somebody. */
    Alarms alarms(Me me) {
        Map<String, Incident> open = incidents.list(OPEN, me.viewer()).incidents().stream()
                .collect(Collectors.toMap(Incident::code, incident -> incident));
        List<Task> overdue = unfiltered(
                () -> ofIncidents().dueBefore(Date.from(clock.instant())).list());
        List<Task> unclaimed = unfiltered(() -> ofIncidents().taskUnassigned().list());
        Map<String, Long> late = countByCode(overdue, open.keySet());
        return new Alarms(
                late.values().stream().mapToLong(Long::longValue).sum(),
                countByCode(unclaimed, open.keySet()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                open.values().stream()
                        .filter(incident -> SERIOUS.equals(incident.severity()) || late.containsKey(incident.code()))
                        .map(incident -> new Alarms.Alarm(incident, late.getOrDefault(incident.code(), 0L)))
                        .sorted(Alarms.WORST_FIRST)
                        .toList());
    }

    /** Without those in which late work is decided about: they are about tasks that count already. */
    private TaskQuery ofIncidents() {
        return tasks.createTaskQuery().active().taskDefinitionKeyNotIn("chase-stalled-work", "decide-stalled-work");
    }

    private Map<String, Long> countByCode(List<Task> found, Set<String> visible) {
        Map<String, String> codes = unfiltered(() -> codes(found));
        return found.stream()
                .map(task -> codes.get(task.getProcessInstanceId()))
                .filter(code -> code != null && visible.contains(code))
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    }

    private List<OpenTask> view(TaskQuery query, Me me) {
        List<Task> found = query.active()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, LIMIT);
        Map<String, String> codes = codes(found);
        Map<String, Incident> known = incidents.findAll(codes.values());
        Map<String, WatchedTask> watched =
                clocks.of(found.stream().map(Task::getId).toList());
        Instant now = clock.instant();
        return found.stream()
                .map(task ->
                        view(task, codes.get(task.getProcessInstanceId()), known, watched.get(task.getId()), me, now))
                .toList();
    }

    private OpenTask view(
            Task task,
            @Nullable String code,
            Map<String, Incident> known,
            @Nullable WatchedTask watched,
            Me me,
            Instant now) {
        Set<String> groups = groups(task);
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        Incident incident = code == null ? null : known.get(code);
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
                groups.stream().map(people::officeName).sorted().collect(Collectors.joining(", ")),
                task.getAssignee() == null ? null : people.nameOf(task.getAssignee()),
                due,
                due != null && due.isBefore(now),
                claimBy,
                claimBy != null && claimBy.isBefore(now),
                watched == null ? null : watched.heldUntil(),
                shared && code != null,
                me.hasTasklist() && (mine || shared));
    }

    private Set<String> groups(Task task) {
        Set<String> groups = new HashSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getGroupId() != null) {
                groups.add(link.getGroupId());
            }
        }
        return groups;
    }

    /** The business key of every task's process instance that has one; called processes carry the incident's too. */
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
