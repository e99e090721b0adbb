package vn.ungcuu.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import vn.ungcuu.incident.Viewer;

/**
 * The open work of all incidents that a viewer may know of. The tasks in which coordinators and leadership decide about late
 * work are not work of their own, and are not in it. Each call is a constant number of statements.
 */
public interface OpenTasks {

    TaskLoad load(Which which, Viewer viewer);

    /** Of all real incidents, those included that hardly anybody may see: numbers for whoever runs the software. */
    TaskLoad loadOfAll();

    /** By group id, as far as a group has work; a task that two offices may do counts for both. */
    Map<String, TaskLoad> loadByOffice(Which which, Viewer viewer);

    /** By code, of those of the incidents that have open tasks; whether they may be seen is for the caller to know. */
    Map<String, TaskLoad> loadByIncident(Collection<String> codes);

    /**
     * What has to be finished first comes first.
     *
     * @param page from 0
     */
    List<ListedTask> list(Which which, Viewer viewer, int page, int size);

    /** Codes of the real incidents whose work is overdue, the longest overdue first. */
    List<String> overdueIncidents(Viewer viewer, int most);

    /**
     * Some of the open tasks.
     *
     * @param drill whether of drills, or of real incidents
     * @param office id of a group that may do it, or null for any
     * @param state null for any
     */
    record Which(
            boolean drill,
            @Nullable String office,
            @Nullable TaskState state) {

        public static final Which REAL = new Which(false, null, null);
    }
}
