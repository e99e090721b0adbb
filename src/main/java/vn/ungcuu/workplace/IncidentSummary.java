package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * An incident in ready-made words, for the plug-ins of the web applications. Says what its page says.
 *
 * @param path of its page
 * @param status whether it is open, or with which outcome it was closed
 * @param serious whether the severity is the higher one
 * @param tasks open ones, most urgent first; empty when it is closed
 * @param facts what is known, title by title
 * @param timeline newest entry first
 * @param earlier how many entries of the timeline are not among them
 */
record IncidentSummary(
        String code,
        String path,
        String title,
        boolean drill,
        boolean restricted,
        boolean open,
        String status,
        String severity,
        boolean serious,
        List<IncidentPages.Step> stages,
        List<TaskLine> tasks,
        List<IncidentPages.FactGroup> facts,
        List<IncidentPages.Entry> timeline,
        int earlier) {

    IncidentSummary {
        stages = List.copyOf(stages);
        tasks = List.copyOf(tasks);
        facts = List.copyOf(facts);
        timeline = List.copyOf(timeline);
    }

    /**
     * @param path where Tasklist shows it, or null when the person may not open it there
     * @param assignee who does it; says so when nobody has taken it
     * @param due the deadline, or empty
     * @param left how far away that is, or how long past
     */
    record TaskLine(
            String id,
            String name,
            @Nullable String path,
            String office,
            String assignee,
            boolean unclaimed,
            String due,
            String left,
            boolean overdue) {}
}
