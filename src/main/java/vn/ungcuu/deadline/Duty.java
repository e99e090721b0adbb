package vn.ungcuu.deadline;

import java.time.Instant;

/**
 * Somebody is on duty for an office, from {@code from} until just before {@code to}.
 *
 * @param office group id
 * @param person user id; whether the person still belongs to the office is not known here
 * @param enteredBy user id of who entered it
 */
public record Duty(
        long id, String office, String person, Instant from, Instant to, String enteredBy, Instant enteredAt) {

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(to);
    }
}
