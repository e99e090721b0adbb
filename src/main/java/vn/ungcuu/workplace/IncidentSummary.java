package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * An incident in the words of its page, for the plug-ins of the web applications.
 *
 * @param path of its page
 * @param deadlines of the task it was asked for by; null when it was asked for by something else
 * @param tasks open ones besides that task, most urgent first
 * @param facts what is known, title by title; a group more needs nothing of who shows it
 * @param timeline newest entry first
 * @param earlier how many entries of the timeline are not among them
 */
record IncidentSummary(
        String code,
        String path,
        String title,
        boolean drill,
        List<Sign> signs,
        List<IncidentPages.Step> stages,
        @Nullable List<Deadline> deadlines,
        List<TaskLine> tasks,
        List<IncidentPages.FactGroup> facts,
        List<IncidentPages.Entry> timeline,
        int earlier) {

    /**
     * A moment that counts for a task.
     *
     * @param at when it is
     * @param left how far away it is, or how long past
     */
    record Deadline(String label, String at, String left, boolean late) {}

    /**
     * An open task.
     *
     * @param path where Tasklist shows it, or null when the person may not open it there
     * @param who the office, and who of it has taken it over
     * @param signs how its clocks stand
     */
    record TaskLine(String name, @Nullable String path, String who, List<Sign> signs) {}
}
