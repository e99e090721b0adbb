package vn.ungcuu.workplace.security;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.NodeClock;

/** Removes expired sessions every quarter of an hour, each node at a second of its own; a second node finds none left. */
@Component
class SessionCleaning {

    private final JdbcIndexedSessionRepository sessions;
    private final NodeClock clock;

    SessionCleaning(JdbcIndexedSessionRepository sessions, NodeClock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Not on a node whose clock is wrong: it would log everybody out. */
    @Scheduled(cron = "${random.int[0,60]} */15 * * * *")
    void clean() {
        if (clock.isRight()) {
            sessions.cleanUpExpiredSessions();
        }
    }
}
