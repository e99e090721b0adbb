package vn.ungcuu.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who of which office is on duty (trực) when. Several may be, at the same time and for the same office.
 *
 * <p>Offices and people are ids here; that they exist and belong together is checked where they are entered, and has to be
 * asked anew by whoever relies on it later.
 */
public interface DutyRoster {

    /** No duty lasts longer; whoever enters one has mistaken a month or a year. */
    Duration LONGEST = Duration.ofDays(31);

    /** User ids of those on duty for the office at the moment, without repeats, who began first before the others. */
    List<String> onDuty(String office, Instant at);

    /** Everything that overlaps the period from {@code from} until just before {@code to}, in the order of beginning. */
    List<Duty> between(Instant from, Instant to);

    Optional<Duty> find(long id);

    /** Whether nobody has ever been entered. */
    boolean isEmpty();

    /**
     * Enters a duty, which may have begun already. The same person for the same office and the same time is entered once.
     *
     * @param enteredBy user id
     * @throws DutyRefused if it does not end after it starts, lasts longer than {@link #LONGEST}, or has ended
     */
    void add(String office, String person, Instant from, Instant to, String enteredBy);

    /**
     * Takes a duty off the roster: one that has not begun disappears, a current one ends now, so that the roster keeps who
     * was on duty until then.
     *
     * @throws DutyRefused if it has ended or is not there (any more)
     */
    void remove(long id);
}
