package vn.ungcuu.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ungcuu.incident.HandlingTime;
import vn.ungcuu.procedure.TaskLoad;

/**
 * How things stand at a moment. Drills are counted in {@code drills} and nowhere else.
 *
 * @param open open incidents
 * @param drills open drills
 * @param stages by stage, then by severity, which is an empty text for those not classified: open incidents that are there
 * @param work open tasks of all offices
 * @param offices open tasks by group id, as far as a group has any
 * @param months the last twelve, the present one included, oldest first
 * @param times of incidents reported in these months
 */
public record Situation(
        Instant at,
        long open,
        long drills,
        Map<String, Map<String, Long>> stages,
        TaskLoad work,
        Map<String, TaskLoad> offices,
        List<MonthCount> months,
        List<HandlingTime> times) {

    /** The first of the twelve months. */
    public YearMonth since() {
        return months.get(0).month();
    }
}
