package vn.ungcuu.workplace;

import java.util.Comparator;
import java.util.List;
import vn.ungcuu.incident.Incident;

/**
 * What whoever leads or watches has to know first.
 *
 * @param overdue tasks past their due date
 * @param unclaimed tasks nobody has taken over
 * @param incidents open ones that are serious or have work overdue, worst first
 */
record Alarms(long overdue, long unclaimed, List<Alarm> incidents) {

    static final Comparator<Alarm> WORST_FIRST = Comparator.comparing(
                    (Alarm alarm) -> "serious".equals(alarm.incident().severity()))
            .thenComparing(Alarm::overdue)
            .reversed()
            .thenComparing(alarm -> alarm.incident().reportedAt());

    /** @param overdue how many of its tasks are past their due date */
    record Alarm(Incident incident, long overdue) {}
}
