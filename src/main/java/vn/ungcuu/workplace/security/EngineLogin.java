package vn.ungcuu.workplace.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.ungcuu.directory.Directory;
import vn.ungcuu.directory.DirectoryUnavailable;

/**
 * Checks a password: of an account made here with the engine's {@link IdentityService}, of anybody else's with the
 * directory, where there is one. The engine slows down guessing for both: every failure makes the next attempt wait longer,
 * and the tenth locks the account until an administrator unlocks it.
 *
 * <p>What comes out carries no authority: groups are read at every request ({@link CurrentGroups}).
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final LoginThrottle throttle;
    private final Accounts accounts;
    private final Optional<Directory> directory;

    EngineLogin(IdentityService identity, LoginThrottle throttle, Accounts accounts, Optional<Directory> directory) {
        this.identity = identity;
        this.throttle = throttle;
        this.accounts = accounts;
        this.directory = directory;
    }

    /**
     * @throws LockedException when the account has to wait, whatever the password
     * @throws BadCredentialsException when name or password is wrong
     * @throws AuthenticationServiceException when the directory would know and does not answer
     */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = accounts.idOf(attempt.getName());
        // The engine answers "wrong" to the right password too while it waits; people need to be told why.
        if (throttle.mustWait(userId)) {
            throw new LockedException("too many attempts");
        }
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (!isPasswordOf(userId, password)) {
            throw new BadCredentialsException("wrong name or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean isPasswordOf(String userId, String password) {
        if (directory.isEmpty() || accounts.isOurs(userId)) {
            return identity.checkPassword(userId, password);
        }
        try {
            return isPasswordInDirectory(directory.get(), userId, password);
        } catch (DirectoryUnavailable unavailable) {
            throw new AuthenticationServiceException("the directory does not answer", unavailable);
        }
    }

    private boolean isPasswordInDirectory(Directory keeper, String userId, String password) {
        Optional<String> name = keeper.find(userId);
        if (name.isEmpty()) {
            return false;
        }
        if (keeper.isPasswordOf(name.get(), password)) {
            identity.unlockUser(userId);
            return true;
        }
        // Nobody's password here, so this fails for certain: it has the engine count and make the next attempt wait.
        identity.checkPassword(userId, password);
        return false;
    }
}
