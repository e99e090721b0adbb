package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ungcuu.UngCuuApplication;

class WeeklyDigestTest extends ProcessStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    WeeklyDigestTest() {
        super(ENGINE, "weekly-digest", List.of(), List.of());
    }

    @Test
    void everyMondayAtHalfPastSevenOneDigestIsSent() {
        Job first = timer();
        ClockUtil.setCurrentTime(first.getDuedate());
        jobs().executeJob(first.getId());
        Job second = timer();
        ClockUtil.setCurrentTime(second.getDuedate());
        jobs().executeJob(second.getId());

        Date due = second.getDuedate();
        assertThat(due.toInstant().atZone(UngCuuApplication.ZONE).toOffsetDateTime())
                .satisfies(WeeklyDigestTest::isMondayAtHalfPastSeven);
        assertThat(Duration.between(first.getDuedate().toInstant(), due.toInstant()))
                .isEqualTo(Duration.ofDays(7));
        assertThat(Duration.between(due.toInstant(), timer().getDuedate().toInstant()))
                .isEqualTo(Duration.ofDays(7));

        assertThat(standIns.digestsSent()).isZero();
        jobs().createJobQuery().messages().list().forEach(job -> jobs().executeJob(job.getId()));
        assertThat(standIns.digestsSent()).isEqualTo(2);
        assertThat(runtime().createProcessInstanceQuery().count()).isZero();
    }

    private static void isMondayAtHalfPastSeven(OffsetDateTime due) {
        assertThat(due.getDayOfWeek()).hasToString("MONDAY");
        assertThat(due.toLocalTime()).hasToString("07:30");
    }

    private Job timer() {
        return jobs().createJobQuery().timers().singleResult();
    }

    private ManagementService jobs() {
        return engine().getManagementService();
    }
}
