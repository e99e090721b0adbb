package vn.ungcuu.workplace.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Stops whoever tries many names from one address, which the engine, who counts per account, does not notice. Counted per
 * node. This machine itself is let through: where a proxy on it tells no addresses, everybody would come from there.
 */
@Component
class AddressThrottle {

    /** Wrong passwords in a window of time; a whole office may share an address. */
    static final int ALLOWED = 60;

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Addresses remembered; the one that has been quiet for the longest is forgotten first. */
    private static final int REMEMBERED = 10_000;

    private record Failures(Instant since, int count) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    AddressThrottle(Clock clock) {
        this.clock = clock;
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        if (failure.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            failed(details.getRemoteAddress());
        }
    }

    synchronized void failed(String address) {
        failures.merge(
                address,
                new Failures(clock.instant(), 1),
                (before, now) -> isOver(before) ? now : new Failures(before.since(), before.count() + 1));
    }

    synchronized boolean mustWait(String address) {
        Failures counted = failures.get(address);
        return counted != null && !isOver(counted) && counted.count() >= ALLOWED && !isThisMachine(address);
    }

    private boolean isOver(Failures counted) {
        return !clock.instant().isBefore(counted.since().plus(WINDOW));
    }

    /** @param address as the server writes it, never a name that would have to be looked up */
    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
