package vn.ungcuu.incident;

import java.time.Instant;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * One incident as the record knows it now.
 *
 * @param stage id of the stage the incident is in; the last one it was in once closed
 * @param outcome null while open
 * @param facts every fact and answer known, by variable name; dates are ISO 8601 strings with offset
 * @param operatedByCommune whether the commune operates the affected system; true until said otherwise
 * @param ownedByCommune whether the commune is the system's owner (chủ quản); true until said otherwise
 * @param restricted whether only the offices that work on it may read it, whatever else they may see
 */
public record Incident(
        String code,
        @Nullable String kind,
        @Nullable String attackType,
        @Nullable String severity,
        @Nullable String stage,
        boolean open,
        @Nullable Outcome outcome,
        String title,
        String description,
        String channel,
        @Nullable String source,
        @Nullable String sourceReference,
        @Nullable String affectedSystem,
        boolean operatedByCommune,
        boolean ownedByCommune,
        @Nullable String affectedUnit,
        String reporterName,
        @Nullable String reporterContact,
        @Nullable String reportedBy,
        boolean restricted,
        boolean drill,
        @Nullable String duplicateOf,
        Map<String, Object> facts,
        Instant reportedAt,
        Instant detectedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant classifiedAt,
        @Nullable Instant containedAt,
        @Nullable Instant recoveredAt,
        @Nullable Instant closedAt,
        @Nullable String processInstanceId,
        int timelineLength) {}
