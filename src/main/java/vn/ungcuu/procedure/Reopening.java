package vn.ungcuu.procedure;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungcuu.TransactionBound;

/** Says whether the procedure itself is reopening a record right now; nobody else may start a process that does. */
@Component
class Reopening {

    private final TransactionBound<Permit> permit = new TransactionBound<>();

    void allow(String code) {
        permit.get(Permit::new).code = code;
    }

    /** The record being reopened in this transaction. */
    Optional<String> code() {
        return Optional.ofNullable(permit.get(Permit::new).code);
    }

    private static final class Permit {
        private String code;
    }
}
