package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.deadline.Deadlines;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/**
 * For the model {@code stalled-work}: does to the watched task what the coordinators or the leadership have decided. They hold no
 * right on the task themselves.
 */
@Component("workDecision")
@ForModels
public class WorkDecision {

    /** Process variable that tells in which task the last decision was made. */
    static final String DECIDED_IN = "decidedIn";

    /** Process variable with what whoever decided last has written. */
    static final String LAST_NOTE = "lastNote";

    private static final String CHASE_DECISION = "chaseDecision";
    private static final String LEADERSHIP_DECISION = "leadershipDecision";
    private static final String EXTEND_UNTIL = "extendUntil";
    private static final String HOLD_UNTIL = "holdUntil";
    private static final String NOTE = "decisionNote";

    /** Work that rests longer is a matter of another decision. */
    private static final Duration LONGEST = Duration.ofDays(90);

    /** Answered anew each time. */
    private static final List<String> ANSWERS =
            List.of(CHASE_DECISION, LEADERSHIP_DECISION, EXTEND_UNTIL, HOLD_UNTIL, Receiver.FIELD, NOTE);

    private final Ladder ladder;
    private final TaskWatch watch;
    private final Deadlines deadlines;
    private final HandOvers handOvers;
    private final WorkNotices notices;
    private final Chronicle chronicle;
    private final TaskService tasks;
    private final WithoutAuthorization withoutAuthorization;
    private final Clock clock;

    WorkDecision(
            Ladder ladder,
            TaskWatch watch,
            Deadlines deadlines,
            HandOvers handOvers,
            WorkNotices notices,
            Chronicle chronicle,
            TaskService tasks,
            WithoutAuthorization withoutAuthorization,
            Clock clock) {
        this.ladder = ladder;
        this.watch = watch;
        this.deadlines = deadlines;
        this.handOvers = handOvers;
        this.notices = notices;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.withoutAuthorization = withoutAuthorization;
        this.clock = clock;
    }

    /**
     * @return {@code remind}, {@code extend}, {@code hand-over}, {@code hold} or {@code escalate}
     * @throws Refusal when it cannot be done; the task in which it was decided is then open as before
     */
    public String carryOut(DelegateExecution execution) {
        OpenWork work = ladder.work(execution);
        Clocks clocks = ladder.clocks(execution).clocks();
        String byCoordinators = text(execution, CHASE_DECISION);
        String decision = byCoordinators == null ? text(execution, LEADERSHIP_DECISION) : byCoordinators;
        String note = Objects.requireNonNullElse(text(execution, NOTE), "");
        switch (Objects.requireNonNull(decision)) {
            case "remind" -> notices.reminded(work, clocks, note);
            case "extend" -> extend(work, moment(execution, EXTEND_UNTIL), note);
            case "hold" -> hold(work, moment(execution, HOLD_UNTIL), note);
            case "hand-over" -> handOver(work, text(execution, Receiver.FIELD), note);
            default -> {
                // The diagram goes on to the leadership.
            }
        }
        ladder.lookAgain();
        execution.setVariable(LAST_NOTE, note);
        execution.setVariable(DECIDED_IN, byCoordinators == null ? WorkClocks.DECIDE : WorkClocks.CHASE);
        execution.removeVariables(ANSWERS);
        return decision;
    }

    private void extend(OpenWork work, Instant finishBy, String note) {
        refuseFarAway(finishBy, "Gia hạn đến");
        refuseBeyondLaw(work, latest -> finishBy.isAfter(latest), "gia hạn");
        Clocks clocks = deadlines.until(finishBy, work.work(), clock.instant());
        watch.set(work, clocks, null);
        tell(work, "Gia hạn việc “" + work.name() + "” đến " + Moments.readAloud(finishBy));
        notices.deadlineChanged(work, clocks, note);
    }

    /** After the hold the work has all the time the table gives it. */
    private void hold(OpenWork work, Instant until, String note) {
        refuseFarAway(until, "Tạm dừng đến");
        refuseBeyondLaw(work, latest -> !until.isBefore(latest), "tạm dừng");
        Clocks clocks = deadlines.clocks(work.work(), until, Statutory.deadline(variables(work)));
        watch.set(work, clocks, until);
        tell(
                work,
                "Tạm dừng việc “" + work.name() + "” đến " + Moments.readAloud(until) + "; hạn mới "
                        + Moments.readAloud(clocks.finishBy()));
        notices.held(work, clocks, until, note);
    }

    /** The time of who takes over is set last: while the work is late, giving it away starts no clock of its own. */
    private void handOver(OpenWork work, @Nullable String to, String note) {
        Clocks clocks = deadlines.clocks(work.work(), clock.instant(), Statutory.deadline(variables(work)));
        handOvers.to(Receiver.parse(Objects.requireNonNull(to)), work, clocks, note);
        watch.set(work, clocks, null);
    }

    /** A slip of the finger in the year would silence the work for ever. */
    private void refuseFarAway(Instant until, String field) {
        if (until.isAfter(clock.instant().plus(LONGEST))) {
            throw new Refusal("Mục “" + field + "” không được quá " + LONGEST.toDays()
                    + " ngày kể từ hôm nay. Vui lòng kiểm tra lại ngày, tháng, năm.");
        }
    }

    private void refuseBeyondLaw(OpenWork work, Predicate<Instant> beyond, String what) {
        Instant latest = Statutory.deadline(variables(work));
        if (latest == null || !beyond.test(latest)) {
            return;
        }
        if (!latest.isAfter(clock.instant())) {
            throw new Refusal("Việc này đã quá thời hạn theo luật (" + Moments.readAloud(latest) + ") nên không " + what
                    + " được. Vui lòng đôn đốc, chuyển người khác hoặc chuyển lãnh đạo quyết định.");
        }
        throw new Refusal("Việc này có thời hạn theo luật là " + Moments.readAloud(latest) + ", không " + what
                + " quá thời hạn đó được. Vui lòng chọn thời điểm sớm hơn.");
    }

    private Function<String, Object> variables(OpenWork work) {
        return name -> withoutAuthorization.call(() -> tasks.getVariable(work.taskId(), name));
    }

    private void tell(OpenWork work, String what) {
        chronicle.write(work.code(), EntryKind.TIMER, what, Map.of());
    }

    private static @Nullable String text(DelegateExecution execution, String variable) {
        return Objects.toString(execution.getVariable(variable), null);
    }

    /** Asked by the form whenever it is needed. */
    private static Instant moment(DelegateExecution execution, String variable) {
        return Moments.read(execution.getVariable(variable)).orElseThrow().toInstant();
    }
}
