package vn.ungcuu.procedure.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.VariableInstance;

/** Finds the variables the engine would find, as {@link OfficeTasks} does tasks; each page of Tasklist asks for its tasks'. */
class OfficeVariables extends VariableInstanceManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<VariableInstance> findVariableInstanceByQueryCriteria(VariableInstanceQueryImpl query, Page page) {
        return getDbEntityManager()
                .selectList(
                        takeOver(query) ? "selectReadableVariables" : "selectVariableInstanceByQueryCriteria",
                        query,
                        page);
    }

    @Override
    public long findVariableInstanceCountByQueryCriteria(VariableInstanceQueryImpl query) {
        return (Long) getDbEntityManager()
                .selectOne(
                        takeOver(query) ? "countReadableVariables" : "selectVariableInstanceCountByQueryCriteria",
                        query);
    }

    private boolean takeOver(VariableInstanceQueryImpl query) {
        configureQuery(query);
        return ((RightsByKey) getAuthorizationManager())
                .takeOver(
                        query.getAuthCheck(),
                        new PermissionCheckBuilder()
                                .disjunctive()
                                .atomicCheckForResourceId(Resources.PROCESS_INSTANCE, ANY, Permissions.READ)
                                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, ANY, Permissions.READ_INSTANCE)
                                .atomicCheckForResourceId(Resources.TASK, ANY, Permissions.READ)
                                .build());
    }
}
