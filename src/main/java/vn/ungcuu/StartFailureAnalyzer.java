package vn.ungcuu;

import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MissingRequiredPropertiesException;

/** Says in Vietnamese and in English what to do when the application cannot start for an everyday reason. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring Boot's own answer about a busy port, which is English only
class StartFailureAnalyzer implements FailureAnalyzer {

    /** H2's error code "Database may be already in use". */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return databaseInUse(cause);
            }
            if (cause instanceof PortInUseException port) {
                return portInUse(port);
            }
            if (cause instanceof MissingRequiredPropertiesException missing) {
                return settingsMissing(missing);
            }
            if (cause instanceof SettingRefused refused) {
                return new FailureAnalysis(refused.getMessage(), refused.action(), cause);
            }
        }
        return null;
    }

    private static FailureAnalysis databaseInUse(Throwable cause) {
        return new FailureAnalysis("""
                Cơ sở dữ liệu đang được một tiến trình Ứng cứu khác sử dụng.
                The database is in use by another running Ứng cứu.""", """
                Hãy dừng tiến trình kia rồi khởi động lại, hoặc dùng cơ sở dữ liệu khác bằng SPRING_DATASOURCE_URL.
                Stop the other one and start again, or name another database with SPRING_DATASOURCE_URL.""", cause);
    }

    private static FailureAnalysis portInUse(PortInUseException cause) {
        int port = cause.getPort();
        return new FailureAnalysis("""
                Cổng %d đang được một chương trình khác sử dụng.
                Port %d is in use by another program.""".formatted(port, port), """
                Hãy dừng chương trình kia, hoặc chọn cổng khác, ví dụ --server.port=%d.
                Stop that program, or choose another port, for example --server.port=%d.""".formatted(port + 1, port + 1), cause);
    }

    private static FailureAnalysis settingsMissing(MissingRequiredPropertiesException cause) {
        String variables = cause.getMissingRequiredProperties().stream()
                .map(StartFailureAnalyzer::environmentVariable)
                .collect(Collectors.joining(", "));
        return new FailureAnalysis("""
                Thiếu cấu hình bắt buộc: %s.
                Required settings are missing: %s.""".formatted(variables, variables), """
                Hãy đặt các biến môi trường này rồi khởi động lại (ví dụ SPRING_DATASOURCE_URL=jdbc:postgresql://may-chu/ungcuu).
                Set these environment variables and start again (for example SPRING_DATASOURCE_URL=jdbc:postgresql://host/ungcuu).""", cause);
    }

    private static String environmentVariable(String property) {
        return property.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
