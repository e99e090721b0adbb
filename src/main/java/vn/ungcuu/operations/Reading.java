package vn.ungcuu.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ungcuu.incident.OpenIncidents.OpenCount;
import vn.ungcuu.notification.Outbox;
import vn.ungcuu.procedure.EngineJobs;
import vn.ungcuu.procedure.TaskLoad;

/** How things stood in the database at a moment. */
record Reading(Instant at, List<OpenCount> incidents, TaskLoad tasks, EngineJobs.State jobs, Outbox.State outbox) {

    /** How long the oldest due job has been due; zero when nothing is. */
    Duration timersLate() {
        return since(jobs.oldestDue());
    }

    /** How long the oldest message has waited; zero when none does. */
    Duration oldestMessage() {
        return since(outbox.oldest());
    }

    private Duration since(Optional<Instant> moment) {
        return moment.map(then -> Duration.between(then, at))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}
