package vn.ungcuu.support;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A diagram such as an analyst might add, with many tasks open at once. */
public final class ManyTasks {

    public static final String PROCESS = "many-tasks";
    public static final String TASK = "one-of-many";

    private ManyTasks() {}

    /** The tasks are called “Việc số 0” and so on, and wait for the office. */
    public static void deploy(RepositoryService repository, int tasks) {
        repository
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask(TASK)
                                .name("Việc số ${loopCounter}")
                                .camundaCandidateGroups("office")
                                .multiInstance()
                                .parallel()
                                .cardinality(String.valueOf(tasks))
                                .multiInstanceDone()
                                .endEvent()
                                .done())
                .deploy();
    }
}
