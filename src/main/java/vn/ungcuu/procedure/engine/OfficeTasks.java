package vn.ungcuu.procedure.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
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
                .selectList(takeOver(query) ? "selectReadableTasks" : "selectTaskByQueryCriteria", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return (Long) getDbEntityManager()
                .selectOne(takeOver(query) ? "countReadableTasks" : "selectTaskCountByQueryCriteria", query);
    }

    private boolean takeOver(TaskQueryImpl query) {
        configureQuery(query);
        return ((RightsByKey) getAuthorizationManager())
                .takeOver(
                        query.getAuthCheck(),
                        new PermissionCheckBuilder()
                                .disjunctive()
                                .atomicCheckForResourceId(Resources.TASK, ANY, Permissions.READ)
                                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, ANY, Permissions.READ_TASK)
                                .build());
    }
}
