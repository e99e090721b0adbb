package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.deadline.Work;

/**
 * For the model {@code stalled-work}: the moments of the watched task, the same that its card and the messages show. A date that
 * has passed makes a timer fire at once.
 */
@Component("workClocks")
@ForModels
public class WorkClocks {

    static final String CHASE = "chase-stalled-work";
    static final String DECIDE = "decide-stalled-work";

    /** Variable with the due date of the coordinators' task; its timer is made before the task is. */
    static final String CHASE_BY = "chaseBy";

    private final Ladder ladder;
    private final Deadlines deadlines;
    private final Clock clock;

    WorkClocks(Ladder ladder, Deadlines deadlines, Clock clock) {
        this.ladder = ladder;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public boolean isClaimOverdue(DelegateExecution execution) {
        return !ladder.work(execution).claimed()
                && !clock.instant().isBefore(ladder.clocks(execution).clocks().claimBy());
    }

    /** Also when its moment has just passed: timers fire a little late, and the reminder is then due at once. */
    public boolean isWarningAhead(DelegateExecution execution) {
        Clocks clocks = ladder.clocks(execution).clocks();
        return clocks.warnAt() != null && clock.instant().isBefore(clocks.finishBy());
    }

    /** Now, when somebody has the work already. */
    public Date claimBy(DelegateExecution execution) {
        return Date.from(
                ladder.work(execution).claimed()
                        ? clock.instant()
                        : ladder.clocks(execution).clocks().claimBy());
    }

    /** Only where {@link #isWarningAhead}. */
    public Date warnAt(DelegateExecution execution) {
        return Date.from(ladder.clocks(execution).clocks().warnAt());
    }

    public Date finishBy(DelegateExecution execution) {
        return Date.from(ladder.clocks(execution).clocks().finishBy());
    }

    /** Only while the work is held. */
    public Date heldUntil(DelegateExecution execution) {
        return Date.from(ladder.clocks(execution).heldUntil());
    }

    /** When the coordinators must have decided what happens. */
    public Date chaseBy(DelegateExecution execution) {
        Date by = Date.from(limitOf(CHASE, ladder.work(execution)));
        execution.getProcessInstance().setVariable(CHASE_BY, by);
        return by;
    }

    /** When somebody looks again after a reminder: in the coordinators' time, then daily. */
    public Date askAgainAt(DelegateExecution execution) {
        boolean byLeadership = DECIDE.equals(execution.getVariable(WorkDecision.DECIDED_IN));
        return Date.from(
                byLeadership
                        ? clock.instant().plus(deadlines.reminderInterval())
                        : limitOf(CHASE, ladder.work(execution)));
    }

    /** How often the leadership is reminded, as ISO 8601 repetition without end. */
    public String daily() {
        return "R/" + deadlines.reminderInterval();
    }

    /** When a task about this late work is due that begins now. */
    Instant limitOf(String task, OpenWork late) {
        return deadlines
                .clocks(new Work(task, late.work().stage(), late.work().severity()), clock.instant(), null)
                .finishBy();
    }
}
