package vn.ungcuu.workplace.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.session.Session;

/** A session that takes note only of what changes: the same value again is no change, nor is another look within a minute. */
class ThriftySession implements Session {

    /** How exact the end of a session is that ends eight hours after its last use. */
    private static final Duration UNNOTICED = Duration.ofMinutes(1);

    private final Session stored;
    private final Map<String, byte[]> known = new HashMap<>();
    private boolean changed;

    private ThriftySession(Session stored, boolean changed) {
        this.stored = stored;
        this.changed = changed;
    }

    static ThriftySession created(Session session) {
        return new ThriftySession(session, true);
    }

    /** @throws RuntimeException when it holds something that cannot be read or may not be */
    static ThriftySession found(Session session) {
        ThriftySession found = new ThriftySession(session, false);
        session.getAttributeNames()
                .forEach(name -> found.known.put(name, SessionBytes.write(session.getAttribute(name))));
        return found;
    }

    Session stored() {
        return stored;
    }

    boolean isChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return stored.changeSessionId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        byte[] now = SessionBytes.write(value);
        if (!Arrays.equals(now, known.put(name, now))) {
            stored.setAttribute(name, value);
            changed = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        known.remove(name);
        if (stored.getAttribute(name) != null) {
            stored.removeAttribute(name);
            changed = true;
        }
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (Duration.between(stored.getLastAccessedTime(), time).compareTo(UNNOTICED) > 0) {
            stored.setLastAccessedTime(time);
            changed = true;
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        stored.setMaxInactiveInterval(interval);
        changed = true;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
