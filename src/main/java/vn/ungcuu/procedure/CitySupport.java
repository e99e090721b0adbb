package vn.ungcuu.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** For models: asks for the city's support beside everything else, as the incident page does. */
@Component("citySupport")
public class CitySupport {

    private final Messages messages;

    CitySupport(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param execution of {@code incident-response}
     * @throws Refusal if the diagram in use takes no such request
     */
    public void request(DelegateExecution execution) {
        if (!messages.send(execution.getProcessInstanceId(), Messages.CITY_SUPPORT_REQUESTED)) {
            throw new Refusal("Sơ đồ đang dùng không có chỗ nhận đề nghị hỗ trợ. Vui lòng báo chuyên viên quy trình.");
        }
    }
}
