package vn.ungcuu.procedure;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person does may meet a timer that fires at the same moment; it is soon done, and the person need not know of it. */
public final class Collisions {

    private static final int ATTEMPTS = 4;

    private Collisions() {}

    /**
     * Does the work in a transaction, and once more from the beginning after a collision; within somebody else's
     * transaction only once, for what was done before in it is lost with it.
     *
     * @throws OptimisticLockingException or {@link ConcurrencyFailureException} when it collides again and again
     */
    public static <T> T retried(TransactionTemplate transaction, Supplier<T> work) {
        boolean ours = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (OptimisticLockingException | ConcurrencyFailureException collision) {
                if (!ours || attempt == ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }
}
