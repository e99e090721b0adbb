package vn.ungcuu.workplace;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.lang.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.NewIncident;

/** Incidents, and tasks of theirs for whichever office a test wants, by a diagram such as an analyst might add. */
public final class OfficeWork {

    private static final String FORM = "work-in-test";

    private final Incidents incidents;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Clock clock;
    private final TransactionTemplate inTransaction;

    public OfficeWork(BeanFactory application) {
        incidents = application.getBean(Incidents.class);
        repository = application.getBean(RepositoryService.class);
        runtime = application.getBean(RuntimeService.class);
        tasks = application.getBean(TaskService.class);
        clock = application.getBean(Clock.class);
        inTransaction = application.getBean(TransactionTemplate.class);
    }

    /** An incident of a known kind, not classified yet; gives the code. */
    public String reported(String title, boolean drill, String... offices) {
        return inTransaction.execute(status -> incidents
                .open(new NewIncident(
                        title,
                        "Mô tả của " + title,
                        "phone",
                        clock.instant(),
                        "Người báo",
                        null,
                        null,
                        null,
                        null,
                        drill,
                        Map.of("kind", "network-attack"),
                        Set.of(offices)))
                .code());
    }

    /** A serious incident of a known kind; gives the code. */
    public String incident(String title, boolean drill, String... offices) {
        return inTransaction.execute(status -> {
            String code = reported(title, drill, offices);
            incidents.learn(code, Map.of("severity", "serious"));
            return code;
        });
    }

    public void restrict(String code) {
        inTransaction.executeWithoutResult(status -> incidents.restrict(code, true));
    }

    /** A task like {@link #task}, due when the test says; of no incident where the code is null. */
    Task waiting(@Nullable String code, String name, String office, Instant due) {
        Task task = tasks.createTaskQuery().taskId(task(code, name, office)).singleResult();
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
        return task;
    }

    /** A task of the incident that waits for somebody of the office, due within the hours the commune gives; gives its id. */
    public String task(@Nullable String code, String name, String office) {
        String process = "work-of-" + office;
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            process + ".bpmn",
                            Bpmn.createExecutableProcess(process)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask("work")
                                    .name("${name}")
                                    .camundaCandidateGroups(office)
                                    .camundaFormRef(FORM)
                                    .camundaFormRefBinding("latest")
                                    .endEvent()
                                    .done())
                    .addString(FORM + ".form", """
                            {"id": "work-in-test", "type": "default", "components": [
                              {"type": "textfield", "id": "a", "key": "answer", "label": "Kết quả"}]}""")
                    .deploy();
        }
        String instance = runtime.startProcessInstanceByKey(
                        process, code, Map.of("name", name, "code", String.valueOf(code), "title", "Sự cố của " + name))
                .getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
