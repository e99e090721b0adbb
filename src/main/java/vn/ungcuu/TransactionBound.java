package vn.ungcuu;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A value that is found once per transaction and forgotten with it. */
public final class TransactionBound<T> {

    /** The value of the current transaction; outside any, it is made anew each time. */
    @SuppressWarnings("unchecked")
    public T get(Supplier<T> maker) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return maker.get();
        }
        Object value = TransactionSynchronizationManager.getResource(this);
        if (value == null) {
            value = maker.get();
            TransactionSynchronizationManager.bindResource(this, value);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        return (T) value;
    }

    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            // A transaction within the transaction finds its own.
            held = TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBound.this);
        }

        @Override
        public void resume() {
            if (held != null) {
                TransactionSynchronizationManager.bindResource(TransactionBound.this, held);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionBound.this);
        }

        private Object held;
    }
}
