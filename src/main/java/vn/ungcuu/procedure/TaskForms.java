package vn.ungcuu.procedure;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The forms of tasks that the engine is just handling. */
public interface TaskForms {

    /** Empty when the task shows no form, or one that cannot be read. */
    Optional<FormSchema> of(DelegateTask task);
}
