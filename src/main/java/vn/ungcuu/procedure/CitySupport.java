package vn.ungcuu.procedure;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;

/** The city's support is asked for beside everything else: by models through this, by people from the incident page. */
@Component("citySupport")
@ForModels
public class CitySupport {

    private final Messages messages;
    private final Requests requests;

    CitySupport(Messages messages, Requests requests) {
        this.messages = messages;
        this.requests = requests;
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

    /** Numbers of the requests that have not ended, lowest first: the city is yet to answer, or still helps. */
    public List<Integer> open(String code) {
        return requests.open(code, Requests.CITY_SUPPORT);
    }
}
