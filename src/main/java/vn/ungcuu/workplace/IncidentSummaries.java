package vn.ungcuu.workplace;

import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;

/**
 * Tells the plug-ins of the web applications of an incident what its page tells; nothing when the person may not know of it,
 * as if it did not exist.
 */
@Component
class IncidentSummaries {

    /** The page has them all. */
    private static final int NEWEST = 20;

    private final Incidents incidents;
    private final Timeline timeline;
    private final WorkList work;
    private final IncidentPages pages;
    private final TaskPages tasks;
    private final Words words;

    IncidentSummaries(
            Incidents incidents, Timeline timeline, WorkList work, IncidentPages pages, TaskPages tasks, Words words) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.work = work;
        this.pages = pages;
        this.tasks = tasks;
        this.words = words;
    }

    Optional<IncidentSummary> find(String code, Me me) {
        return incidents.find(code, me.viewer()).map(incident -> summary(incident, null, me));
    }

    /** Nothing, too, for a task that belongs to no incident. */
    Optional<IncidentSummary> behind(OpenTask task, Me me) {
        return Optional.ofNullable(task.code())
                .flatMap(code -> incidents.find(code, me.viewer()))
                .map(incident -> summary(incident, task, me));
    }

    private IncidentSummary summary(Incident incident, @Nullable OpenTask atHand, Me me) {
        String code = incident.code();
        List<TimelineEntry> newest = timeline.newest(code, NEWEST);
        return new IncidentSummary(
                code,
                RegisterSearch.PATH + "/" + code,
                incident.title(),
                incident.drill(),
                words.signs(incident),
                pages.stages(incident, incidents.stagesOf(code)),
                atHand == null ? null : tasks.deadlines(atHand),
                work.ofIncident(code, me).stream()
                        .filter(task -> atHand == null || !task.id().equals(atHand.id()))
                        .map(tasks::line)
                        .toList(),
                pages.facts(incident),
                newest.stream().map(pages::entry).toList(),
                incident.timelineLength() - newest.size());
    }
}
