package vn.ungcuu.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.Persistable;
import org.springframework.lang.Nullable;

/** The incident's row: what may change about an incident, and how. */
class IncidentRow implements Persistable<String> {

    static final String OPEN = "open";
    static final String CLOSED = "closed";

    @Id
    String code;

    @Nullable
    String kind;

    @Nullable
    String attackType;

    @Nullable
    String severity;

    @Nullable
    String stage;

    String status = OPEN;

    @Nullable
    String outcome;

    String title;
    String description;
    String channel;

    @Nullable
    String source;

    @Nullable
    String sourceReference;

    @Nullable
    String affectedSystem;

    boolean operatedByCommune = true;
    boolean ownedByCommune = true;

    @Nullable
    String affectedUnit;

    String reporterName;

    @Nullable
    String reporterContact;

    @Nullable
    String reportedBy;

    boolean restricted;
    boolean drill;

    @Nullable
    String duplicateOf;

    String facts = "{}";
    String searchText;
    Instant reportedAt;
    Instant detectedAt;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    Instant classifiedAt;

    @Nullable
    Instant containedAt;

    @Nullable
    Instant recoveredAt;

    @Nullable
    Instant closedAt;

    @Nullable
    String processInstanceId;

    int timelineLength;

    @Transient
    private boolean fresh;

    static IncidentRow opened(String code, NewIncident report, Instant now) {
        IncidentRow row = new IncidentRow();
        row.fresh = true;
        row.code = code;
        row.title = report.title();
        row.description = report.description();
        row.channel = report.channel();
        row.source = report.source();
        row.sourceReference = report.sourceReference();
        row.reporterName = report.reporterName();
        row.reporterContact = report.reporterContact();
        row.reportedBy = report.reportedBy();
        row.drill = report.drill();
        row.reportedAt = now;
        row.detectedAt = report.detectedAt();
        Map<String, Object> facts = new HashMap<>(report.facts());
        facts.put("drill", report.drill());
        row.know(Facts.merge(Map.of(), facts), now);
        return row;
    }

    void learn(Map<String, ?> learned, Instant now) {
        Map<String, Object> merged = Facts.merge(Facts.read(facts), learned);
        merged.put("drill", drill);
        if (learned.containsKey("reporterContact")) {
            reporterContact = text(merged, "reporterContact");
        }
        know(merged, now);
    }

    /** Stores the facts and brings the columns that mirror them into step. */
    private void know(Map<String, Object> known, Instant now) {
        facts = Facts.write(known);
        kind = text(known, "kind");
        attackType = text(known, "attackType");
        severity = text(known, "severity");
        affectedSystem = text(known, "affectedSystem");
        affectedUnit = text(known, "affectedUnit");
        duplicateOf = text(known, "duplicateOf");
        operatedByCommune = trueUnlessSaid(known, "operatedByCommune");
        ownedByCommune = trueUnlessSaid(known, "ownedByCommune");
        title = Objects.requireNonNullElse(text(known, "title"), title);
        description = Objects.requireNonNullElse(text(known, "description"), description);
        reporterName = Objects.requireNonNullElse(text(known, "reporterName"), reporterName);
        Instant corrected = instant(known, "detectedAt");
        detectedAt = corrected == null ? detectedAt : corrected;
        acknowledgedAt = instant(known, "acknowledgedAt");
        containedAt = instant(known, "containedAt");
        recoveredAt = instant(known, "recoveredAt");
        if (severity != null && classifiedAt == null) {
            classifiedAt = now;
        }
        searchText = SearchText.of(code, title, description, affectedSystem, reporterName);
    }

    void close(Outcome how, Instant now) {
        status = CLOSED;
        outcome = how.id();
        closedAt = now;
    }

    void reopen() {
        status = OPEN;
        outcome = null;
        closedAt = null;
    }

    Incident toIncident() {
        return new Incident(
                code,
                kind,
                attackType,
                severity,
                stage,
                OPEN.equals(status),
                outcome == null ? null : Outcome.of(outcome),
                title,
                description,
                channel,
                source,
                sourceReference,
                affectedSystem,
                operatedByCommune,
                ownedByCommune,
                affectedUnit,
                reporterName,
                reporterContact,
                reportedBy,
                restricted,
                drill,
                duplicateOf,
                Facts.read(facts),
                reportedAt,
                detectedAt,
                acknowledgedAt,
                classifiedAt,
                containedAt,
                recoveredAt,
                closedAt,
                processInstanceId,
                timelineLength);
    }

    @Override
    public String getId() {
        return code;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    private static @Nullable String text(Map<String, Object> known, String name) {
        Object value = known.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static boolean trueUnlessSaid(Map<String, Object> known, String name) {
        return !Boolean.FALSE.equals(known.get(name));
    }

    private static @Nullable Instant instant(Map<String, Object> known, String name) {
        String value = text(known, name);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }
}
