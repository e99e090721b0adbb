package vn.ungcuu.procedure;

import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;

/** Facts change as people learn more; this starts what a change calls for, whichever way it came. */
@Component
class Reactions {

    private final Incidents incidents;
    private final Messages messages;

    Reactions(Incidents incidents, Messages messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    void to(FactsChange change) {
        boolean crime = change.becomesTrue("crimeSigns");
        boolean outage = Outage.isDown(change.after())
                && (!Outage.isDown(change.before()) || change.changes("serviceDownSince"));
        // Before anything is proposed there is nothing to reassess: it will be proposed with what is known then.
        boolean reassess = change.before().get("proposedSeverity") != null
                && Facts.CLASSIFICATION_INPUTS.stream().anyMatch(change::changes);
        if ((crime || outage || reassess)
                && incidents.find(change.code()).filter(Incident::open).isPresent()) {
            if (crime) {
                messages.send(change.processInstanceId(), Messages.CRIME_SIGNS_FOUND);
            }
            if (outage) {
                messages.send(change.processInstanceId(), Messages.SERVICE_INTERRUPTED);
            }
            if (reassess) {
                messages.send(change.processInstanceId(), Messages.FACTS_CHANGED);
            }
        }
    }
}
