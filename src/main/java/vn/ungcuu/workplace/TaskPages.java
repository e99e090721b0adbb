package vn.ungcuu.workplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Puts a task into words for the plug-ins of the web applications: the same words as on the pages, from the same places. */
@Component
class TaskPages {

    private final Words words;
    private final VietnameseTime time;

    TaskPages(Words words, VietnameseTime time) {
        this.words = words;
        this.time = time;
    }

    TaskCard card(OpenTask task) {
        List<Sign> signs = new ArrayList<>();
        if (task.drill()) {
            signs.add(words.drill());
        }
        if (task.code() != null) {
            signs.add(words.severitySign(task.severity()));
        }
        signs.addAll(clocks(task));
        return new TaskCard(task.id(), task.openable(), signs);
    }

    IncidentSummary.TaskLine line(OpenTask task) {
        return new IncidentSummary.TaskLine(
                task.name(),
                task.openable() ? task.link() : null,
                task.office() + (task.assignee() == null ? " · chưa ai nhận" : " · " + task.assignee() + " đang làm"),
                clocks(task));
    }

    private List<Sign> clocks(OpenTask task) {
        List<Sign> signs = new ArrayList<>();
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
        return signs;
    }

    List<IncidentSummary.Deadline> deadlines(OpenTask task) {
        List<IncidentSummary.Deadline> deadlines = new ArrayList<>();
        add(deadlines, "Nhận việc trước", task.claimBy(), task.claimOverdue());
        add(deadlines, "Hạn hoàn thành", task.due(), task.overdue());
        add(deadlines, "Tạm dừng đến", task.heldUntil(), false);
        return deadlines;
    }

    private void add(List<IncidentSummary.Deadline> deadlines, String label, @Nullable Instant moment, boolean late) {
        if (moment != null) {
            deadlines.add(new IncidentSummary.Deadline(label, time.of(moment), time.until(moment), late));
        }
    }
}
