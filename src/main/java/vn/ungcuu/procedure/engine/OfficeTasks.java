package vn.ungcuu.procedure.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Finds the tasks the engine would find, by the same rights, but so that the database can look the rights up by their keys:
 * the engine joins an office's tasks with all rights of the office, which grows with the square of what is open.
 */
class OfficeTasks extends TaskManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return getDbEntityManager()
                .selectList(isLeftToUs(query) ? "selectReadableTasks" : "selectTaskByQueryCriteria", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return (Long) getDbEntityManager()
                .selectOne(isLeftToUs(query) ? "countReadableTasks" : "selectTaskCountByQueryCriteria", query);
    }

    /** Makes the query ready; whether rights are to be looked at that the engine's own statement leaves out now. */
    private boolean isLeftToUs(TaskQueryImpl query) {
        configureQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        // What is taken away from somebody only the engine's own check understands.
        if (!check.isAuthorizationCheckEnabled() || check.isRevokeAuthorizationCheckEnabled()) {
            return false;
        }
        // For this once: whenever the query is run again, the engine switches it on.
        check.setAuthorizationCheckEnabled(false);
        return !mayReadAll();
    }

    private boolean mayReadAll() {
        return getAuthorizationManager()
                .isAuthorized(new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheckForResourceId(Resources.TASK, ANY, Permissions.READ)
                        .atomicCheckForResourceId(
                                Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ_TASK)
                        .build());
    }
}
