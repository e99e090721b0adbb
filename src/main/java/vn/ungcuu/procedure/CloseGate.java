package vn.ungcuu.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.procedure.ModelElement.Type;
import vn.ungcuu.procedure.engine.OpenActivities;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** For models: lets nobody close a record while something is still owed or under way. */
@Component("closeGate")
@ForModels
public class CloseGate {

    /** Id of the stage in which a record is closed. */
    private static final String CLOSING = "close";

    private final List<ClosingCondition> conditions;
    private final ModelElements elements;
    private final WithoutAuthorization withoutAuthorization;

    CloseGate(List<ClosingCondition> conditions, ModelElements elements, WithoutAuthorization withoutAuthorization) {
        this.conditions = conditions;
        this.elements = elements;
        this.withoutAuthorization = withoutAuthorization;
    }

    /**
     * @param execution of {@code incident-response}; what is under way in its own stage counts as closing work
     * @throws Refusal if something is still open; it names everything that is
     */
    public void check(DelegateExecution execution) {
        String closing = elements.find(execution).map(ModelElement::scope).orElse(null);
        refuseFor(reasons(execution.getProcessBusinessKey(), OpenActivities.besides(execution), closing));
    }

    /** @throws Refusal if something is open that even cancelling does not settle */
    void checkCancelled(String code) {
        refuseFor(held(code, ClosingCondition::bindsCancelled));
    }

    private static void refuseFor(Collection<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refusal("Chưa thể đóng hồ sơ: " + String.join("; ", reasons) + ".");
        }
    }

    /**
     * For people, at any time: what would be refused now, in the words of {@link #check}; empty only when the record is
     * being closed and nothing holds it open.
     */
    public List<String> openReasons(Incident incident) {
        return withoutAuthorization.call(() -> {
            List<DelegateExecution> open =
                    incident.processInstanceId() == null ? List.of() : OpenActivities.of(incident.processInstanceId());
            List<String> reasons = new ArrayList<>(reasons(incident.code(), open, CLOSING));
            if (open.stream().noneMatch(execution -> isIn(CLOSING, execution))) {
                reasons.add("quy trình chưa tới bước kết thúc");
            }
            return reasons;
        });
    }

    /** @param closing scope of the work of closing itself, which holds nothing open; null when that is done */
    private Set<String> reasons(String code, List<DelegateExecution> open, @Nullable String closing) {
        Set<String> reasons = new LinkedHashSet<>();
        for (DelegateExecution execution : open) {
            if (closing == null || !isIn(closing, execution)) {
                elements.find(execution)
                        .map(element -> reason(element, execution))
                        .ifPresent(reasons::add);
            }
        }
        reasons.addAll(held(code, condition -> true));
        return reasons;
    }

    private List<String> held(String code, Predicate<ClosingCondition> which) {
        return conditions.stream()
                .filter(which)
                .flatMap(condition -> condition.openReasons(code).stream())
                .toList();
    }

    private boolean isIn(String scope, DelegateExecution execution) {
        return elements.find(execution)
                .filter(element -> scope.equals(element.scope()))
                .isPresent();
    }

    private static @Nullable String reason(ModelElement element, DelegateExecution open) {
        if (element.type() == Type.CALL) {
            return Requests.kind(element)
                    .map(kind -> kind.open(open.getVariable(Requests.NUMBER)))
                    .orElse("“" + element.name() + "” chưa kết thúc");
        }
        if (element.type() == Type.USER_TASK) {
            return "việc “" + element.name() + "” chưa xong";
        }
        // Nobody can do anything about a clock that runs; what it would start is moot once the record is closed.
        return element.type() == Type.TIMER ? null : "còn chờ “" + element.name() + "”";
    }
}
