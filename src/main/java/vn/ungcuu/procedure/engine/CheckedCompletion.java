package vn.ungcuu.procedure.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.spin.Spin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.procedure.Collisions;
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

    private static final String GONE = "Việc này đã xong hoặc đã dừng. Vui lòng tải lại danh sách việc.";
    private static final String TAKEN = "Việc này đã có người khác nhận. Vui lòng tải lại danh sách và chọn việc khác.";

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<FormCheck> check;
    private final ObjectProvider<TaskCompletion> observers;
    private final DeployedForms forms;
    private final ObjectProvider<JdbcClient> jdbc;

    CheckedCompletion(
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<FormCheck> check,
            ObjectProvider<TaskCompletion> observers,
            DeployedForms forms,
            ObjectProvider<JdbcClient> jdbc) {
        this.transactions = transactions;
        this.check = check;
        this.observers = observers;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    <T> T complete(
            CommandExecutor commands,
            String taskId,
            Map<String, Object> submitted,
            Function<Map<String, Object>, T> engine) {
        return inTransaction(() -> {
            List<TaskCompletion> told = observers.orderedStream().toList();
            businessKeyOf(taskId).ifPresent(key -> told.forEach(observer -> observer.begins(key)));
            // One command of the engine: what it has read for the check it need not read again to go on.
            Completion<T> done = stillThere(
                    commands,
                    taskId,
                    () -> commands.execute(context -> {
                        TaskAtHand hand = TaskAtHand.reading(taskId, forms).execute(context);
                        if (hand == null) {
                            throw new Refusal(GONE);
                        }
                        Map<String, Object> values = checked(hand, submitted);
                        told.forEach(observer -> observer.completing(hand.task(), values));
                        return new Completion<>(hand.task(), values, engine.apply(forEngine(values)));
                    }));
            told.forEach(observer -> observer.completed(done.task(), done.values()));
            return done.result();
        });
    }

    private record Completion<T>(CompletingTask task, Map<String, Object> values, T result) {}

    /** Asked past the engine, which would go on with the rows it has read before they could be locked. */
    private Optional<String> businessKeyOf(String taskId) {
        return jdbc.getObject().sql("""
                    select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                    where t.ID_ = ? and e.BUSINESS_KEY_ is not null""").param(taskId).query(String.class).optional();
    }

    void claim(CommandExecutor commands, String taskId, Runnable engine) {
        inTransaction(() -> stillThere(commands, taskId, () -> {
            try {
                engine.run();
                return null;
            } catch (TaskAlreadyClaimedException taken) {
                throw new Refusal(TAKEN);
            }
        }));
    }

    <T> T comment(CommandExecutor commands, String taskId, String message, Supplier<T> engine) {
        return inTransaction(() -> {
            TaskAtHand hand = commands.execute(TaskAtHand.reading(taskId, forms));
            if (hand != null) {
                observers.orderedStream().forEach(observer -> observer.commented(hand.task(), message));
            }
            return engine.get();
        });
    }

    /** Whoever comes second to a task reads that, not the engine's English. */
    private static <T> T stillThere(CommandExecutor commands, String taskId, Supplier<T> engine) {
        try {
            return engine.get();
        } catch (NullValueException missing) {
            if (taskId == null
                    || commands.execute(context -> context.getTaskManager().findTaskById(taskId)) != null) {
                throw missing;
            }
            throw new Refusal(GONE);
        }
    }

    private Map<String, Object> checked(TaskAtHand hand, Map<String, Object> submitted) {
        Map<String, Object> sent = submitted == null ? Map.of() : submitted;
        if (hand.task().form() == null) {
            if (hand.task().formKey() != null) {
                throw new Refusal("Không đọc được biểu mẫu “" + hand.task().formKey()
                        + "” của bước này. Vui lòng báo chuyên viên quy trình.");
            }
            if (!sent.isEmpty()) {
                throw new Refusal(
                        "Bước này không có biểu mẫu nên không nhận thông tin gửi kèm. Vui lòng hoàn thành mà không gửi kèm gì.");
            }
            return Map.of();
        }
        return check.getObject().validate(hand.task().form(), sent, hand.known());
    }

    private <T> T inTransaction(Supplier<T> work) {
        try {
            return Collisions.retried(new TransactionTemplate(transactions.getObject()), work);
        } catch (Refusal refusal) {
            throw RefusedRequest.remember(refusal);
        }
    }

    /** A list becomes a JSON variable: the engine would keep it as a serialised Java object otherwise. */
    private static Map<String, Object> forEngine(Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(name, value instanceof List<?> list ? Spin.JSON(list) : value));
        return variables;
    }
}
