package vn.ungcuu.workplace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;

/** Tells the plug-ins of the web applications of an incident what its page tells. */
@Component
class IncidentSummaries {

    /** The page has them all. */
    private static final int NEWEST = 30;

    private final Incidents incidents;
    private final Timeline timeline;
    private final WorkList work;
    private final IncidentPages pages;
    private final Words words;
    private final VietnameseTime time;

    IncidentSummaries(
            Incidents incidents,
            Timeline timeline,
            WorkList work,
            IncidentPages pages,
            Words words,
            VietnameseTime time) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.work = work;
        this.pages = pages;
        this.words = words;
        this.time = time;
    }

    /** Empty when the person may not know of it, as if it did not exist. */
    Optional<IncidentSummary> find(String code, Me me) {
        return incidents.find(code, me.viewer()).map(incident -> summary(incident, me));
    }

    private IncidentSummary summary(Incident incident, Me me) {
        String code = incident.code();
        List<TimelineEntry> newest = timeline.of(code).stream()
                .sorted(Comparator.comparing(TimelineEntry::sequence).reversed())
                .limit(NEWEST)
                .toList();
        return new IncidentSummary(
                code,
                "/so-theo-doi/" + code,
                incident.title(),
                incident.drill(),
                incident.restricted(),
                incident.open(),
                incident.open() ? "Đang xử lý" : "Đã đóng: " + words.outcome(incident.outcome()),
                incident.severity() == null
                        ? "Chưa phân loại"
                        : StringUtils.capitalize(words.severity(incident.severity())),
                "serious".equals(incident.severity()),
                pages.stages(incident, incidents.stagesOf(code)),
                incident.open()
                        ? work.ofIncident(code, me).stream().map(this::line).toList()
                        : List.of(),
                pages.facts(incident),
                newest.stream().map(pages::entry).toList(),
                incident.timelineLength() - newest.size());
    }

    private IncidentSummary.TaskLine line(OpenTask task) {
        return new IncidentSummary.TaskLine(
                task.id(),
                task.name(),
                task.mine() ? task.link() : null,
                task.office(),
                task.assignee() == null ? "chưa ai nhận" : task.assignee() + " đang làm",
                task.assignee() == null,
                time.of(task.due()),
                task.due() == null ? "" : time.until(task.due()),
                task.overdue());
    }
}
