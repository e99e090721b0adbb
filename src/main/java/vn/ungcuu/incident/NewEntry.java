package vn.ungcuu.incident;

import java.util.Map;
import java.util.Objects;
import org.springframework.lang.Nullable;

/**
 * Something that happened, to be written into a timeline.
 *
 * @param actor user id, or null when nobody but the system did it
 * @param actorName how the reader sees the actor, as the name was at the time
 * @param office id of the office the actor acted for, or null
 * @param what one Vietnamese sentence
 * @param details what belongs to it, by Vietnamese or technical label; strings, booleans, numbers, lists of them
 */
public record NewEntry(
        String code,
        EntryKind kind,
        @Nullable String actor,
        String actorName,
        @Nullable String office,
        String what,
        Map<String, ?> details) {

    public NewEntry {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(actorName, "actorName");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(details, "details");
    }

    /** Something the system did by itself. */
    public static NewEntry bySystem(String code, EntryKind kind, String what, Map<String, ?> details) {
        return new NewEntry(code, kind, null, "Hệ thống", null, what, details);
    }
}
