package vn.ungcuu.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.OpenIncidents.OpenCount;

/**
 * Our own figures for Prometheus. Those from the database are the same on every node: take their maximum, never their sum.
 * While it does not answer they are {@code NaN}. Tasks are those of real incidents.
 */
@Component
class Metrics implements MeterBinder {

    /** The boxes of the main diagram, and what is in none. */
    private static final List<String> STAGES =
            List.of("receive", "detect", "classify", "initial-handling", "respond", "escalate", "close", "none");

    private static final List<String> SEVERITIES = List.of("ordinary", "serious", "unknown");

    private final Readings readings;
    private final AtomicLong failedLogins = new AtomicLong();

    Metrics(Readings readings) {
        this.readings = readings;
    }

    @EventListener
    void loginFailed(AbstractAuthenticationFailureEvent failure) {
        failedLogins.incrementAndGet();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String stage : STAGES) {
            for (String severity : SEVERITIES) {
                for (boolean drill : new boolean[] {false, true}) {
                    gauge("ungcuu.incidents.open", now -> open(now, stage, severity, drill))
                            .description("Open incidents")
                            .tag("stage", stage)
                            .tag("severity", severity)
                            .tag("drill", String.valueOf(drill))
                            .register(registry);
                }
            }
        }
        gauge("ungcuu.tasks.open", now -> now.tasks().open())
                .description("Open tasks")
                .register(registry);
        gauge("ungcuu.tasks.overdue", now -> now.tasks().overdue())
                .description("Tasks past the time they had to be finished")
                .register(registry);
        gauge("ungcuu.tasks.unclaimed", now -> now.tasks().unclaimed())
                .description("Tasks nobody has taken")
                .register(registry);
        gauge("ungcuu.jobs.failed", now -> now.jobs().failed())
                .description("Jobs without a try left")
                .register(registry);
        gauge("ungcuu.jobs.late", now -> now.timersLate().toMillis() / 1000.0)
                .description("How long the oldest due job has been due")
                .baseUnit("seconds")
                .register(registry);
        gauge("ungcuu.messages.waiting", now -> now.outbox().waiting())
                .description("Mails, SMS and webhook calls not handed over yet")
                .register(registry);
        gauge("ungcuu.messages.oldest", now -> now.oldestMessage().toMillis() / 1000.0)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("ungcuu.logins.failed", failedLogins, AtomicLong::get)
                .description("Refused logins on this node since it started")
                .register(registry);
    }

    private Gauge.Builder<Readings> gauge(String name, ToDoubleFunction<Reading> value) {
        return Gauge.builder(
                name,
                readings,
                source -> source.latest().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static double open(Reading now, String stage, String severity, boolean drill) {
        return now.incidents().stream()
                .filter(count ->
                        count.drill() == drill && severity.equals(severity(count)) && stage.equals(stage(count)))
                .mapToLong(OpenCount::count)
                .sum();
    }

    private static String stage(OpenCount count) {
        return count.stage() != null && STAGES.contains(count.stage()) ? count.stage() : "none";
    }

    private static String severity(OpenCount count) {
        return Objects.requireNonNullElse(count.severity(), "unknown");
    }
}
