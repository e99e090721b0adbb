package vn.ungcuu.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.procedure.Waits.Wait;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** What happens behind each door, once it is sure that it may: the record learns, and the procedure moves. */
@Component
class DoorActions {

    private final Incidents incidents;
    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;
    private final Messages messages;
    private final Waits waits;
    private final Copies copies;
    private final HandOvers handOvers;
    private final Reactions reactions;
    private final Reopening reopening;

    DoorActions(
            Incidents incidents,
            RuntimeService runtime,
            WithoutAuthorization withoutAuthorization,
            Messages messages,
            Waits waits,
            Copies copies,
            HandOvers handOvers,
            Reactions reactions,
            Reopening reopening) {
        this.incidents = incidents;
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
        this.messages = messages;
        this.waits = waits;
        this.copies = copies;
        this.handOvers = handOvers;
        this.reactions = reactions;
        this.reopening = reopening;
    }

    void perform(
            DoorRule rule,
            Incident incident,
            @Nullable Wait wait,
            @Nullable OpenWork task,
            Map<String, Object> answers) {
        switch (rule) {
            case ADD_INFORMATION -> {
                // The entry in the timeline is all there is to it.
            }
            case CORRECT_FACT, RECLASSIFY -> learn(incident, facts(answers));
            case REQUEST_CITY_SUPPORT -> send(incident, Messages.CITY_SUPPORT_REQUESTED, answers);
            case KEEP_SCENE -> learn(incident, with(answers, Facts.SCENE_HELD, true));
            case RELEASE_SCENE -> learn(incident, with(answers, Facts.SCENE_HELD, false));
            case CANCEL_INCIDENT -> send(incident, Messages.INCIDENT_CANCELLED, Map.of());
            case HAND_OVER_TASK -> handOvers.toColleague(Objects.requireNonNull(task), answers);
            case REOPEN_INCIDENT -> reopen(incident);
            case SUPPORT_ANSWERED, UPGRADE_ANSWERED, NATIONAL_RESPONSE_ENDED ->
                waits.end(Objects.requireNonNull(wait), rule.id(), answers);
        }
    }

    private void learn(Incident incident, Map<String, Object> learned) {
        FactsChange change = FactsChange.of(incident, learned);
        incidents.learn(incident.code(), learned);
        Map<String, Object> variables = new HashMap<>(change.facts());
        variables.putAll(change.shown());
        withoutAuthorization.run(() -> runtime.setVariables(incident.processInstanceId(), variables));
        copies.refresh(change, incident.processInstanceId());
        reactions.to(change);
    }

    private void send(Incident incident, String message, Map<String, Object> variables) {
        if (!messages.send(incident.processInstanceId(), message, variables)) {
            throw new Refusal(
                    "Sơ đồ đang dùng của hồ sơ này không nhận thao tác này. Vui lòng báo chuyên viên quy trình.");
        }
    }

    private void reopen(Incident incident) {
        reopening.allow(incident.code());
        withoutAuthorization.run(() -> runtime.createMessageCorrelation(OpenIncident.REOPENED)
                .processInstanceBusinessKey(incident.code())
                .withoutTenantId()
                .correlateStartMessage());
        if (incident.outcome() != Outcome.RESOLVED) {
            // What ran beside the procedure was dropped with it: signs of a crime and an outage are news again.
            Incident reopened = incidents.find(incident.code()).orElseThrow();
            reactions.to(new FactsChange(reopened.code(), reopened.processInstanceId(), Map.of(), reopened.facts()));
        }
    }

    private static Map<String, Object> facts(Map<String, Object> answers) {
        Map<String, Object> facts = new HashMap<>(answers);
        facts.keySet().retainAll(Facts.ALL);
        return facts;
    }

    private static Map<String, Object> with(Map<String, Object> answers, String fact, Object value) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(fact, value);
        return all;
    }
}
