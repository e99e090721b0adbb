package vn.ungcuu.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * A report that has been checked and becomes an incident's record.
 *
 * @param facts everything the report says, by variable name, including what the other components say; strings,
 *     booleans, numbers and lists of them
 * @param reportedBy user id of the member of staff who filed it, or null when it came from outside
 * @param source with {@code sourceReference}, the sender's own identification of the report; both or neither count
 * @param offices ids of the offices that may read the record from the start
 */
public record NewIncident(
        String title,
        String description,
        String channel,
        Instant detectedAt,
        String reporterName,
        @Nullable String reporterContact,
        @Nullable String reportedBy,
        @Nullable String source,
        @Nullable String sourceReference,
        boolean drill,
        Map<String, Object> facts,
        Set<String> offices) {

    public NewIncident {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(detectedAt, "detectedAt");
        Objects.requireNonNull(reporterName, "reporterName");
        offices = Set.copyOf(offices);
    }
}
