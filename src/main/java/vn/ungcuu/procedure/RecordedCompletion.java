package vn.ungcuu.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;

/** Brings every completed task into the record and lets the procedure react to what has become known by it. */
@Component
class RecordedCompletion implements TaskCompletion {

    private final Incidents incidents;
    private final FormAnswers answers;
    private final Chronicle chronicle;
    private final Copies copies;
    private final Reactions reactions;
    private final TransactionBound<Map<String, FactsChange>> changes = new TransactionBound<>();

    RecordedCompletion(
            Incidents incidents, FormAnswers answers, Chronicle chronicle, Copies copies, Reactions reactions) {
        this.incidents = incidents;
        this.answers = answers;
        this.chronicle = chronicle;
        this.copies = copies;
        this.reactions = reactions;
    }

    @Override
    public void completing(CompletingTask task, Map<String, Object> values) {
        IncidentKey.of(task.businessKey()).ifPresent(code -> {
            Incident incident = incidents.lock(code);
            if (!values.isEmpty()) {
                incidents.learn(code, values);
            }
            chronicle.write(
                    code,
                    EntryKind.TASK,
                    task.candidateGroup(),
                    "Hoàn thành: " + (task.taskName() == null ? task.taskKey() : task.taskName()),
                    answers.worded(task.form(), values));
            changes.get(HashMap::new).put(task.taskId(), FactsChange.of(incident, values));
        });
    }

    /**
     * Called by the engine while it completes the task: brings the variables that forms and cards show into step, without
     * a statement more than the variables themselves. A called process holds copies; the facts belong to its caller.
     */
    void refresh(DelegateTask task) {
        FactsChange change = change(task.getId());
        if (change == null) {
            return;
        }
        DelegateExecution instance = task.getExecution().getProcessInstance();
        change.shown().forEach(instance::setVariable);
        while (instance.getSuperExecution() != null) {
            instance = instance.getSuperExecution().getProcessInstance();
            change.shown().forEach(instance::setVariable);
            change.facts().forEach(instance::setVariable);
        }
    }

    @Override
    public void completed(CompletingTask task, Map<String, Object> values) {
        FactsChange change = change(task.taskId());
        if (change != null) {
            copies.refresh(change, task.processInstanceId());
            reactions.to(change);
        }
    }

    private @Nullable FactsChange change(String taskId) {
        return changes.get(HashMap::new).get(Objects.requireNonNull(taskId));
    }
}
