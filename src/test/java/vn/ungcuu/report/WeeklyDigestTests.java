package vn.ungcuu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.NewIncident;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.notification.Inbox;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.ReceivedNotice;

/** The tests play in weeks of their own, so that what one reports is not counted by another. */
@SpringBootTest(properties = "test.application=weekly-digest")
class WeeklyDigestTests {

    @Autowired
    ManagementService jobs;

    @Autowired
    Incidents incidents;

    @Autowired
    Inbox inbox;

    @Autowired
    WeekInWords words;

    @Autowired
    TransactionTemplate inTransaction;

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
    }

    @Test
    void digestOfAnEmptyWeekIsSentTooAndTheNextOneComesAWeekLater() {
        Job timer = timer();
        Instant due = timer.getDuedate().toInstant();
        at(due);
        jobs.executeJob(timer.getId());
        runDigests();

        ReceivedNotice digest = newest("lanhdao", "leadership");
        assertThat(digest.event()).isEqualTo(NoticeEvent.WEEKLY_DIGEST);
        assertThat(digest.subject()).startsWith("Tổng hợp sự cố tuần từ ");
        assertThat(digest.text()).endsWith("\n\nTuần này không có sự cố.");
        assertThat(newest("dieuphoi", "coordinators").text()).isEqualTo(digest.text());
        assertThat(inbox.of("vanphong", List.of("office"), 10)).isEmpty();
        assertThat(timer().getDuedate()).isEqualTo(Date.from(due.plus(Duration.ofDays(7))));
        assertThat(inbox.of("lanhdao", List.of("leadership"), 10)).hasSize(1);
    }

    @Test
    void weekIsSummedUpFromTheRecord() {
        at("2031-03-02T23:59:59+07:00");
        String before = report(false);
        at("2031-03-03T00:00:00+07:00");
        String resolved = report(false);
        String falseAlarm = report(false);
        at("2031-03-05T09:05:00+07:00");
        String open = report(false);
        String restricted = report(false);
        String drill = report(true);
        inTransaction.executeWithoutResult(status -> {
            incidents.learn(open, Map.of("severity", "serious"));
            incidents.enterStage(open, "respond");
            incidents.restrict(restricted, true);
            incidents.close(before, Outcome.RESOLVED);
            incidents.close(resolved, Outcome.RESOLVED);
            incidents.close(falseAlarm, Outcome.FALSE_ALARM);
        });
        at("2031-03-10T00:00:00+07:00");
        String after = report(false);
        at("2031-03-10T07:30:00+07:00");

        String week = words.of(instant("2031-03-03T00:00:00+07:00"), instant("2031-03-10T00:00:00+07:00"));

        assertThat(week).isEqualTo("""
                Được báo trong tuần: 4 sự cố.
                Đã đóng trong tuần: 3 sự cố (đã xử lý xong: 2; báo động giả: 1).
                Còn đang xử lý: 2 sự cố:
                - %s: mức độ nghiêm trọng (NĐ 331); giai đoạn Ứng cứu, khắc phục; báo lúc 05/03/2031 09:05
                - 1 hồ sơ hạn chế người xem
                Diễn tập, không tính ở trên: được báo 1, đã đóng 0, đang thực hiện 1.""".formatted(open));
        assertThat(week).doesNotContain(restricted, drill, after, "Máy chủ");
        inTransaction.executeWithoutResult(status -> {
            for (String left : List.of(open, restricted, drill, after)) {
                incidents.close(left, Outcome.RESOLVED);
            }
        });
    }

    private void runDigests() {
        jobs.createJobQuery()
                .processDefinitionKey("weekly-digest")
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private Job timer() {
        return jobs.createJobQuery()
                .processDefinitionKey("weekly-digest")
                .timers()
                .singleResult();
    }

    private ReceivedNotice newest(String userId, String office) {
        return inbox.of(userId, List.of(office), 1).get(0);
    }

    private String report(boolean drill) {
        return inTransaction.execute(status -> incidents
                .open(new NewIncident(
                        "Máy chủ ngừng chạy",
                        "Mô tả",
                        "phone",
                        ClockUtil.getCurrentTime().toInstant(),
                        "Người báo",
                        null,
                        null,
                        null,
                        null,
                        drill,
                        Map.of("kind", "system-fault"),
                        Set.of("office")))
                .code());
    }

    private static void at(String moment) {
        at(instant(moment));
    }

    private static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private static Instant instant(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
