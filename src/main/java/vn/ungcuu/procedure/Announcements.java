package vn.ungcuu.procedure;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.notification.Announcement;
import vn.ungcuu.notification.Notifications;

/** Tells other tools how an incident moves on: ids only, nothing of its content. */
@Component
class Announcements {

    private static final String STAGE = "stage";

    private final Notifications notifications;

    Announcements(Notifications notifications) {
        this.notifications = notifications;
    }

    void stageEntered(String code, ModelElement stage, DelegateExecution execution) {
        announce("stage-entered", code, execution, Map.of(STAGE, stage.id()));
    }

    void stageLeft(String code, ModelElement stage, DelegateExecution execution) {
        announce("stage-left", code, execution, Map.of(STAGE, stage.id()));
    }

    void closed(String code, Outcome outcome, DelegateExecution execution) {
        announce("closed", code, execution, Map.of("outcome", outcome.id()));
    }

    private void announce(String event, String code, DelegateExecution execution, Map<String, Object> data) {
        boolean drill = Boolean.TRUE.equals(execution.getVariable("drill"));
        notifications.announce(new Announcement(event, code, drill, data));
    }
}
