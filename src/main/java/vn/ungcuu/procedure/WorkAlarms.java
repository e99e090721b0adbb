package vn.ungcuu.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.deadline.Urgency;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** For the model {@code stalled-work}: every alarm is told to whom it concerns, stands in the timeline and lifts the task in the lists. */
@Component("workAlarms")
@ForModels
public class WorkAlarms {

    private final Ladder ladder;
    private final WorkNotices notices;
    private final Chronicle chronicle;
    private final Deadlines deadlines;
    private final DutyRoster roster;
    private final Organization organization;
    private final Clock clock;
    private final TaskService tasks;
    private final WithoutAuthorization withoutAuthorization;

    WorkAlarms(
            Ladder ladder,
            WorkNotices notices,
            Chronicle chronicle,
            Deadlines deadlines,
            DutyRoster roster,
            Organization organization,
            Clock clock,
            TaskService tasks,
            WithoutAuthorization withoutAuthorization) {
        this.ladder = ladder;
        this.notices = notices;
        this.chronicle = chronicle;
        this.deadlines = deadlines;
        this.roster = roster;
        this.organization = organization;
        this.clock = clock;
        this.tasks = tasks;
        this.withoutAuthorization = withoutAuthorization;
    }

    public void unclaimed(DelegateExecution execution) {
        OpenWork work = ladder.work(execution);
        lift(work, Urgency.UNCLAIMED);
        tell(work, "Chưa ai nhận việc “" + work.name() + "” khi đã tới hạn nhận; đã báo điều phối viên, " + whom(work));
        notices.unclaimed(work, ladder.clocks(execution).clocks());
    }

    public void nearlyDue(DelegateExecution execution) {
        OpenWork work = ladder.work(execution);
        lift(work, Urgency.NEARLY_DUE);
        tell(work, "Sắp tới hạn việc “" + work.name() + "”; đã nhắc " + whom(work));
        notices.nearlyDue(work, ladder.clocks(execution).clocks());
    }

    public void overdue(DelegateExecution execution) {
        OpenWork work = ladder.work(execution);
        lift(work, Urgency.OVERDUE);
        tell(work, "Quá hạn việc “" + work.name() + "”; đã báo " + whom(work) + " và giao điều phối viên đôn đốc");
        notices.overdue(work, ladder.clocks(execution).clocks());
    }

    public void anotherDay(DelegateExecution execution) {
        OpenWork work = ladder.work(execution);
        tell(work, "Việc “" + work.name() + "” vẫn chưa xong; đã nhắc lại lãnh đạo, điều phối viên, " + whom(work));
        notices.anotherDay(work, ladder.clocks(execution).clocks());
    }

    public void holdEnded(DelegateExecution execution) {
        OpenWork work = ladder.work(execution);
        WatchedTask watched = ladder.clocks(execution);
        withoutAuthorization.run(() -> tasks.setFollowUpDate(work.taskId(), null));
        ladder.release(watched);
        tell(work, "Hết thời gian tạm dừng việc “" + work.name() + "”; đã báo " + whom(work));
        notices.holdEnded(work, watched.clocks());
    }

    private void tell(OpenWork work, String what) {
        chronicle.write(work.code(), EntryKind.TIMER, what, Map.of());
    }

    private String whom(OpenWork work) {
        if (work.claimed()) {
            return "người đang làm";
        }
        List<String> onDuty = work.offices().stream()
                .flatMap(office -> roster.onDuty(office, clock.instant()).stream())
                .distinct()
                .map(organization::nameOf)
                .toList();
        return onDuty.isEmpty()
                ? "đơn vị (lịch trực chưa có ai)"
                : "đơn vị và người trực (" + String.join(", ", onDuty) + ")";
    }

    private void lift(OpenWork work, Urgency urgency) {
        int priority = deadlines.priority(work.work().severity(), urgency, work.drill());
        withoutAuthorization.run(() -> tasks.setPriority(work.taskId(), priority));
    }
}
