package vn.ungcuu.workplace.security;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import vn.ungcuu.SecurityLog;
import vn.ungcuu.SecurityLog.Outcome;

/** Tells the {@link SecurityLog} who came and went, whichever way they log in. */
@Component
class LoginLog {

    private final IdentityService identity;

    LoginLog(IdentityService identity) {
        this.identity = identity;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent success) {
        SecurityLog.record("login", Outcome.SUCCESS, success.getAuthentication().getName(), Map.of());
    }

    /** A machine gives its password with every request. */
    @EventListener
    void knownAgain(AuthenticationSuccessEvent success) {
        SecurityLog.recordOften(
                "password-accepted",
                Outcome.SUCCESS,
                success.getAuthentication().getName());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent failure) {
        SecurityLog.record(
                failure instanceof AuthenticationFailureLockedEvent ? "login-throttled" : "login-failed",
                Outcome.FAILURE,
                known(failure.getAuthentication().getName().strip()),
                Map.of());
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent gone) {
        SecurityLog.record("logout", Outcome.SUCCESS, gone.getAuthentication().getName(), Map.of());
    }

    /** What is nobody's name may be a password typed into the wrong field. */
    private @Nullable String known(String name) {
        return identity.createUserQuery().userId(name).count() > 0 ? name : null;
    }
}
