package vn.ungcuu.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.lang.Nullable;

/**
 * What is under way in a process instance at this very moment. A query would not do: in the middle of a step it still
 * finds what the step has ended.
 */
public final class OpenActivities {

    private OpenActivities() {}

    /** Tasks, calls and waits of the same process instance, without the execution that asks. */
    public static List<DelegateExecution> besides(DelegateExecution asking) {
        List<DelegateExecution> open = new ArrayList<>();
        collect((ExecutionEntity) asking.getProcessInstance(), asking, open);
        return open;
    }

    /** As {@link #besides}, of an instance at rest; only within an engine command. Empty once it has ended. */
    public static List<DelegateExecution> of(String processInstanceId) {
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        List<DelegateExecution> open = new ArrayList<>();
        if (instance != null) {
            collect(instance, null, open);
        }
        return open;
    }

    private static void collect(
            ExecutionEntity execution, @Nullable DelegateExecution asking, List<DelegateExecution> open) {
        List<ExecutionEntity> children = List.copyOf(execution.getExecutions());
        children.forEach(child -> collect(child, asking, open));
        boolean waits = execution.isActive() || execution.getSubProcessInstance() != null;
        if (children.isEmpty()
                && waits
                && !execution.isEnded()
                && !execution.isEventScope()
                && execution.getActivity() != null
                && (asking == null || !execution.getId().equals(asking.getId()))) {
            open.add(execution);
        }
    }
}
