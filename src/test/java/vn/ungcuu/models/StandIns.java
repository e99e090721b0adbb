package vn.ungcuu.models;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import vn.ungcuu.procedure.Checklist;

/**
 * Stands in for the beans that diagrams name and that need a database: a diagram is tested for what it does with their
 * answers. Public, because expressions call them.
 */
public final class StandIns {

    static final String CODE = "SC-2026-0001";

    private final OpenIncident openIncident = new OpenIncident();
    private final CloseGate closeGate = new CloseGate();
    private final WorkClocks workClocks = new WorkClocks();
    private final WorkAlarms workAlarms = new WorkAlarms();
    private final Delivery delivery = new Delivery();
    private final WeeklyDigest weeklyDigest = new WeeklyDigest();

    /** By the name under which diagrams know them. */
    public Map<Object, Object> byName() {
        return Map.ofEntries(
                Map.entry("openIncident", openIncident),
                Map.entry("closeGate", closeGate),
                Map.entry("checklist", new Checklist()),
                Map.entry("outage", new Outage()),
                Map.entry("citySupport", new CitySupport()),
                Map.entry("reassessment", new Reassessment()),
                Map.entry("organization", new Organization()),
                Map.entry("workClocks", workClocks),
                Map.entry("workAlarms", workAlarms),
                Map.entry("workDecision", new WorkDecision()),
                Map.entry("delivery", delivery),
                Map.entry("weeklyDigest", weeklyDigest));
    }

    /** What the record knows of an incident that is reopened. */
    void recordKnows(Map<String, Object> facts) {
        openIncident.record = facts;
    }

    void somethingIsStillOpen(String what) {
        closeGate.open = what;
    }

    void nothingIsOpen() {
        closeGate.open = null;
    }

    void claimIsOverdue(boolean overdue) {
        workClocks.claimOverdue = overdue;
    }

    void warningIsAhead(boolean ahead) {
        workClocks.warningAhead = ahead;
    }

    /** Who was told of what, in this order. */
    List<String> alarms() {
        return workAlarms.raised;
    }

    void deliveryFails(int times) {
        delivery.failures = times;
    }

    int delivered() {
        return delivery.delivered;
    }

    int digestsSent() {
        return weeklyDigest.sent;
    }

    void forget() {
        claimIsOverdue(false);
        warningIsAhead(false);
        workAlarms.raised.clear();
        delivery.failures = 0;
        delivery.delivered = 0;
        weeklyDigest.sent = 0;
        recordKnows(Map.of());
        nothingIsOpen();
    }

    private static void send(DelegateExecution execution, String message) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(execution.getProcessInstanceId())
                .correlate();
    }

    public static final class OpenIncident implements ExecutionListener {
        private Map<String, Object> record = Map.of();

        @Override
        public void notify(DelegateExecution execution) {
            execution.setProcessBusinessKey(CODE);
            execution.setVariable("code", CODE);
            execution.setVariable("sceneHeld", false);
            execution.setVariables(record);
        }
    }

    public static final class CloseGate {
        private String open;

        public void check(DelegateExecution execution) {
            if (open != null) {
                throw new ProcessEngineException(open);
            }
        }
    }

    public static final class Outage {
        static final Duration LIMIT = Duration.ofHours(8);

        public double hours(DelegateExecution execution) {
            Object since = execution.getVariable("serviceDownSince");
            return since == null
                    ? 0
                    : Duration.between(
                                            OffsetDateTime.parse(since.toString())
                                                    .toInstant(),
                                            ClockUtil.getCurrentTime().toInstant())
                                    .toMinutes()
                            / 60.0;
        }

        public Date limitReachedAt(DelegateExecution execution) {
            return Date.from(OffsetDateTime.parse(
                            execution.getVariable("serviceDownSince").toString())
                    .plus(LIMIT)
                    .toInstant());
        }
    }

    public static final class CitySupport {
        public void request(DelegateExecution execution) {
            send(execution, "city-support-requested");
        }
    }

    /** Counts what it is asked to send, and fails as often as it is told to. */
    public static final class Delivery {
        private int failures;
        private int delivered;

        public void deliver(DelegateExecution execution) {
            if (failures > 0) {
                failures--;
                throw new ProcessEngineException("the mail server does not answer");
            }
            delivered++;
        }
    }

    public static final class WeeklyDigest {
        private int sent;

        public void send(DelegateExecution execution) {
            sent++;
        }
    }

    public static final class Reassessment {
        public void request(DelegateExecution execution) {
            send(execution, "facts-changed");
        }
    }

    public static final class Organization {
        public SpinJsonNode unitOptions() {
            return Spin.JSON(List.of(Map.of("label", "Trạm Y tế", "value", "unitHealthStation")));
        }
    }

    /** Every clock is an hour from when it is asked for. */
    public static final class WorkClocks {
        private boolean claimOverdue;
        private boolean warningAhead;

        public boolean isClaimOverdue(DelegateExecution execution) {
            return claimOverdue;
        }

        public boolean isWarningAhead(DelegateExecution execution) {
            return warningAhead;
        }

        public Date claimBy(DelegateExecution execution) {
            return inAnHour();
        }

        public Date warnAt(DelegateExecution execution) {
            return inAnHour();
        }

        public Date finishBy(DelegateExecution execution) {
            return inAnHour();
        }

        public Date heldUntil(DelegateExecution execution) {
            return inAnHour();
        }

        public Date chaseBy(DelegateExecution execution) {
            return inAnHour();
        }

        public Date askAgainAt(DelegateExecution execution) {
            return inAnHour();
        }

        public String daily() {
            return "R/PT24H";
        }

        private static Date inAnHour() {
            return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(1)));
        }
    }

    public static final class WorkAlarms {
        private final List<String> raised = new ArrayList<>();

        public void unclaimed(DelegateExecution execution) {
            raised.add("unclaimed");
        }

        public void nearlyDue(DelegateExecution execution) {
            raised.add("nearly due");
        }

        public void overdue(DelegateExecution execution) {
            raised.add("overdue");
        }

        public void anotherDay(DelegateExecution execution) {
            raised.add("another day");
        }

        public void holdEnded(DelegateExecution execution) {
            raised.add("hold ended");
        }
    }

    public static final class WorkDecision {
        public String carryOut(DelegateExecution execution) {
            Object byCoordinators = execution.getVariable("chaseDecision");
            Object decision = byCoordinators == null ? execution.getVariable("leadershipDecision") : byCoordinators;
            execution.removeVariables(List.of("chaseDecision", "leadershipDecision"));
            return decision.toString();
        }
    }
}
