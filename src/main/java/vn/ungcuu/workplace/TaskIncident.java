package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The incident a task belongs to, in the words of its page, for whoever works on the task.
 *
 * @param link to the incident's page
 * @param drill what is said above everything of a drill; null of a real incident
 * @param others open tasks of the same incident
 * @param groups what is known, title by title; a group more needs nothing of who shows it
 * @param timeline newest entry first
 * @param earlier how many entries of the timeline are not among them
 */
record TaskIncident(
        String code,
        String link,
        @Nullable String drill,
        String title,
        List<Sign> signs,
        List<IncidentPages.Step> stages,
        List<Deadline> deadlines,
        List<Other> others,
        List<IncidentPages.FactGroup> groups,
        List<IncidentPages.Entry> timeline,
        int earlier) {

    /**
     * A moment that counts for the task.
     *
     * @param at when it is
     * @param left how far away it is, or how long past
     */
    record Deadline(String label, String at, String left, boolean late) {}

    /**
     * Another open task.
     *
     * @param link to it, where the person may work on it
     * @param who the office, and who of it has taken it over
     * @param due when it must be finished and how far away that is, or null
     */
    record Other(
            String name,
            @Nullable String link,
            String who,
            @Nullable String due,
            boolean late) {}
}
