package vn.ungcuu.deadline;

import static vn.ungcuu.UngCuuApplication.ZONE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the deployed table with a DMN engine of its own: the process engine's decision service would write history
 * for every task created, several rows each, that nobody reads.
 */
@Component
class DecidedDeadlines implements Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(DecidedDeadlines.class);
    private static final String DECISION = "deadlines";
    private static final String SERIOUS = "serious";
    private static final Span ONE_DAY = Span.parse("P1D");

    /**
     * Holds when the table has no row for a task or cannot be read. A mistake in the table must neither stop an
     * incident nor leave a task unwatched.
     */
    private static final Limits WITHOUT_ROW = new Limits(Span.parse("PT30M"), null, ONE_DAY, false);

    private final RepositoryService repository;
    private final WorkingCalendar calendar;
    private final Pace pace;
    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private volatile @Nullable Table table;

    DecidedDeadlines(RepositoryService repository, WorkingCalendar calendar, Pace pace) {
        this.repository = repository;
        this.calendar = calendar;
        this.pace = pace;
    }

    @Override
    public Clocks clocks(Work work, Instant from, @Nullable Instant latest) {
        Limits limits = limits(work);
        Instant finishBy = after(from, limits.finishWithin(), limits);
        // A moment of the law that has passed limits nothing any more.
        return clocks(limits, from, latest != null && latest.isAfter(from) ? earlier(finishBy, latest) : finishBy);
    }

    @Override
    public Clocks until(Instant finishBy, Work work, Instant from) {
        return clocks(limits(work), from, finishBy);
    }

    private Clocks clocks(Limits limits, Instant from, Instant finishBy) {
        Span warnBefore = limits.warnBefore();
        Instant warnAt = warnBefore == null ? null : before(finishBy, warnBefore, limits);
        if (warnAt != null && !warnAt.isAfter(from)) {
            // A reminder at once reminds of nothing.
            warnAt = null;
        }
        Span claimWithin = limits.claimWithin();
        if (claimWithin == null) {
            return new Clocks(finishBy, warnAt, finishBy);
        }
        // Whoever is to be reminded must have taken the work before.
        Instant claimBy = earlier(after(from, claimWithin, limits), warnAt == null ? finishBy : warnAt);
        return new Clocks(claimBy, warnAt, finishBy);
    }

    private Instant after(Instant from, Span span, Limits limits) {
        return limits.working() && pace.isReal()
                ? calendar.plus(from.atZone(ZONE), span).toInstant()
                : from.plus(pace.of(span));
    }

    private Instant before(Instant to, Span span, Limits limits) {
        return limits.working() && pace.isReal()
                ? calendar.minus(to.atZone(ZONE), span).toInstant()
                : to.minus(pace.of(span));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public Duration reminderInterval() {
        return pace.of(ONE_DAY);
    }

    @Override
    public int priority(@Nullable String severity, Urgency urgency, boolean drill) {
        int bySeverity = severity == null ? 40 : severity.equals(SERIOUS) ? 50 : 30;
        int priority = bySeverity + urgency.weight();
        return drill ? priority / 4 : priority;
    }

    private Limits limits(Work work) {
        String severity = work.severity() == null ? SERIOUS : work.severity();
        try {
            return newestTable()
                    .flatMap(newest -> evaluate(newest, work.task(), work.stage(), severity))
                    .orElseGet(() -> {
                        LOG.warn("Decision '{}' has no row for {}: due in 24 hours", DECISION, work);
                        return WITHOUT_ROW;
                    });
        } catch (RuntimeException e) {
            // Whatever is wrong with the table (a typing error in FEEL has no common type): the work must go on.
            LOG.warn("Decision '{}' cannot be read for {}: due in 24 hours", DECISION, work, e);
            return WITHOUT_ROW;
        }
    }

    private Optional<Limits> evaluate(DmnDecision decision, String task, @Nullable String stage, String severity) {
        DmnDecisionResult result = dmn.evaluateDecision(
                decision,
                Variables.createVariables()
                        .putValue("task", task)
                        .putValue("stage", stage)
                        .putValue("severity", severity));
        return result.stream().findFirst().map(DecidedDeadlines::limits);
    }

    private static Limits limits(DmnDecisionResultEntries row) {
        Map<String, Object> outputs = row.getEntryMap();
        Span finishWithin = span(outputs, "finishWithin");
        if (finishWithin == null) {
            throw new IllegalArgumentException("finishWithin is empty");
        }
        return new Limits(
                span(outputs, "claimWithin"),
                span(outputs, "warnBefore"),
                finishWithin,
                "working".equals(outputs.get("calendar")));
    }

    private static @Nullable Span span(Map<String, Object> outputs, String name) {
        Object iso = outputs.get(name);
        return iso == null ? null : Span.parse(iso.toString());
    }

    /** One look-up of the newest version each time, so that an analyst's change counts at once on every node. */
    private Optional<DmnDecision> newestTable() {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return Optional.empty();
        }
        Table known = table;
        if (known == null || !known.definitionId().equals(newest.getId())) {
            known = new Table(newest.getId(), parse(newest));
            table = known;
        }
        return Optional.of(known.decision());
    }

    private DmnDecision parse(DecisionDefinition definition) {
        try (InputStream model = repository.getDecisionModel(definition.getId())) {
            return dmn.parseDecision(DECISION, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(String definitionId, DmnDecision decision) {}

    /** One row of the table; null for a cell left empty. */
    private record Limits(
            @Nullable Span claimWithin, @Nullable Span warnBefore, Span finishWithin, boolean working) {}
}
