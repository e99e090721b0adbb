package vn.ungcuu.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.TransactionBound;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;

/** Brings every completed task into the record and lets the procedure react to what has become known by it. */
@Component
class RecordedCompletion implements TaskCompletion {

    /** In UTF-16 units, as long as any text of a form. */
    private static final int LONGEST_COMMENT = 20_000;

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

    /** What the engine has read of an incident stays as it was read until the end: whoever else works on it waits. */
    @Override
    public void begins(String businessKey) {
        IncidentKey.of(businessKey).ifPresent(incidents::hold);
    }

    @Override
    public void completing(CompletingTask task, Map<String, Object> values) {
        IncidentKey.of(task.businessKey()).ifPresent(code -> {
            // What is decided about late work says nothing about the incident.
            Map<String, Object> facts = ModelElement.STALLED_WORK.equals(task.processKey()) ? Map.of() : values;
            Incident before = facts.isEmpty() ? incidents.lock(code) : incidents.learn(code, facts);
            FactsChange change = FactsChange.of(before, facts);
            chronicle.write(
                    code,
                    EntryKind.TASK,
                    task.candidateGroup(),
                    "Hoàn thành: " + task.taskName(),
                    answers.worded(task.form(), values, change::changes));
            changes.get(HashMap::new).put(task.taskId(), change);
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
    public void commented(CompletingTask task, String message) {
        IncidentKey.of(task.businessKey()).ifPresent(code -> {
            if (message == null || Texts.isBlank(message)) {
                throw new Refusal("Ghi chú chưa có nội dung. Vui lòng nhập trước khi gửi.");
            }
            if (message.length() > LONGEST_COMMENT || !Texts.isStorable(message)) {
                throw new Refusal("Ghi chú dài quá 20.000 ký tự hoặc có ký tự lạ. Vui lòng viết lại.");
            }
            incidents.hold(code);
            chronicle.write(
                    code,
                    EntryKind.ACTION,
                    task.candidateGroup(),
                    "Ghi chú khi làm việc: " + task.taskName(),
                    Map.of("Ghi chú", Texts.normalise(message, false)));
        });
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
