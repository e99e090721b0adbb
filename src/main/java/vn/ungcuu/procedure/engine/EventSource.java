package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.core.instance.CoreExecution;
import org.camunda.bpm.engine.impl.pvm.PvmProcessDefinition;

/** Tells apart what the public API does not: a process starts at the same element as its start event does. */
public final class EventSource {

    private EventSource() {}

    /** Whether the event is the start or end of the whole process, not of one of its elements. */
    public static boolean isProcess(DelegateExecution execution) {
        return ((CoreExecution) execution).getEventSource() instanceof PvmProcessDefinition;
    }
}
