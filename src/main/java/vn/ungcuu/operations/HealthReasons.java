package vn.ungcuu.operations;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Health that says in Vietnamese what is wrong and what to do. */
final class HealthReasons {

    /** Something is to be seen to; the node stays in service, so it answers with HTTP 200. */
    static final Status WARNING = new Status("WARNING");

    static final String REASON = "reason";

    private HealthReasons() {}

    /** @param reason empty when all is well */
    static Health warning(Optional<String> reason) {
        return reason.map(said -> because(WARNING, said))
                .orElseGet(() -> Health.up().build());
    }

    static Health because(Status status, String reason) {
        return Health.status(status).withDetail(REASON, reason).build();
    }

    /** The database's own health says so already. */
    static Health unread() {
        return because(Status.UNKNOWN, "Chưa đọc được vì cơ sở dữ liệu không trả lời.");
    }
}
