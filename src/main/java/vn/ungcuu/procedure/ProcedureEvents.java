package vn.ungcuu.procedure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.ModelElement.Type;
import vn.ungcuu.procedure.engine.EventSource;

/**
 * Brings what happens in the engine into the record, in the same transaction, whatever the diagrams look like: an element
 * that an analyst adds is recorded under its name without further ado. The starter calls this for every element, and nobody
 * can have it skipped ({@code camunda.bpm.eventing.skippable: false}).
 */
@Component
class ProcedureEvents {

    /** Variable that a card shows; local to the stage. */
    static final String STAGE_NAME = "stageName";

    private static final String DECISION_RESULT = "decisionResult";

    private final ModelElements elements;
    private final Incidents incidents;
    private final Requests requests;
    private final Closing closing;
    private final Chronicle chronicle;
    private final Announcements announcements;
    private final FormAnswers answers;

    ProcedureEvents(
            ModelElements elements,
            Incidents incidents,
            Requests requests,
            Closing closing,
            Chronicle chronicle,
            Announcements announcements,
            FormAnswers answers) {
        this.elements = elements;
        this.incidents = incidents;
        this.requests = requests;
        this.closing = closing;
        this.chronicle = chronicle;
        this.announcements = announcements;
        this.answers = answers;
    }

    @EventListener
    void on(DelegateExecution execution) {
        boolean start = ExecutionListener.EVENTNAME_START.equals(execution.getEventName());
        boolean end = ExecutionListener.EVENTNAME_END.equals(execution.getEventName());
        Optional<String> code = start || end ? IncidentKey.of(execution) : Optional.empty();
        if (code.isEmpty()) {
            return;
        }
        if (EventSource.isProcess(execution)) {
            if (end) {
                closing.processEnds(code.get(), execution);
            }
            return;
        }
        // What watches over a task tells its own story.
        elements.find(execution).filter(element -> !element.watches()).ifPresent(element -> {
            if (start) {
                starts(code.get(), element, execution);
            } else {
                ends(code.get(), element, execution);
            }
        });
    }

    private void starts(String code, ModelElement element, DelegateExecution execution) {
        switch (element.type()) {
            case STAGE -> {
                execution.setVariableLocal(STAGE_NAME, element.name());
                if (element.process().equals(ModelElement.INCIDENT_RESPONSE)) {
                    incidents.enterStage(code, element.id());
                    announcements.stageEntered(code, element, execution);
                }
                chronicle.write(code, EntryKind.STAGE, "Bắt đầu giai đoạn “" + element.name() + "”", Map.of());
            }
            case EVENT_SUB_PROCESS -> execution.setVariableLocal(STAGE_NAME, element.name());
            case CALL -> call(code, element, execution);
            case END -> reachesEnd(code, element, execution);
            default -> {
                // The others are told when they are done.
            }
        }
    }

    private void call(String code, ModelElement element, DelegateExecution execution) {
        Map<String, Object> details = new LinkedHashMap<>();
        Requests.kind(element).ifPresent(kind -> {
            int number = requests.next(code, kind);
            execution.setVariableLocal(Requests.NUMBER, number);
            details.put(FactLabels.label(Requests.NUMBER), number);
        });
        chronicle.write(code, EntryKind.STAGE, "Bắt đầu “" + element.name() + "”", details);
    }

    private void reachesEnd(String code, ModelElement element, DelegateExecution execution) {
        if (element.outcome() != null) {
            closing.closes(code, element, execution);
        } else if (!element.inStage()) {
            // The end of a stage is told by the stage itself.
            chronicle.write(code, EntryKind.STAGE, "Kết quả: " + element.name(), Map.of());
        }
    }

    private void ends(String code, ModelElement element, DelegateExecution execution) {
        if (element.type() == Type.STAGE) {
            leave(code, element, execution);
        } else if (execution.isCanceled()) {
            return;
        }
        switch (element.type()) {
            case CALL -> chronicle.write(code, EntryKind.STAGE, "Kết thúc “" + element.name() + "”", Map.of());
            case DECISION -> decided(code, element, execution);
            case SERVICE -> chronicle.write(code, EntryKind.ACTION, "Hệ thống thực hiện: " + element.name(), Map.of());
            case MESSAGE, EVENT -> happened(code, element, EntryKind.MESSAGE, "Sự kiện: ");
            case CONDITION -> happened(code, element, EntryKind.MESSAGE, "Tình hình: ");
            case TIMER -> happened(code, element, EntryKind.TIMER, "Đến hạn: ");
            default -> {
                // Tasks tell of themselves; gateways and plain starts have nothing to tell.
            }
        }
    }

    private void leave(String code, ModelElement stage, DelegateExecution execution) {
        boolean canceled = execution.isCanceled();
        // A stage that is broken off was never left: the incident page shows it as stopped.
        if (stage.process().equals(ModelElement.INCIDENT_RESPONSE) && !canceled) {
            incidents.leaveStage(code, stage.id());
            announcements.stageLeft(code, stage, execution);
        }
        String how = canceled ? "Dừng giai đoạn “" : "Kết thúc giai đoạn “";
        chronicle.write(code, EntryKind.STAGE, how + stage.name() + "”", Map.of());
    }

    private void happened(String code, ModelElement element, EntryKind kind, String how) {
        chronicle.write(code, kind, how + element.name(), Map.of());
    }

    private void decided(String code, ModelElement element, DelegateExecution execution) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (execution.getVariable(DECISION_RESULT) instanceof DmnDecisionResult result) {
            details.putAll(details(result));
            if (result.size() == 1) {
                proposal(code, result.getSingleResult());
            }
        }
        chronicle.write(code, EntryKind.DECISION, "Bảng quyết định: " + element.name(), details);
    }

    /** What is proposed is kept beside what the officer decides, also after he decides otherwise. */
    private void proposal(String code, DmnDecisionResultEntries row) {
        if (row.containsKey("severity") && row.containsKey("proposeUpgrade")) {
            Map<String, Object> proposal = new LinkedHashMap<>();
            proposal.put("proposedSeverity", row.get("severity"));
            proposal.put("proposeUpgrade", row.get("proposeUpgrade"));
            proposal.put("classificationBasis", row.get("basis"));
            incidents.learn(code, proposal);
        }
    }

    private Map<String, Object> details(DmnDecisionResult result) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (result.size() == 1) {
            result.getSingleResult()
                    .forEach((name, value) -> details.put(
                            // A table proposes; what holds is what the officer confirms.
                            FactLabels.label(name.equals("severity") ? "proposedSeverity" : name),
                            answers.worded(name, value)));
        } else if (!result.isEmpty()) {
            details.put("Kết quả", result.stream().map(this::row).toList());
        }
        return details;
    }

    /** The outputs in the order in which people read them; the engine has them in none. */
    private String row(DmnDecisionResultEntries row) {
        List<String> order = List.copyOf(FactLabels.facts());
        return row.entrySet().stream()
                .sorted(Comparator.comparingInt(output -> order.indexOf(output.getKey())))
                .map(output -> answers.worded(output.getKey(), output.getValue()))
                .collect(Collectors.joining(" – "));
    }
}
