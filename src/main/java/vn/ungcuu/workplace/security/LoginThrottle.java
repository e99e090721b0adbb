package vn.ungcuu.workplace.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long the engine makes an account wait after wrong passwords. The engine keeps it beside the user and shows it
 * nowhere in its API, so it is read from the engine's table.
 */
@Component
class LoginThrottle {

    /** The engine's default number of attempts, after which only an administrator can unlock. */
    private static final int ATTEMPTS = 10;

    private final JdbcClient database;
    private final Clock clock;

    LoginThrottle(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean mustWait(String userId) {
        return !waitingTime(userId).isZero() || isLocked(userId);
    }

    /** Zero when the account may try at once. */
    private Duration waitingTime(String userId) {
        Optional<Instant> until = database.sql("select lock_exp_time_ from act_id_user where id_ = ?")
                .param(userId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        return until.map(instant -> Duration.between(clock.instant(), instant))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Whether only an administrator can let the account in again. */
    private boolean isLocked(String userId) {
        return database.sql("select count(*) from act_id_user where id_ = ? and attempts_ >= ?")
                        .param(userId)
                        .param(ATTEMPTS)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
