package vn.ungcuu.procedure.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Finds tasks for somebody who may see only those of his offices by the tasks' offices, and not by one row of rights per task:
 * the engine joins an office's tasks with all of the office's rows, which grows with the square of what is open.
 *
 * <p>What may be seen is what {@link OfficeRights} grants: a task is seen by its candidates, and by nobody for having taken it.
 */
class OfficeTasks extends TaskManager {

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return restricted(query, () -> selectTasks(query));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return restricted(query, () -> (Long) getDbEntityManager().selectOne("selectTaskCountByQueryCriteria", query));
    }

    @SuppressWarnings("unchecked")
    private List<Task> selectTasks(TaskQueryImpl query) {
        return getDbEntityManager().selectList("selectTaskByQueryCriteria", query);
    }

    /** The restriction stays no longer than the statement: the query may be a stored filter's, which would be saved with it. */
    private <T> T restricted(TaskQueryImpl query, Supplier<T> select) {
        configureQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        boolean checked = check.isAuthorizationCheckEnabled() && check.getAuthUserId() != null;
        // What is taken away from somebody only the engine's own check understands.
        if (!checked || check.isRevokeAuthorizationCheckEnabled()) {
            return select.get();
        }
        boolean all = maySeeAll();
        check.setAuthorizationCheckEnabled(false);
        if (all) {
            return select.get();
        }
        TaskQueryImpl mine = new OfMyOffices(
                check.getAuthUserId(), getCurrentAuthentication().getGroupIds());
        query.getQueries().add(mine);
        try {
            return select.get();
        } finally {
            query.getQueries().remove(mine);
        }
    }

    private boolean maySeeAll() {
        return getAuthorizationManager()
                .isAuthorized(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, ANY, Permissions.READ)
                        .atomicCheckForResourceId(
                                Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ_TASK)
                        .build());
    }

    /** One more condition beside those asked for; the engine joins such queries by "and", so nothing asked widens it. */
    private static final class OfMyOffices extends TaskQueryImpl {

        private static final long serialVersionUID = 1L;

        private final transient List<String> groups;

        OfMyOffices(String userId, List<String> groups) {
            this.isOrQueryActive = true;
            this.candidateUser = userId;
            this.includeAssignedTasks = true;
            this.groups = groups == null ? List.of() : groups;
        }

        /** As the login says; the engine would ask the identity service for the candidate's groups once more. */
        @Override
        public List<String> getCandidateGroups() {
            return groups.isEmpty() ? null : groups;
        }
    }
}
