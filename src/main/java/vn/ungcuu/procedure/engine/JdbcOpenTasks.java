package vn.ungcuu.procedure.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.incident.Visibility;
import vn.ungcuu.procedure.ListedTask;
import vn.ungcuu.procedure.OpenTasks;
import vn.ungcuu.procedure.TaskLoad;
import vn.ungcuu.procedure.TaskOffices;
import vn.ungcuu.procedure.TaskState;

/** Reads the engine's tables of tasks together with our clocks: its query API can neither join nor group. */
@Component
class JdbcOpenTasks implements OpenTasks {

    private static final String TASKS = " from watched_task w join ACT_RU_TASK t on t.ID_ = w.task_id";

    private static final String LOAD = "count(*) as open_tasks"
            + counted(TaskState.OVERDUE)
            + counted(TaskState.UNCLAIMED)
            + counted(TaskState.UNCLAIMED_OVERDUE)
            + counted(TaskState.HELD);

    private final JdbcClient jdbc;
    private final TaskOffices offices;
    private final Clock clock;

    JdbcOpenTasks(JdbcClient jdbc, TaskOffices offices, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public TaskLoad load(Which which, Viewer viewer) {
        return jdbc.sql("select " + LOAD + TASKS + conditions(which))
                .params(parameters(which, viewer))
                .query(JdbcOpenTasks::load)
                .single();
    }

    @Override
    public TaskLoad loadOfAll() {
        return jdbc.sql("select " + LOAD + TASKS + " join incident i on i.code = w.incident_code and not i.drill")
                .param("now", now())
                .query(JdbcOpenTasks::load)
                .single();
    }

    @Override
    public Map<String, TaskLoad> loadByOffice(Which which, Viewer viewer) {
        return loadBy(
                "l.GROUP_ID_",
                " join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null"
                        + conditions(which),
                parameters(which, viewer));
    }

    @Override
    public Map<String, TaskLoad> loadByIncident(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : loadBy("w.incident_code", " where w.incident_code in (:codes)", Map.of("codes", codes, "now", now()));
    }

    private Map<String, TaskLoad> loadBy(String column, String rest, Map<String, ?> parameters) {
        Map<String, TaskLoad> loads = new HashMap<>();
        jdbc.sql("select " + column + " as counted_by, " + LOAD + TASKS + rest + " group by " + column)
                .params(parameters)
                .query((result, number) -> loads.put(result.getString("counted_by"), load(result, number)))
                .list();
        return loads;
    }

    @Override
    public List<ListedTask> list(Which which, Viewer viewer, int page, int size) {
        Map<String, Object> parameters = parameters(which, viewer);
        parameters.put("size", size);
        parameters.put("offset", (long) page * size);
        List<ListedTask> tasks = jdbc.sql(
                        "select t.ID_, t.NAME_, t.ASSIGNEE_, w.incident_code, w.claim_by, w.finish_by,"
                                + " w.held_until" + TASKS + conditions(which)
                                + " order by w.finish_by, t.ID_ limit :size offset :offset")
                .params(parameters)
                .query(JdbcOpenTasks::task)
                .list();
        Map<String, Set<String>> groups =
                offices.of(tasks.stream().map(ListedTask::id).toList());
        return tasks.stream()
                .map(task -> new ListedTask(
                        task.id(),
                        task.name(),
                        task.code(),
                        task.assignee(),
                        task.claimBy(),
                        task.finishBy(),
                        task.heldUntil(),
                        groups.getOrDefault(task.id(), Set.of())))
                .toList();
    }

    @Override
    public List<String> overdueIncidents(Viewer viewer, int most) {
        Which overdue = new Which(false, null, TaskState.OVERDUE);
        Map<String, Object> parameters = parameters(overdue, viewer);
        parameters.put("most", most);
        return jdbc.sql("select w.incident_code" + TASKS + conditions(overdue)
                        + " group by w.incident_code order by min(w.finish_by), w.incident_code limit :most")
                .params(parameters)
                .query(String.class)
                .list();
    }

    private static String conditions(Which which) {
        return " where exists (select 1 from incident i where i.code = w.incident_code and i.drill = :drill and "
                + Visibility.condition() + ")"
                + (which.office() == null
                        ? ""
                        : " and exists (select 1 from ACT_RU_IDENTITYLINK o where o.TASK_ID_ = t.ID_"
                                + " and o.TYPE_ = 'candidate' and o.GROUP_ID_ = :office)")
                + (which.state() == null ? "" : " and " + condition(which.state()));
    }

    private Map<String, Object> parameters(Which which, Viewer viewer) {
        Map<String, Object> parameters = Visibility.parameters(viewer);
        parameters.put("drill", which.drill());
        parameters.put("now", now());
        if (which.office() != null) {
            parameters.put("office", which.office());
        }
        return parameters;
    }

    private static String condition(TaskState state) {
        return switch (state) {
            case OVERDUE -> "w.finish_by < :now";
            case UNCLAIMED -> "t.ASSIGNEE_ is null";
            case UNCLAIMED_OVERDUE -> "t.ASSIGNEE_ is null and w.finish_by < :now";
            case HELD -> "w.held_until > :now";
        };
    }

    private static String counted(TaskState state) {
        return ", count(*) filter (where " + condition(state) + ") as " + state.name();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static TaskLoad load(ResultSet result, int number) throws SQLException {
        return new TaskLoad(
                result.getLong("open_tasks"),
                result.getLong(TaskState.OVERDUE.name()),
                result.getLong(TaskState.UNCLAIMED.name()),
                result.getLong(TaskState.UNCLAIMED_OVERDUE.name()),
                result.getLong(TaskState.HELD.name()));
    }

    private static ListedTask task(ResultSet result, int number) throws SQLException {
        return new ListedTask(
                result.getString("ID_"),
                result.getString("NAME_"),
                result.getString("incident_code"),
                result.getString("ASSIGNEE_"),
                instant(result, "claim_by"),
                instant(result, "finish_by"),
                instant(result, "held_until"),
                Set.of());
    }

    private static @Nullable Instant instant(ResultSet result, String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
