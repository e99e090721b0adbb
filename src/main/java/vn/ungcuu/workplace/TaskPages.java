package vn.ungcuu.workplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;

/** Puts a task into words for Tasklist: the same words as on the pages, from the same places. */
@Component
class TaskPages {

    private static final int NEWEST = 20;
    private static final String DRILL = "DIỄN TẬP: không phải sự cố thật, không gửi gì ra ngoài cơ quan";

    private final Incidents incidents;
    private final Timeline timeline;
    private final WorkList work;
    private final IncidentPages pages;
    private final Words words;
    private final VietnameseTime time;

    TaskPages(
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

    TaskCard card(OpenTask task) {
        List<Sign> signs = new ArrayList<>();
        if (task.drill()) {
            signs.add(words.drill());
        }
        if (task.severity() != null) {
            signs.add(words.severitySign(task.severity()));
        }
        if (task.heldUntil() != null) {
            signs.add(new Sign("held", "‖", "Tạm dừng đến " + time.of(task.heldUntil())));
        }
        if (task.claimOverdue()) {
            signs.add(new Sign("unclaimed", "!", "Quá hạn nhận việc"));
        }
        if (task.due() != null) {
            String left = time.until(task.due());
            signs.add(
                    task.overdue()
                            ? new Sign("late", "⚠", StringUtils.capitalize(left))
                            : new Sign("due", "◷", "Hạn " + time.of(task.due()) + ", " + left));
        }
        return new TaskCard(task.id(), task.shared(), signs);
    }

    /** @param task one that belongs to the incident */
    TaskIncident incident(OpenTask task, Incident incident, Me me) {
        List<TimelineEntry> newest = timeline.newest(incident.code(), NEWEST);
        return new TaskIncident(
                incident.code(),
                "/so-theo-doi/" + incident.code(),
                incident.drill() ? DRILL : null,
                incident.title(),
                words.signs(incident),
                pages.stages(incident, incidents.stagesOf(incident.code())),
                deadlines(task),
                work.ofIncident(incident.code(), me).stream()
                        .filter(open -> !open.id().equals(task.id()))
                        .map(this::other)
                        .toList(),
                pages.facts(incident),
                newest.stream().map(pages::entry).toList(),
                incident.timelineLength() - newest.size());
    }

    private List<TaskIncident.Deadline> deadlines(OpenTask task) {
        List<TaskIncident.Deadline> deadlines = new ArrayList<>();
        add(deadlines, "Nhận việc trước", task.claimBy(), task.claimOverdue());
        add(deadlines, "Hạn hoàn thành", task.due(), task.overdue());
        if (task.heldUntil() != null) {
            add(deadlines, "Tạm dừng đến", task.heldUntil(), false);
        }
        return deadlines;
    }

    private void add(List<TaskIncident.Deadline> deadlines, String label, @Nullable Instant moment, boolean late) {
        if (moment != null) {
            deadlines.add(new TaskIncident.Deadline(label, time.of(moment), time.until(moment), late));
        }
    }

    private TaskIncident.Other other(OpenTask task) {
        return new TaskIncident.Other(
                task.name(),
                task.mine() ? task.link() : null,
                task.office() + (task.assignee() == null ? " · chưa ai nhận" : " · " + task.assignee() + " đang làm"),
                task.due() == null ? null : "Hạn " + time.of(task.due()) + ", " + time.until(task.due()),
                task.overdue());
    }
}
