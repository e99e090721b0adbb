package vn.ungcuu.procedure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** What an incident's procedure waits to be told from outside; each wait is one execution, so two are never confused. */
@Component
class Waits {

    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;

    Waits(RuntimeService runtime, WithoutAuthorization withoutAuthorization) {
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
    }

    /** Waits for this message in the processes of this incident, by their request number. */
    List<Wait> of(String code, String message) {
        return withoutAuthorization.call(() ->
                runtime
                        .createExecutionQuery()
                        .processInstanceBusinessKey(code)
                        .messageEventSubscriptionName(message)
                        .list()
                        .stream()
                        .map(this::wait)
                        .sorted(Comparator.comparingInt(wait -> wait.number() == null ? 0 : wait.number()))
                        .toList());
    }

    void end(Wait wait, String message, Map<String, Object> variables) {
        withoutAuthorization.run(() -> runtime.messageEventReceived(message, wait.executionId(), variables));
    }

    private Wait wait(Execution execution) {
        Object number = runtime.getVariable(execution.getId(), Requests.NUMBER);
        return new Wait(execution.getId(), number instanceof Number known ? known.intValue() : null);
    }

    /** @param number of the request it belongs to, where it has one */
    record Wait(String executionId, @Nullable Integer number) {}
}
