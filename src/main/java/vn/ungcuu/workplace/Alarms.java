package vn.ungcuu.workplace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.incident.Selection;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.procedure.OpenTasks;
import vn.ungcuu.procedure.OpenTasks.Which;
import vn.ungcuu.procedure.TaskLoad;
import vn.ungcuu.procedure.TaskState;

/**
 * What whoever leads or watches has to know first. Drills are practice and alarm nobody.
 *
 * @param overdue tasks past their due date
 * @param unclaimed tasks nobody has taken over
 * @param incidents open ones that are serious or have work overdue, worst first; the worst of them where there are many
 */
record Alarms(Figure overdue, Figure unclaimed, List<Alarm> incidents) {

    private static final int MOST = 12;

    private static final Comparator<Alarm> WORST_FIRST = Comparator.comparing(
                    (Alarm alarm) -> "serious".equals(alarm.incident().severity()))
            .thenComparing(Alarm::overdue)
            .reversed()
            .thenComparing(alarm -> alarm.incident().reportedAt());

    /** @param overdue how many of its tasks are past their due date */
    record Alarm(Incident incident, long overdue) {}

    static Alarms of(OpenTasks tasks, Incidents incidents, Viewer viewer) {
        TaskLoad load = tasks.load(Which.REAL, viewer);
        Map<String, Incident> burning = new HashMap<>(incidents.findAll(tasks.overdueIncidents(viewer, MOST), viewer));
        Selection serious = Selection.all().drill(false).open(true).severity("serious");
        incidents
                .list(new RegisterFilter(serious, 0, MOST), viewer)
                .incidents()
                .forEach(incident -> burning.put(incident.code(), incident));
        Map<String, TaskLoad> loads = tasks.loadByIncident(burning.keySet());
        return new Alarms(
                figure(load, TaskState.OVERDUE),
                figure(load, TaskState.UNCLAIMED),
                burning.values().stream()
                        .map(incident -> new Alarm(
                                incident,
                                loads.getOrDefault(incident.code(), TaskLoad.NONE)
                                        .overdue()))
                        .sorted(WORST_FIRST)
                        .limit(MOST)
                        .toList());
    }

    private static Figure figure(TaskLoad load, TaskState state) {
        return new Figure(load.of(state), WorkSearch.ALL.in(state).path());
    }
}
