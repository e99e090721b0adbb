package vn.ungcuu.deadline;

import static vn.ungcuu.UngCuuApplication.ZONE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
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

    /**
     * Holds when the table has no row for a task or cannot be read. A mistake in the table must neither stop an
     * incident nor leave a task without a due date.
     */
    private static final Limit WITHOUT_ROW = new Limit(Span.parse("P1D"), false);

    private final RepositoryService repository;
    private final WorkingCalendar calendar;
    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private volatile @Nullable Table table;

    DecidedDeadlines(RepositoryService repository, WorkingCalendar calendar) {
        this.repository = repository;
        this.calendar = calendar;
    }

    @Override
    public ZonedDateTime finishBy(String task, @Nullable String stage, @Nullable String severity, Instant from) {
        Limit limit = limit(task, stage, severity == null ? SERIOUS : severity);
        ZonedDateTime start = from.atZone(ZONE);
        return limit.working()
                ? calendar.plus(start, limit.span())
                : start.plus(limit.span().days()).plus(limit.span().time());
    }

    @Override
    public int priority(@Nullable String severity) {
        if (severity == null) {
            return 60;
        }
        return severity.equals(SERIOUS) ? 80 : 50;
    }

    private Limit limit(String task, @Nullable String stage, String severity) {
        try {
            return newestTable()
                    .flatMap(table -> evaluate(table, task, stage, severity))
                    .orElseGet(() -> {
                        LOG.warn(
                                "Decision '{}' has no row for task '{}', stage '{}', severity '{}': due in 24 hours",
                                DECISION,
                                task,
                                stage,
                                severity);
                        return WITHOUT_ROW;
                    });
        } catch (RuntimeException e) {
            // Whatever is wrong with the table (a typing error in FEEL has no common type): the work must go on.
            LOG.warn("Decision '{}' cannot be read for task '{}': due in 24 hours", DECISION, task, e);
            return WITHOUT_ROW;
        }
    }

    private Optional<Limit> evaluate(DmnDecision decision, String task, @Nullable String stage, String severity) {
        DmnDecisionResult result = dmn.evaluateDecision(
                decision,
                Variables.createVariables()
                        .putValue("task", task)
                        .putValue("stage", stage)
                        .putValue("severity", severity));
        return result.stream().findFirst().map(DecidedDeadlines::limit);
    }

    private static Limit limit(DmnDecisionResultEntries row) {
        Map<String, Object> outputs = row.getEntryMap();
        Object finishWithin = outputs.get("finishWithin");
        if (finishWithin == null) {
            throw new IllegalArgumentException("finishWithin is empty");
        }
        return new Limit(Span.parse(finishWithin.toString()), "working".equals(outputs.get("calendar")));
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

    private record Limit(Span span, boolean working) {}
}
