package vn.ungcuu.operations;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.EngineJobs;

/**
 * Whether timers run, and run in time. In the place of Camunda's indicator of this name, which knows only whether the threads
 * are there: they may be and still not keep up.
 */
@Component("jobExecutorHealthIndicator")
class JobExecutorHealthIndicator implements HealthIndicator {

    private final EngineJobs jobs;
    private final Readings readings;
    private final OperationsSettings settings;

    JobExecutorHealthIndicator(EngineJobs jobs, Readings readings, OperationsSettings settings) {
        this.jobs = jobs;
        this.readings = readings;
        this.settings = settings;
    }

    @Override
    public Health health() {
        if (!jobs.areRunHere()) {
            return HealthReasons.because(Status.UNKNOWN, "Máy này không chạy việc nền, theo cấu hình.");
        }
        if (!jobs.running()) {
            return HealthReasons.because(
                    Status.DOWN,
                    "Bộ chạy việc nền đã dừng: hạn xử lý và thông báo không chạy. Hãy khởi động lại phần mềm trên máy này.");
        }
        return readings.latest()
                .map(
                        now -> HealthReasons.warning(
                                Optional.of(now.timersLate())
                                        .filter(late -> late.compareTo(settings.timersLate()) > 0)
                                        .map(
                                                late -> "Việc nền đến hạn lâu nhất đã chờ " + late.toMinutes()
                                                        + " phút. Hãy xem máy chủ có quá tải không, cơ sở dữ liệu và máy chủ thư có chậm không.")))
                .orElseGet(HealthReasons::unread);
    }
}
