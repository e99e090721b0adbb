package vn.ungcuu.procedure.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import vn.ungcuu.SecurityLog;
import vn.ungcuu.SecurityLog.Outcome;

/**
 * Tells the {@link SecurityLog} what people change in the engine beyond their work on incidents: people, groups,
 * memberships, rights, models, running instances moved to another version. Told once it is committed; the engine never
 * writes passwords into this log of its own.
 */
final class AdministrationLog {

    private static final Set<String> OPERATIONS =
            Set.of(UserOperationLogEntry.OPERATION_TYPE_MIGRATE, UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES);

    private AdministrationLog() {}

    /** @param events all properties of one operation */
    static void note(List<HistoryEvent> events) {
        List<UserOperationLogEntryEventEntity> changes = events.stream()
                .filter(UserOperationLogEntryEventEntity.class::isInstance)
                .map(UserOperationLogEntryEventEntity.class::cast)
                .filter(AdministrationLog::isAdministration)
                .toList();
        if (!changes.isEmpty()) {
            Map<String, String> details = details(changes);
            String userId = changes.get(0).getUserId();
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(
                            TransactionState.COMMITTED,
                            committed -> SecurityLog.record("change", Outcome.SUCCESS, userId, details));
        }
    }

    private static boolean isAdministration(UserOperationLogEntryEventEntity change) {
        return UserOperationLogEntry.CATEGORY_ADMIN.equals(change.getCategory())
                || EntityTypes.DEPLOYMENT.equals(change.getEntityType())
                || OPERATIONS.contains(change.getOperationType());
    }

    private static Map<String, String> details(List<UserOperationLogEntryEventEntity> changes) {
        UserOperationLogEntryEventEntity first = changes.get(0);
        Map<String, String> details = new TreeMap<>();
        details.put("change.of", first.getEntityType());
        details.put("change.operation", first.getOperationType());
        if (first.getDeploymentId() != null) {
            details.put("change.deploymentId", first.getDeploymentId());
        }
        changes.stream()
                .filter(change -> change.getProperty() != null)
                .forEach(change -> details.put(
                        "change." + change.getProperty(),
                        change.getNewValue() != null ? change.getNewValue() : change.getOrgValue()));
        return details;
    }
}
