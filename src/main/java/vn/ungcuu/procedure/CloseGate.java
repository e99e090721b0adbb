package vn.ungcuu.procedure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.ModelElement.Type;
import vn.ungcuu.procedure.engine.OpenActivities;

/** For models: lets nobody close a record while something is still owed or under way. */
@Component("closeGate")
public class CloseGate {

    private final List<ClosingCondition> conditions;
    private final ModelElements elements;

    CloseGate(List<ClosingCondition> conditions, ModelElements elements) {
        this.conditions = conditions;
        this.elements = elements;
    }

    /**
     * @param execution of {@code incident-response}; what is under way in its own stage counts as closing work
     * @throws Refusal if something is still open; it names everything that is
     */
    public void check(DelegateExecution execution) {
        Set<String> reasons = new LinkedHashSet<>(underWay(execution));
        conditions.forEach(condition -> reasons.addAll(condition.openReasons(execution.getProcessBusinessKey())));
        if (!reasons.isEmpty()) {
            throw new Refusal("Chưa thể đóng hồ sơ: " + String.join("; ", reasons) + ".");
        }
    }

    private List<String> underWay(DelegateExecution asking) {
        String closing = find(asking).map(ModelElement::scope).orElse(null);
        return OpenActivities.besides(asking).stream()
                .map(open -> find(open)
                        .filter(element -> closing == null || !Objects.equals(closing, element.scope()))
                        .map(element -> reason(element, open))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
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

    private Optional<ModelElement> find(DelegateExecution execution) {
        return elements.find(execution.getProcessDefinitionId(), execution.getCurrentActivityId());
    }
}
