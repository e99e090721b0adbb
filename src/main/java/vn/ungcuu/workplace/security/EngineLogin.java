package vn.ungcuu.workplace.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks a password with the engine's {@link IdentityService}, which slows down guessing: every failure makes the next
 * attempt wait longer, and the tenth locks the account until an administrator unlocks it.
 *
 * <p>What comes out carries no authority: groups are read at every request ({@link CurrentGroups}).
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final LoginThrottle throttle;

    EngineLogin(IdentityService identity, LoginThrottle throttle) {
        this.identity = identity;
        this.throttle = throttle;
    }

    /**
     * @throws LockedException when the account has to wait, whatever the password
     * @throws BadCredentialsException when name or password is wrong
     */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName().strip();
        // The engine answers "wrong" to the right password too while it waits; people need to be told why.
        if (throttle.mustWait(userId)) {
            throw new LockedException("too many attempts");
        }
        if (attempt.getCredentials() == null
                || !identity.checkPassword(userId, attempt.getCredentials().toString())) {
            throw new BadCredentialsException("wrong name or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
