package vn.ungcuu.incident;

import java.time.Instant;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * One entry of an incident's timeline, as it was written.
 *
 * @param sequence from 1, without gaps
 * @param actor user id, or null for the system
 * @param what one Vietnamese sentence
 */
public record TimelineEntry(
        String code,
        int sequence,
        Instant at,
        EntryKind kind,
        @Nullable String actor,
        String actorName,
        @Nullable String office,
        String what,
        Map<String, Object> details) {}
