package vn.ungcuu.workplace;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has a form that is sent twice, even at once and to two nodes, make one incident: its row is the lock. */
@Component
class SentReports {

    /** Longer than any opened form is kept in a browser that is still in use. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Clock clock;

    SentReports(JdbcClient database, TransactionOperations transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Starts the incident, or gives the code of the one this form has started. What start throws leaves nothing behind. */
    String once(UUID form, Supplier<String> start) {
        try {
            return transactions.execute(status -> {
                Timestamp now = Timestamp.from(clock.instant());
                database.sql("delete from sent_report where sent_at < ?")
                        .param(Timestamp.from(clock.instant().minus(KEPT)))
                        .update();
                database.sql("insert into sent_report (form_id, sent_at) values (?, ?)")
                        .params(form.toString(), now)
                        .update();
                String code = start.get();
                database.sql("update sent_report set incident_code = ? where form_id = ?")
                        .params(code, form.toString())
                        .update();
                return code;
            });
        } catch (DuplicateKeyException e) {
            return database.sql("select incident_code from sent_report where form_id = ?")
                    .param(form.toString())
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> e);
        }
    }
}
