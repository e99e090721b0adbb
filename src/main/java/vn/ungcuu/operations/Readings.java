package vn.ungcuu.operations;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.OpenIncidents;
import vn.ungcuu.notification.Outbox;
import vn.ungcuu.procedure.EngineJobs;
import vn.ungcuu.procedure.OpenTasks;

/** Reads the database for health and metrics: four statements, and not more often than the settings say. */
@Component
class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private final OpenIncidents incidents;
    private final OpenTasks tasks;
    private final EngineJobs jobs;
    private final Outbox outbox;
    private final OperationsSettings settings;
    private final Clock clock;

    private Optional<Reading> last = Optional.empty();
    /** {@link System#nanoTime()}: the clock of the application may be moved. */
    private long readAt;

    private boolean read;

    Readings(
            OpenIncidents incidents,
            OpenTasks tasks,
            EngineJobs jobs,
            Outbox outbox,
            OperationsSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.tasks = tasks;
        this.jobs = jobs;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when the database does not answer; that, too, is not asked again at once. */
    synchronized Optional<Reading> latest() {
        if (!read || System.nanoTime() - readAt >= settings.readAtMostEvery().toNanos()) {
            last = read();
            read = true;
            readAt = System.nanoTime();
        }
        return last;
    }

    private Optional<Reading> read() {
        try {
            return Optional.of(
                    new Reading(clock.instant(), incidents.count(), tasks.loadOfAll(), jobs.state(), outbox.state()));
        } catch (RuntimeException unreachable) {
            LOG.warn("Health and metrics cannot be read from the database: {}", unreachable.getMessage());
            return Optional.empty();
        }
    }
}
