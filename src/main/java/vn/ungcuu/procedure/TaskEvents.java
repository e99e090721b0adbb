package vn.ungcuu.procedure;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** What happens to a user task besides its completion, whichever diagram it stands in. */
@Component
class TaskEvents {

    private final TaskWatch watch;
    private final LadderTasks ladder;
    private final OpenWorks works;
    private final WorkNotices notices;
    private final TaskForms forms;
    private final ModelElements elements;
    private final Incidents incidents;
    private final Actors actors;
    private final Chronicle chronicle;
    private final RecordedCompletion completion;
    private final HistoryService history;
    private final WithoutAuthorization withoutAuthorization;

    TaskEvents(
            TaskWatch watch,
            LadderTasks ladder,
            OpenWorks works,
            WorkNotices notices,
            TaskForms forms,
            ModelElements elements,
            Incidents incidents,
            Actors actors,
            Chronicle chronicle,
            RecordedCompletion completion,
            HistoryService history,
            WithoutAuthorization withoutAuthorization) {
        this.watch = watch;
        this.ladder = ladder;
        this.works = works;
        this.notices = notices;
        this.forms = forms;
        this.elements = elements;
        this.incidents = incidents;
        this.actors = actors;
        this.chronicle = chronicle;
        this.completion = completion;
        this.history = history;
        this.withoutAuthorization = withoutAuthorization;
    }

    @EventListener
    void on(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        if (execution == null) {
            return;
        }
        IncidentKey.of(execution).ifPresent(code -> {
            switch (task.getEventName()) {
                case TaskListener.EVENTNAME_CREATE -> created(code, task);
                case TaskListener.EVENTNAME_ASSIGNMENT -> assigned(code, task);
                case TaskListener.EVENTNAME_COMPLETE -> {
                    completion.refresh(task);
                    watch.ends(task.getId());
                }
                case TaskListener.EVENTNAME_DELETE -> {
                    // For the actor's own office: what stops the task is not done for the task's.
                    chronicle.write(
                            code,
                            EntryKind.TASK,
                            (watches(task) ? "Không còn chờ: " : "Dừng việc: ") + CompletingTask.nameOf(task),
                            Map.of());
                    watch.ends(task.getId());
                }
                default -> {
                    // An update changes nothing that the record tells.
                }
            }
        });
    }

    private void created(String code, DelegateTask task) {
        boolean watches = watches(task);
        if (watches) {
            ladder.show(task);
        }
        OpenWork work = works.of(task, code);
        if (watches) {
            ladder.begins(task, work);
        } else {
            notices.created(work, watch.begins(task, work));
        }
        showStage(task);
        askAnew(task);
        work.offices().forEach(office -> incidents.involve(code, office));
    }

    private boolean watches(DelegateTask task) {
        return elements.find(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                .filter(ModelElement::watches)
                .isPresent();
    }

    /** Tasklist reads a card's variables from task, execution and instance only, not from the stage around them. */
    private static void showStage(DelegateTask task) {
        Object stage = task.getVariable(ProcedureEvents.STAGE_NAME);
        if (stage != null
                && !task.getExecution().hasVariableLocal(ProcedureEvents.STAGE_NAME)
                && !task.getExecution().getProcessInstance().hasVariableLocal(ProcedureEvents.STAGE_NAME)) {
            task.setVariableLocal(ProcedureEvents.STAGE_NAME, stage);
        }
    }

    /**
     * A step that comes round again is answered again: what was ticked or dated in the last round must not be there
     * already. Texts stay, so that a summary sent back is completed, not written anew. What is already known before a
     * step's first round, such as the support asked for by the door, stays to be looked over. The answers are removed,
     * not emptied: Tasklist sends each with the type it found, and an empty one has none.
     */
    private void askAnew(DelegateTask task) {
        List<String> answers = forms.of(task).stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> !field.type().isText())
                .map(FormField::key)
                .filter(key -> !Facts.ALL.contains(key) && task.hasVariable(key))
                .toList();
        if (!answers.isEmpty() && cameRoundBefore(task)) {
            task.removeVariables(answers);
        }
    }

    private boolean cameRoundBefore(DelegateTask task) {
        return withoutAuthorization.call(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .taskDefinitionKey(task.getTaskDefinitionKey())
                        .count()
                > 0);
    }

    private void assigned(String code, DelegateTask task) {
        Actor actor = actors.current();
        // Whoever decides about the work of others acts for an office of his own.
        String office = OpenWorks.officesOf(task).stream()
                .filter(mine -> actor.belongsToOneOf(List.of(mine)))
                .findFirst()
                .orElse(null);
        chronicle.write(code, EntryKind.ASSIGNMENT, office, howAssigned(task, actor, office != null), Map.of());
        if (!watches(task)) {
            watch.changesHands(task, () -> works.of(task, code));
        }
    }

    private String howAssigned(DelegateTask task, Actor actor, boolean ofTheOffice) {
        String name = CompletingTask.nameOf(task);
        String assignee = task.getAssignee();
        if (assignee == null) {
            return (ofTheOffice ? "Trả lại việc: " : "Thôi giao cho người đang giữ: ") + name;
        }
        return actor.isPerson(assignee)
                ? "Nhận việc: " + name
                : "Giao việc cho " + actors.person(assignee).name() + ": " + name;
    }
}
