package vn.ungcuu.procedure.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** The engine's checks of rights, asked so that the table of rights, which has several rows per open task, is never read as a whole. */
class RightsByKey extends AuthorizationManager {

    /**
     * For the groups that are given. The engine first leaves out those that hold no right at all, to have a shorter question, and
     * for that reads all rights of everybody at every request.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        return groupIds == null ? List.of() : groupIds;
    }

    /**
     * Takes the check out of a query that has been made ready, where it can be said otherwise. For this once: whenever the query
     * is made ready again, the engine puts it back.
     *
     * @param onAll the rights that let somebody read everything
     * @return whether our own statement must look at the rights, as nobody else does now
     */
    boolean takeOver(AuthorizationCheck check, CompositePermissionCheck onAll) {
        // What is taken away from somebody only the engine's own check understands.
        if (!check.isAuthorizationCheckEnabled() || check.isRevokeAuthorizationCheckEnabled()) {
            return false;
        }
        check.setAuthorizationCheckEnabled(false);
        return !isAuthorized(onAll);
    }
}
