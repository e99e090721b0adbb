package vn.ungcuu.procedure;

import static vn.ungcuu.UngCuuApplication.ZONE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.WorkingTime;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.notification.Announcement;
import vn.ungcuu.notification.Notice;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.Notifications;
import vn.ungcuu.notification.Recipient;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;

/**
 * Puts what happens to a task into words for whom it concerns. Nobody is named: a message may be read by others than whom it
 * was sent to.
 */
@Component
class WorkNotices {

    private final Notifications notifications;
    private final Organization organization;
    private final WorkingTime workingTime;
    private final Clock clock;

    WorkNotices(Notifications notifications, Organization organization, WorkingTime workingTime, Clock clock) {
        this.notifications = notifications;
        this.organization = organization;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    void created(OpenWork work, Clocks clocks) {
        created(work, clocks, "");
    }

    void created(OpenWork work, Clocks clocks, String note) {
        tell(NoticeEvent.TASK_CREATED, "Việc mới", work, clocks, note, offices(work));
    }

    void assigned(OpenWork work, @Nullable Clocks clocks, String note) {
        tell(NoticeEvent.TASK_ASSIGNED, "Giao việc cho anh/chị", work, clocks, note, worker(work));
    }

    void unclaimed(OpenWork work, Clocks clocks) {
        List<Recipient> close = new ArrayList<>(onDuty(work));
        close.addAll(offices(work));
        tell(NoticeEvent.TASK_UNCLAIMED, "Chưa ai nhận", work, clocks, "", close);
        tellAbove(NoticeEvent.TASK_UNCLAIMED, "Chưa ai nhận", work, clocks, List.of(Groups.COORDINATORS));
    }

    void nearlyDue(OpenWork work, Clocks clocks) {
        tell(NoticeEvent.TASK_NEARLY_DUE, "Sắp tới hạn", work, clocks, "", worker(work));
    }

    void overdue(OpenWork work, Clocks clocks) {
        List<Recipient> all = new ArrayList<>(worker(work));
        if (work.claimed() && !workingTime.isWorkingTime(clock.instant())) {
            // Whoever has it has gone home.
            all.addAll(onDuty(work));
        }
        tell(NoticeEvent.TASK_OVERDUE, "Quá hạn", work, clocks, "", all);
    }

    void reminded(OpenWork work, Clocks clocks, String note) {
        tell(NoticeEvent.REMINDER, "Đôn đốc", work, clocks, note, worker(work));
    }

    void anotherDay(OpenWork work, Clocks clocks) {
        tell(NoticeEvent.REMINDER, "Vẫn chưa xong", work, clocks, "", worker(work));
        tellAbove(NoticeEvent.REMINDER, "Vẫn chưa xong", work, clocks, List.of(Groups.LEADERSHIP, Groups.COORDINATORS));
    }

    void deadlineChanged(OpenWork work, Clocks clocks, String note) {
        tell(NoticeEvent.DEADLINE_CHANGED, "Thời hạn mới", work, clocks, note, worker(work));
    }

    void held(OpenWork work, Clocks clocks, Instant until, String note) {
        String words = "Tạm dừng đến: " + Moments.readAloud(until) + (note.isEmpty() ? "" : "\n\n" + note);
        tell(NoticeEvent.DEADLINE_CHANGED, "Tạm dừng", work, clocks, words, worker(work));
    }

    /** Somebody else works on it from now on. */
    void takenAway(OpenWork before) {
        notifications.tell(new Notice(
                NoticeEvent.TASK_ASSIGNED,
                List.of(new Recipient.Person(before.assignee())),
                before.code(),
                before.drill(),
                "Đã chuyển cho người khác: " + before.name(),
                "Việc: " + before.name()
                        + "\nViệc này đã được chuyển cho đơn vị hoặc người khác; anh/chị không phải làm nữa.",
                before.incidentPath()));
    }

    void holdEnded(OpenWork work, Clocks clocks) {
        tell(NoticeEvent.HOLD_ENDED, "Hết tạm dừng", work, clocks, "", worker(work));
    }

    /** The task of the leadership over late work is there. */
    void escalated(OpenWork decision, OpenWork late, Clocks clocks, String before) {
        notifications.tell(new Notice(
                NoticeEvent.ESCALATED,
                List.of(new Recipient.Office(Groups.LEADERSHIP), new Recipient.OnDuty(Groups.LEADERSHIP)),
                late.code(),
                late.drill(),
                "Cần lãnh đạo quyết định: " + late.name(),
                text(late.toDo(decision.todo()), clocks, before.isEmpty() ? "" : "Ý kiến lần trước: " + before),
                decision.path()));
        notifications.announce(new Announcement(
                "escalated",
                late.code(),
                late.drill(),
                Map.of(
                        "task", late.work().task(),
                        "offices", late.offices(),
                        "dueAt",
                                clocks.finishBy()
                                        .atZone(ZONE)
                                        .toOffsetDateTime()
                                        .toString())));
    }

    /** Those who lead and those who watch learn of it when it is classified, not when its work is late. */
    void serious(Incident incident) {
        if (incident.restricted()) {
            return;
        }
        notifications.tell(new Notice(
                NoticeEvent.SERIOUS_INCIDENT,
                List.of(new Recipient.Office(Groups.LEADERSHIP), new Recipient.Office(Groups.COORDINATORS)),
                incident.code(),
                incident.drill(),
                "Sự cố nghiêm trọng (NĐ 331)",
                "Sự cố: " + incident.title()
                        + "\nĐã được phân loại là nghiêm trọng. Anh/chị hãy mở hồ sơ để theo dõi, chỉ đạo.",
                OpenWork.incidentPath(incident.code())));
    }

    private void tell(
            NoticeEvent event,
            String what,
            OpenWork work,
            @Nullable Clocks clocks,
            String note,
            List<Recipient> recipients) {
        notifications.tell(new Notice(
                event,
                recipients,
                work.code(),
                work.drill(),
                what + ": " + work.name(),
                text(work, clocks, note),
                work.path()));
    }

    /** For people who watch over the work of others: their way leads to the incident. */
    private void tellAbove(NoticeEvent event, String what, OpenWork work, Clocks clocks, List<String> groups) {
        notifications.tell(new Notice(
                event,
                groups.stream().<Recipient>map(Recipient.Office::new).toList(),
                work.code(),
                work.drill(),
                what + ": " + work.name(),
                text(work.toDo(""), clocks, ""),
                work.incidentPath()));
    }

    private static List<Recipient> offices(OpenWork work) {
        return work.offices().stream().<Recipient>map(Recipient.Office::new).toList();
    }

    private static List<Recipient> onDuty(OpenWork work) {
        return work.offices().stream().<Recipient>map(Recipient.OnDuty::new).toList();
    }

    /** Who works on it; while nobody does, all who could, and who is on duty. */
    private static List<Recipient> worker(OpenWork work) {
        if (work.claimed()) {
            return List.of(new Recipient.Person(work.assignee()));
        }
        List<Recipient> all = new ArrayList<>(onDuty(work));
        all.addAll(offices(work));
        return all;
    }

    private String text(OpenWork work, @Nullable Clocks clocks, String note) {
        List<String> lines = new ArrayList<>();
        lines.add("Sự cố: " + work.title());
        if (work.stageName() != null) {
            lines.add("Giai đoạn: " + work.stageName());
        }
        lines.add("Việc: " + work.name());
        if (!work.todo().isEmpty()) {
            lines.add("Cần làm: " + work.todo());
        }
        lines.add("Đơn vị: " + officeNames(work) + (work.claimed() ? " (đã có người nhận)" : " (chưa ai nhận)"));
        if (clocks != null && !work.claimed()) {
            lines.add("Nhận việc trước: " + Moments.readAloud(clocks.claimBy()));
        }
        if (clocks != null) {
            lines.add("Hạn hoàn thành: " + Moments.readAloud(clocks.finishBy()));
        }
        if (!note.isEmpty()) {
            lines.add("");
            lines.add(note);
        }
        return String.join("\n", lines);
    }

    String officeNames(OpenWork work) {
        return work.offices().stream()
                .map(group -> organization.office(group).map(Office::name).orElse(group))
                .collect(Collectors.joining(", "));
    }
}
