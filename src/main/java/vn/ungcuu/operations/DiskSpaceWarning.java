package vn.ungcuu.operations;

import org.springframework.boot.actuate.autoconfigure.system.DiskSpaceHealthIndicatorProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.system.DiskSpaceHealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Boot's check with a reason. Little space is a warning: taking the node out of service would not free any. */
@Component("diskSpaceHealthIndicator")
@EnableConfigurationProperties(DiskSpaceHealthIndicatorProperties.class)
class DiskSpaceWarning extends DiskSpaceHealthIndicator {

    DiskSpaceWarning(DiskSpaceHealthIndicatorProperties settings) {
        super(settings.getPath(), settings.getThreshold());
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        super.doHealthCheck(builder);
        if (Status.DOWN.equals(builder.build().getStatus())) {
            builder.status(HealthReasons.WARNING)
                    .withDetail(
                            HealthReasons.REASON,
                            "Đĩa sắp đầy. Hãy dọn bớt tệp (bản sao lưu cũ, nhật ký cũ) hoặc tăng dung lượng trước khi phần mềm dừng.");
        }
    }
}
