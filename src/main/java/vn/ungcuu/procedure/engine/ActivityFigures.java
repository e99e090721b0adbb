package vn.ungcuu.procedure.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up the engine's history of activities: its query API can only list it, and there are thousands of rows to a figure.
 * One statement, whatever there is.
 */
@Component
public class ActivityFigures {

    /**
     * A task stalled when its ladder says so: an instance of {@code stalled-work} names its task in a variable and has gone
     * through the step that tells of it. The task's due date would not do: whoever extends it overwrites it.
     *
     * <p>State 2 is an activity that was broken off; {@code #multiInstanceBody} is the frame around the repetitions of one.
     */
    private static final String SQL = """
            with late as (
                select w.TEXT_ as task_id,
                       max(case when l.ACT_ID_ = 'tell-unclaimed' then 1 else 0 end) as unclaimed,
                       max(case when l.ACT_ID_ = 'tell-overdue' then 1 else 0 end) as overdue
                from ACT_HI_ACTINST l
                join ACT_HI_VARINST w on w.PROC_INST_ID_ = l.PROC_INST_ID_ and w.NAME_ = 'watchedTask'
                where l.PROC_DEF_KEY_ = 'stalled-work' and l.ACT_ID_ in ('tell-unclaimed', 'tell-overdue')
                group by w.TEXT_
            ), run as (
                select a.ACT_ID_ as id, a.ACT_NAME_ as name, a.TASK_ID_ as task_id,
                       case when a.END_TIME_ is not null and a.ACT_INST_STATE_ <> 2 then a.DURATION_ end as took
                from ACT_HI_ACTINST a
                join ACT_HI_PROCINST p on p.PROC_INST_ID_ = a.PROC_INST_ID_
                where %s
                  and (p.BUSINESS_KEY_ is null or p.BUSINESS_KEY_ not like :drills)
                  and a.ACT_TYPE_ <> 'multiInstanceBody'
                  and a.ACT_TYPE_ not like '%%Gateway'
                  and a.ACT_TYPE_ not like '%%tartEvent'
                  and a.ACT_TYPE_ not like '%%EndEvent'
                  and a.ACT_TYPE_ not like 'boundary%%'
            )
            select run.id, max(run.name) as name, count(*) as begun, count(run.took) as finished,
                   percentile_cont(0.5) within group (order by run.took) as median,
                   percentile_disc(0.9) within group (order by run.took) as p90,
                   coalesce(sum(late.unclaimed), 0) as unclaimed,
                   coalesce(sum(late.overdue), 0) as overdue,
                   count(late.task_id) as stalled
            from run left join late on late.task_id = run.task_id
            group by run.id
            order by begun desc, run.id""";

    private final JdbcClient jdbc;

    ActivityFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param name one the activity has had
     * @param median null when none is finished
     */
    public record Figures(
            String activityId,
            @Nullable String name,
            long begun,
            long finished,
            @Nullable Duration median,
            @Nullable Duration p90,
            long unclaimed,
            long overdue,
            long stalled) {}

    /** How many instances are inside each sub-process now, by its id. */
    public Map<String, Long> inside(String processDefinitionId) {
        Map<String, Long> inside = new HashMap<>();
        jdbc.sql("""
                        select ACT_ID_, count(distinct PROC_INST_ID_) from ACT_HI_ACTINST
                        where PROC_DEF_ID_ = ? and ACT_TYPE_ = 'subProcess' and END_TIME_ is null
                        group by ACT_ID_""")
                .param(processDefinitionId)
                .query((result, number) -> inside.put(result.getString(1), result.getLong(2)))
                .list();
        return inside;
    }

    /** @param drills beginning of the business keys that do not count */
    public List<Figures> ofVersion(String processDefinitionId, String drills) {
        return find("a.PROC_DEF_ID_ = :definition", processDefinitionId, drills);
    }

    /** @param drills beginning of the business keys that do not count */
    public List<Figures> ofAllVersions(String processDefinitionKey, String drills) {
        return find("a.PROC_DEF_KEY_ = :definition", processDefinitionKey, drills);
    }

    private List<Figures> find(String which, String definition, String drills) {
        return jdbc.sql(SQL.formatted(which))
                .param("definition", definition)
                .param("drills", drills + "%")
                .query(ActivityFigures::figures)
                .list();
    }

    private static Figures figures(ResultSet row, int number) throws SQLException {
        return new Figures(
                row.getString("id"),
                row.getString("name"),
                row.getLong("begun"),
                row.getLong("finished"),
                duration(row, "median"),
                duration(row, "p90"),
                row.getLong("unclaimed"),
                row.getLong("overdue"),
                row.getLong("stalled"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        double millis = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(millis));
    }
}
