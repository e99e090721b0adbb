package vn.ungcuu.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Clocks;

/** The clocks of all open tasks of incidents. */
@Component
class WatchedTasks implements TaskClocks {

    private static final String COLUMNS = "task_id, incident_code, claim_by, warn_at, finish_by, held_until, ladder";

    private final JdbcClient jdbc;

    WatchedTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("select count(*) from watched_task").query(Long.class).single();
    }

    Set<String> ids() {
        return Set.copyOf(
                jdbc.sql("select task_id from watched_task").query(String.class).list());
    }

    void add(String taskId, String code, Clocks clocks) {
        jdbc.sql("""
            insert into watched_task (task_id, incident_code, claim_by, warn_at, finish_by)
            values (:task, :code, :claimBy, :warnAt, :finishBy)""")
                .param("task", taskId)
                .param("code", code)
                .param("claimBy", utc(clocks.claimBy()))
                .param("warnAt", utc(clocks.warnAt()))
                .param("finishBy", utc(clocks.finishBy()))
                .update();
    }

    void remove(String taskId) {
        jdbc.sql("delete from watched_task where task_id = ?").param(taskId).update();
    }

    Optional<WatchedTask> find(String taskId) {
        return jdbc.sql("select " + COLUMNS + " from watched_task where task_id = ?")
                .param(taskId)
                .query(WatchedTasks::task)
                .optional();
    }

    @Override
    public Map<String, WatchedTask> of(Collection<String> taskIds) {
        Map<String, WatchedTask> found = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("select " + COLUMNS + " from watched_task where task_id in (:tasks)")
                    .param("tasks", taskIds)
                    .query(WatchedTasks::task)
                    .list()
                    .forEach(task -> found.put(task.taskId(), task));
        }
        return found;
    }

    List<WatchedTask> ofIncident(String code) {
        return jdbc.sql("select " + COLUMNS + " from watched_task where incident_code = ?")
                .param(code)
                .query(WatchedTasks::task)
                .list();
    }

    /** @param ladder null when its clocks start from the beginning again */
    void climb(String taskId, @Nullable String ladder) {
        jdbc.sql("update watched_task set ladder = ? where task_id = ?")
                .params(ladder, taskId)
                .update();
    }

    void set(String taskId, Clocks clocks, @Nullable Instant heldUntil) {
        jdbc.sql("""
            update watched_task set claim_by = :claimBy, warn_at = :warnAt, finish_by = :finishBy, held_until = :heldUntil
            where task_id = :task""")
                .param("task", taskId)
                .param("claimBy", utc(clocks.claimBy()))
                .param("warnAt", utc(clocks.warnAt()))
                .param("finishBy", utc(clocks.finishBy()))
                .param("heldUntil", utc(heldUntil))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static WatchedTask task(ResultSet result, int number) throws SQLException {
        return new WatchedTask(
                result.getString("task_id"),
                result.getString("incident_code"),
                new Clocks(instant(result, "claim_by"), instant(result, "warn_at"), instant(result, "finish_by")),
                instant(result, "held_until"),
                result.getString("ladder"));
    }

    private static @Nullable Instant instant(ResultSet result, String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
