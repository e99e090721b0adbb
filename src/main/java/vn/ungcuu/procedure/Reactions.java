package vn.ungcuu.procedure;

import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.engine.OpenActivities;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** Facts change as people learn more; this starts what a change calls for, whichever way it came. */
@Component
class Reactions {

    /** Id of the event sub-process in which the police deal with signs of a crime. */
    private static final String POLICE_BRANCH = "police-branch";

    private static final String SERIOUS = "serious";

    private final Incidents incidents;
    private final Messages messages;
    private final TaskWatch watch;
    private final WorkNotices notices;
    private final ModelElements elements;
    private final WithoutAuthorization withoutAuthorization;

    Reactions(
            Incidents incidents,
            Messages messages,
            TaskWatch watch,
            WorkNotices notices,
            ModelElements elements,
            WithoutAuthorization withoutAuthorization) {
        this.incidents = incidents;
        this.messages = messages;
        this.watch = watch;
        this.notices = notices;
        this.elements = elements;
        this.withoutAuthorization = withoutAuthorization;
    }

    void to(FactsChange change) {
        if (change.changes("severity")) {
            watch.severityChanges(change.code());
            if (SERIOUS.equals(change.after().get("severity"))) {
                incidents.find(change.code()).ifPresent(notices::serious);
            }
        }
        boolean crime = change.becomesTrue("crimeSigns");
        boolean outage = Outage.isDown(change.after())
                && (!Outage.isDown(change.before()) || change.changes("serviceDownSince"));
        // Before anything is proposed there is nothing to reassess: it will be proposed with what is known then.
        boolean reassess = change.before().get("proposedSeverity") != null
                && Facts.CLASSIFICATION_INPUTS.stream().anyMatch(change::changes);
        if ((crime || outage || reassess)
                && incidents.find(change.code()).filter(Incident::open).isPresent()) {
            if (crime && !policeAreAtIt(change.processInstanceId())) {
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

    /** Signs taken back by mistake and found again are still one matter for the police. */
    private boolean policeAreAtIt(@Nullable String processInstanceId) {
        return processInstanceId != null
                && withoutAuthorization.call(() -> OpenActivities.of(processInstanceId).stream()
                        .flatMap(open -> elements.find(open).stream())
                        .anyMatch(element -> POLICE_BRANCH.equals(element.scope())));
    }
}
