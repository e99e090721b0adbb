package vn.ungcuu.notification;

import java.time.Instant;
import java.util.Optional;

/** What is to leave the application and has not left yet. */
public interface Outbox {

    /** One statement, however many messages there are. */
    State state();

    /**
     * @param waiting messages that are written and not handed over, those that failed included
     * @param oldest when the oldest of them was written
     */
    record State(long waiting, Optional<Instant> oldest) {}
}
