package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.notification.Notice;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.Notifications;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;

/** Every task tells somebody something, so what telling costs the database is paid all the time. */
class CostOfANoticeTests {

    @Nested
    class WithoutAnyTransport extends Told {

        @Test
        void noticeIsOneInsertAndNothingElse() {
            assertThat(costOfTellingOneOffice().statements()).isEqualTo(1);
            assertThat(jobs.createJobQuery()
                            .processDefinitionKey("send-notification")
                            .count())
                    .isZero();
        }
    }

    @Nested
    @SpringBootTest(properties = "spring.mail.host=127.0.0.1")
    class WithMail extends Told {

        @Test
        void noticeCostsTheTwoRowsAndTheStartOfOneProcess() {
            assertThat(costOfTellingOneOffice().statements()).isLessThanOrEqualTo(9);
        }
    }

    @SpringBootTest
    @Import(CountingDataSource.OfTheTest.class)
    abstract static class Told {

        @Autowired
        DataSource source;

        @Autowired
        Notifications notifications;

        @Autowired
        TransactionTemplate inTransaction;

        @Autowired
        ManagementService jobs;

        /** By day: by night whoever is on duty is looked up, too. */
        Count costOfTellingOneOffice() {
            WallClock.set(OffsetDateTime.parse("2026-05-04T09:00:00+07:00"));
            try {
                tell(); // The first one fills caches.
                return tell();
            } finally {
                WallClock.letGo();
            }
        }

        private Count tell() {
            CountingDataSource counter = (CountingDataSource) source;
            return inTransaction.execute(status -> {
                Count before = counter.count();
                notifications.tell(new Notice(
                        NoticeEvent.TASK_CREATED,
                        List.of(new Office("office")),
                        "SC-2026-0001",
                        false,
                        "Việc mới",
                        "Nội dung",
                        "/so-theo-doi/SC-2026-0001"));
                return counter.count().since(before);
            });
        }
    }
}
