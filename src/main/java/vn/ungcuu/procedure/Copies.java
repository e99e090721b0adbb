package vn.ungcuu.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** A called process works with copies of what it was given; they follow what becomes known elsewhere. */
@Component
class Copies {

    private static final String SEVERITY = "severity";

    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;

    Copies(RuntimeService runtime, WithoutAuthorization withoutAuthorization) {
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
    }

    /** @param instanceId the process instance in which it became known; like the incident's own one it knows already */
    void refresh(FactsChange change, String instanceId) {
        Map<String, Object> news = new LinkedHashMap<>(change.shown());
        if (change.changes(SEVERITY)) {
            news.put(SEVERITY, change.after().get(SEVERITY));
        }
        if (news.isEmpty()) {
            return;
        }
        withoutAuthorization.run(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(change.code()).list().stream()
                        .map(ProcessInstance::getId)
                        .filter(id -> !id.equals(instanceId) && !id.equals(change.processInstanceId()))
                        .forEach(id -> runtime.setVariables(id, news)));
    }
}
