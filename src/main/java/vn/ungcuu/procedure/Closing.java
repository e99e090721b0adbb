package vn.ungcuu.procedure;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Outcome;

/** Closes the record when the procedure reaches an end event that says with which outcome. */
@Component
class Closing {

    private final Incidents incidents;
    private final CloseGate gate;
    private final Chronicle chronicle;
    private final Announcements announcements;

    Closing(Incidents incidents, CloseGate gate, Chronicle chronicle, Announcements announcements) {
        this.incidents = incidents;
        this.gate = gate;
        this.chronicle = chronicle;
        this.announcements = announcements;
    }

    /** @throws Refusal if the record may not be closed yet, or the diagram names an outcome that does not exist */
    void closes(String code, ModelElement end, DelegateExecution execution) {
        Outcome outcome = outcome(end);
        // A cancelled incident was none: the work under way is dropped with it.
        if (outcome == Outcome.CANCELLED) {
            gate.checkCancelled(code);
        } else {
            gate.check(execution);
        }
        incidents.close(code, outcome);
        chronicle.write(code, EntryKind.CLOSURE, end.name(), Map.of("Kết quả", FactLabels.outcome(outcome)));
        announcements.closed(code, outcome, execution);
    }

    /** No record stays open when the process that runs it ends. */
    void processEnds(String code, DelegateExecution execution) {
        boolean unfinished = incidents
                .find(code)
                .filter(incident ->
                        incident.open() && execution.getProcessInstanceId().equals(incident.processInstanceId()))
                .isPresent();
        if (!unfinished) {
            return;
        }
        if (!execution.isCanceled()) {
            throw new Refusal("Sơ đồ kết thúc mà chưa đóng hồ sơ: sự kiện kết thúc chưa khai báo kết quả (outcome)."
                    + " Vui lòng báo chuyên viên quy trình.");
        }
        incidents.close(code, Outcome.CANCELLED);
        chronicle.write(code, EntryKind.CLOSURE, "Quy trình bị xóa khỏi hệ thống; hồ sơ được đóng", Map.of());
    }

    private static Outcome outcome(ModelElement end) {
        try {
            return Outcome.of(end.outcome());
        } catch (IllegalArgumentException e) {
            throw new Refusal("Sự kiện kết thúc “" + end.name() + "” khai báo kết quả (outcome) “" + end.outcome()
                    + "” không có trong quy trình. Vui lòng báo chuyên viên quy trình.");
        }
    }
}
