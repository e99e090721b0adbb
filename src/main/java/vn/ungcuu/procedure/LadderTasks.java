package vn.ungcuu.procedure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.deadline.Urgency;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.organization.Organization;

/** Prepares the tasks in which coordinators and leadership decide about late work; these are not watched themselves. */
@Component
class LadderTasks {

    private final Ladder ladder;
    private final HandOvers handOvers;
    private final WorkClocks workClocks;
    private final Deadlines deadlines;
    private final WorkNotices notices;
    private final Chronicle chronicle;
    private final Incidents incidents;
    private final Organization organization;
    private final Clock clock;

    LadderTasks(
            Ladder ladder,
            HandOvers handOvers,
            WorkClocks workClocks,
            Deadlines deadlines,
            WorkNotices notices,
            Chronicle chronicle,
            Incidents incidents,
            Organization organization,
            Clock clock) {
        this.ladder = ladder;
        this.handOvers = handOvers;
        this.workClocks = workClocks;
        this.deadlines = deadlines;
        this.notices = notices;
        this.chronicle = chronicle;
        this.incidents = incidents;
        this.organization = organization;
        this.clock = clock;
    }

    /** What the card of a decision shows of the late work: no alarm needs it, so it is not there before. */
    void show(DelegateTask task) {
        OpenWork late = ladder.work(task);
        VariableScope instance = task.getExecution().getProcessInstance();
        instance.setVariable("title", late.title());
        instance.setVariable("drill", late.drill());
        instance.setVariable("severity", late.work().severity());
        instance.setVariable("severityName", FactLabels.severityName(late.work().severity()));
        instance.setVariable(ProcedureEvents.STAGE_NAME, late.stageName());
    }

    /** @param decision the task just being made, with the severity of the late work */
    void begins(DelegateTask task, OpenWork decision) {
        OpenWork late = ladder.work(task);
        Clocks clocks = ladder.clocks(task).clocks();
        boolean ofLeadership = task.getTaskDefinitionKey().equals(WorkClocks.DECIDE);
        // The timer beside the coordinators' task is made before the task, so its date is already there.
        Date due = task.getTaskDefinitionKey().equals(WorkClocks.CHASE)
                        && task.getVariable(WorkClocks.CHASE_BY) instanceof Date by
                ? by
                : Date.from(workClocks.limitOf(task.getTaskDefinitionKey(), late));
        task.setName(decision.name() + ": " + late.name());
        task.setDueDate(due);
        task.setPriority(deadlines.priority(late.work().severity(), Urgency.ESCALATED, late.drill()));
        Incident incident = incidents.find(late.code()).orElseThrow();
        task.getExecution()
                .getProcessInstance()
                .setVariable(KnownFacts.VARIABLE, KnownFacts.text(incident.code(), incident.facts()));
        String before = Objects.toString(task.getVariable(WorkDecision.LAST_NOTE), "");
        task.setVariableLocal("lateWork", describe(late, clocks, before));
        task.setVariableLocal("handOverOptions", handOvers.options());
        Clocks own = new Clocks(due.toInstant(), null, due.toInstant());
        if (ofLeadership) {
            chronicle.write(
                    late.code(), EntryKind.TIMER, "Chuyển lãnh đạo quyết định về việc “" + late.name() + "”", Map.of());
            notices.escalated(decision, late, clocks, before);
        } else {
            notices.created(decision.named(task.getName()), own);
        }
    }

    /** Markdown in Vietnamese, for whoever decides. */
    private String describe(OpenWork late, Clocks clocks, String before) {
        List<String> lines = new ArrayList<>();
        lines.add("**Việc chậm: " + KnownFacts.escaped(late.name()) + "**");
        lines.add("");
        lines.add("- Đơn vị: " + KnownFacts.escaped(notices.officeNames(late)));
        lines.add("- Người đang làm (lúc " + Moments.readAloud(clock.instant()) + "): "
                + (late.claimed() ? KnownFacts.escaped(organization.nameOf(late.assignee())) : "**chưa ai nhận**"));
        lines.add("- Hạn hoàn thành: " + Moments.readAloud(clocks.finishBy()));
        if (!before.isEmpty()) {
            lines.add("- Ý kiến lần trước: " + KnownFacts.escaped(before));
        }
        return String.join("\n", lines);
    }
}
