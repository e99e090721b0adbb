package vn.ungcuu.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;

/** For models: has the classification looked at again because time alone has changed it. */
@Component("reassessment")
@ForModels
public class Reassessment {

    private final Messages messages;

    Reassessment(Messages messages) {
        this.messages = messages;
    }

    /** @param execution of {@code incident-response} */
    public void request(DelegateExecution execution) {
        messages.send(execution.getProcessInstanceId(), Messages.FACTS_CHANGED);
    }
}
