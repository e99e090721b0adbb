package vn.ungcuu.incident;

import java.util.List;

/**
 * What happened to an incident, in order. Entries are added, never changed, never removed: there is no other way in.
 */
public interface Timeline {

    /**
     * Adds an entry at the end, in the caller's transaction, which must be there. Locks the incident's row: entries of
     * one incident are numbered 1..n without gaps whoever writes at the same time.
     *
     * @throws java.util.NoSuchElementException if nobody has this code
     */
    TimelineEntry append(NewEntry entry);

    /** The last entries, newest first. */
    List<TimelineEntry> newest(String code, int count);

    /** All entries, oldest first. */
    List<TimelineEntry> of(String code);
}
