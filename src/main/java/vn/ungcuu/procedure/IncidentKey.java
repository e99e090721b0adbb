package vn.ungcuu.procedure;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungcuu.incident.IncidentCode;

/** Which incident a process instance works on: its business key, handed on by every call. */
final class IncidentKey {

    private IncidentKey() {}

    /** Empty for a process of an analyst that has nothing to do with an incident. */
    static Optional<String> of(DelegateExecution execution) {
        return of(execution.getProcessBusinessKey());
    }

    static Optional<String> of(String businessKey) {
        return Optional.ofNullable(businessKey).filter(IncidentCode::isWritten);
    }
}
