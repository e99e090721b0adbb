package vn.ungcuu.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this machine's clock agrees with the database's, by which all nodes measure. A node a day ahead would carry out
 * everybody's deadlines a day early and end everybody's login; it must do neither.
 *
 * <p>It asks the machine itself: the application's own clock may be moved by a test, and with it everything that counts.
 */
@Component
public class NodeClock {

    /** More than any machine with a time server is off, less than any deadline. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(NodeClock.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final InstantSource machine;
    private final Supplier<Instant> database;
    private Instant asked = Instant.EPOCH;
    private Duration ahead = Duration.ZERO;

    @Autowired
    NodeClock(JdbcClient jdbc) {
        this(
                InstantSource.system(),
                () -> jdbc.sql("select current_timestamp")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    NodeClock(InstantSource machine, Supplier<Instant> database) {
        this.machine = machine;
        this.database = database;
    }

    public boolean isRight() {
        return isRight(ahead());
    }

    private static boolean isRight(Duration ahead) {
        return ahead.abs().compareTo(TOLERANCE) <= 0;
    }

    /** How far it is ahead of the database, negative when behind; what was known last when the database does not answer. */
    synchronized Duration ahead() {
        Instant now = machine.instant();
        // A clock that has jumped is outside of this in either direction, and the database is asked at once.
        if (now.isBefore(asked) || now.isAfter(asked.plus(ASK_AGAIN))) {
            ask();
        }
        return ahead;
    }

    private void ask() {
        boolean wasRight = isRight(ahead);
        Instant before = machine.instant();
        try {
            Instant right = database.get();
            Instant after = machine.instant();
            // An answer that took long says nothing against the clock: only what lies outside of the question's time
            // does.
            ahead = right.isBefore(before)
                    ? Duration.between(right, before)
                    : right.isAfter(after) ? Duration.between(right, after) : Duration.ZERO;
        } catch (DataAccessException e) {
            LOG.debug("The database does not say what time it is", e);
        }
        // Also without an answer: who waits here must not wait for a dead database one after the other.
        asked = machine.instant();
        if (wasRight && !isRight(ahead)) {
            LOG.error(
                    "This machine's clock is {} s ahead of the database's: it serves nobody and runs no job until set right",
                    ahead.toSeconds());
        } else if (!wasRight && isRight(ahead)) {
            LOG.info("This machine's clock is right again");
        }
    }
}
