package vn.ungcuu.operations;

import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.stereotype.Component;

/** Boot's check with a reason, which says nothing of address or account. */
@Component("dbHealthContributor")
class DatabaseHealth extends DataSourceHealthIndicator {

    private static final String REASON = "Cơ sở dữ liệu không trả lời."
            + " Hãy kiểm tra máy chủ cơ sở dữ liệu có chạy không, đường mạng và số kết nối cho phép.";

    DatabaseHealth(DataSource source) {
        super(source);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        try {
            super.doHealthCheck(builder);
        } catch (RuntimeException unreachable) {
            builder.down(unreachable);
        }
        if (Status.DOWN.equals(builder.build().getStatus())) {
            builder.withDetail(HealthReasons.REASON, REASON);
        }
    }
}
