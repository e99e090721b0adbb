package vn.ungcuu.notification;

/**
 * Tells people and other tools what happened. Both methods need the transaction of what happened ({@code MANDATORY}):
 * what is rolled back was never told. Nothing leaves before it commits, and nobody waits for a mail server.
 */
public interface Notifications {

    /** Writes the notice in the caller's transaction (MANDATORY); it is delivered after commit. */
    void tell(Notice notice);

    /** An event for other tools, by the outgoing webhook, in the caller's transaction; nothing happens when no webhook is configured. */
    void announce(Announcement announcement);
}
