package vn.ungcuu.procedure.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.spin.Spin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.procedure.CompletingTask;
import vn.ungcuu.procedure.FormCheck;
import vn.ungcuu.procedure.Refusal;
import vn.ungcuu.procedure.TaskCompletion;

/**
 * One completion of a task, in one transaction: may this user, is what was sent what the form asks, tell the record, let the
 * engine go on, tell the record again. A refusal or failure anywhere leaves everything as it was.
 */
@Component
class CheckedCompletion {

    /** A timer that fires on the task at the same moment is soon done; the user need not know of it. */
    private static final int ATTEMPTS = 4;

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<FormCheck> check;
    private final ObjectProvider<TaskCompletion> observers;
    private final DeployedForms forms;

    CheckedCompletion(
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<FormCheck> check,
            ObjectProvider<TaskCompletion> observers,
            DeployedForms forms) {
        this.transactions = transactions;
        this.check = check;
        this.observers = observers;
        this.forms = forms;
    }

    <T> T complete(
            CommandExecutor commands,
            String taskId,
            Map<String, Object> submitted,
            Function<Map<String, Object>, T> engine) {
        return inTransaction(() -> {
            TaskAtHand hand = commands.execute(TaskAtHand.reading(taskId, forms));
            if (hand == null) {
                return engine.apply(submitted);
            }
            Map<String, Object> values = checked(hand, submitted, true);
            if (hand.delegated()) {
                return engine.apply(forEngine(values));
            }
            CompletingTask task = hand.task();
            List<TaskCompletion> told = observers.orderedStream().toList();
            told.forEach(observer -> observer.completing(task, values));
            T result = engine.apply(forEngine(values));
            told.forEach(observer -> observer.completed(task, values));
            return result;
        });
    }

    /** For what is sent along with an error or an escalation: the task is not answered, but may not be abused either. */
    <T> T part(
            CommandExecutor commands,
            String taskId,
            Map<String, Object> submitted,
            Function<Map<String, Object>, T> engine) {
        if (submitted == null || submitted.isEmpty()) {
            return engine.apply(submitted);
        }
        return inTransaction(() -> {
            TaskAtHand hand = commands.execute(TaskAtHand.reading(taskId, forms));
            return engine.apply(hand == null ? submitted : forEngine(checked(hand, submitted, false)));
        });
    }

    private Map<String, Object> checked(TaskAtHand hand, Map<String, Object> submitted, boolean complete) {
        Map<String, Object> sent = submitted == null ? Map.of() : submitted;
        if (hand.task().form() == null) {
            if (hand.task().formKey() != null && complete) {
                throw new Refusal("Không đọc được biểu mẫu “" + hand.task().formKey()
                        + "” của bước này. Vui lòng báo chuyên viên quy trình.");
            }
            if (!sent.isEmpty()) {
                throw new Refusal(
                        "Bước này không có biểu mẫu nên không nhận thông tin gửi kèm. Vui lòng hoàn thành mà không gửi kèm gì.");
            }
            return Map.of();
        }
        FormCheck form = check.getObject();
        return complete
                ? form.validate(hand.task().form(), sent, hand.known())
                : form.validatePart(hand.task().form(), sent, hand.known());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(transactions.getObject());
        boolean ours = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (OptimisticLockingException | ConcurrencyFailureException collision) {
                if (!ours || attempt == ATTEMPTS) {
                    throw collision;
                }
            } catch (Refusal refusal) {
                throw RefusedRequest.remember(refusal);
            }
        }
    }

    /** A list becomes a JSON variable: the engine would keep it as a serialised Java object otherwise. */
    private static Map<String, Object> forEngine(Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(name, value instanceof List<?> list ? Spin.JSON(list) : value));
        return variables;
    }
}
