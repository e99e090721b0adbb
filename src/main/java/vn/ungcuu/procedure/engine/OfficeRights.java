package vn.ungcuu.procedure.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine grants by itself when a task is created or handed on: rights belong to offices, never to persons.
 *
 * <ul>
 *   <li>An office that has a task may also read the instance the task belongs to. Without it Tasklist could not show
 *       the incident's code and severity on the card.
 *   <li>Taking a task gives a person nothing the office did not have, so that somebody who leaves the office has lost
 *       its tasks at once, those taken before included. (The engine would leave the person a right of their own.)
 *   <li>An office that hands a task on loses it. (The engine would leave the right behind.)
 * </ul>
 */
class OfficeRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        AuthorizationEntity[] onTask = super.newTaskGroupIdentityLink(task, groupId, type);
        if (task.getProcessInstanceId() == null || mayRead(groupId, task.getProcessInstanceId())) {
            return onTask;
        }
        AuthorizationEntity[] all = Arrays.copyOf(onTask, onTask.length + 1);
        all[onTask.length] = createGrantAuthorization(
                null, groupId, Resources.PROCESS_INSTANCE, task.getProcessInstanceId(), Permissions.READ);
        return all;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        // The end of a task deletes all rows of the task anyway.
        if (!((TaskEntity) task).isDeleted()) {
            getAuthorizationManager().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, task.getId(), groupId);
        }
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return null;
    }

    /** A task that is just being made has none yet, and need not be asked for. */
    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        TaskEntity task = entities.getCachedEntity(TaskEntity.class, taskId);
        return task != null && entities.getDbEntityCache().isTransient(task)
                ? null
                : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private boolean mayRead(String groupId, String processInstanceId) {
        return isGrantedInThisTransaction(groupId, processInstanceId)
                || getGrantAuthorizationByGroupId(groupId, Resources.PROCESS_INSTANCE, processInstanceId) != null;
    }

    /** Two tasks of one office made at once: the first one's right is not in the database yet. */
    private boolean isGrantedInThisTransaction(String groupId, String processInstanceId) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(AuthorizationEntity.class)
                .stream()
                .anyMatch(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                        && right.getResourceType() == Resources.PROCESS_INSTANCE.resourceType()
                        && groupId.equals(right.getGroupId())
                        && processInstanceId.equals(right.getResourceId()));
    }
}
