package vn.ungcuu.workplace.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions in the database that are read once per request and written when something in them changes. */
class ThriftySessions implements SessionRepository<ThriftySession> {

    private static final Logger LOG = LoggerFactory.getLogger(ThriftySessions.class);

    /** Whatever else a cookie may hold never reaches the database. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Anybody can make sessions without a login, so they do not last. */
    private static final Duration WITHOUT_LOGIN = Duration.ofMinutes(30);

    private final SessionRepository<Session> stored;
    private final Duration withLogin;

    /** @param stored gets back only what it has given */
    @SuppressWarnings("unchecked")
    ThriftySessions(SessionRepository<? extends Session> stored, Duration withLogin) {
        this.stored = (SessionRepository<Session>) stored;
        this.withLogin = withLogin;
    }

    @Override
    public ThriftySession createSession() {
        return ThriftySession.created(stored.createSession());
    }

    @Override
    public void save(ThriftySession session) {
        if (!session.isChanged()) {
            return;
        }
        session.setMaxInactiveInterval(
                session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) == null ? WITHOUT_LOGIN : withLogin);
        try {
            stored.save(session.stored());
        } catch (DataIntegrityViolationException e) {
            // A logout elsewhere has removed it meanwhile: there is nothing left to save.
            LOG.debug("A session ended while a request was using it", e);
        }
        session.saved();
    }

    /** Null also for one that holds what no login of ours consists of; that one is removed. */
    @Override
    public ThriftySession findById(String id) {
        if (!ID.matcher(id).matches()) {
            return null;
        }
        Session session = stored.findById(id);
        if (session == null) {
            return null;
        }
        try {
            return ThriftySession.found(session);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("A session that cannot be read, or may not be, is ended", e);
            stored.deleteById(id);
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }
}
