package vn.ungcuu.procedure.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine's checks of rights, for the groups that are given. The engine first leaves out those that hold no right at all, to
 * have a shorter question, and for that reads the whole table of rights, which has several rows per open task, at every request.
 */
class GroupsAsAsked extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        return groupIds == null ? List.of() : List.copyOf(groupIds);
    }
}
