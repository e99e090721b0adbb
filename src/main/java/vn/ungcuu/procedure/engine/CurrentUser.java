package vn.ungcuu.procedure.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Whoever the engine was told acts in the current thread. */
@Component
public class CurrentUser {

    private final IdentityService identity;

    CurrentUser(IdentityService identity) {
        this.identity = identity;
    }

    /** The groups by which the engine judges what the user may do; empty when the system acts by itself, or nobody said which. */
    public Optional<List<String>> groups() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getGroupIds);
    }

    /** User id; empty when the system acts by itself, as in a job. */
    public Optional<String> id() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
    }
}
