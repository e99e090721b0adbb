package vn.ungcuu.procedure;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** Sends the procedure's own messages to the process instance of one incident and to no other. */
@Component
class Messages {

    static final String CITY_SUPPORT_REQUESTED = "city-support-requested";
    static final String CRIME_SIGNS_FOUND = "crime-signs-found";
    static final String FACTS_CHANGED = "facts-changed";
    static final String SERVICE_INTERRUPTED = "service-interrupted";
    static final String INCIDENT_CANCELLED = "incident-cancelled";

    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;

    Messages(RuntimeService runtime, WithoutAuthorization withoutAuthorization) {
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
    }

    boolean send(@Nullable String processInstanceId, String message) {
        return send(processInstanceId, message, Map.of());
    }

    /**
     * @param local variables of what the message starts, unseen by the rest of the instance
     * @return false if the instance has ended or its diagram does not wait for this message
     */
    boolean send(@Nullable String processInstanceId, String message, Map<String, Object> local) {
        if (processInstanceId == null) {
            return false;
        }
        return withoutAuthorization.call(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processInstanceId(processInstanceId)
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting == null) {
                return false;
            }
            runtime.createMessageCorrelation(message)
                    .processInstanceId(processInstanceId)
                    .setVariablesToTriggeredScope(local)
                    .correlate();
            return true;
        });
    }
}
