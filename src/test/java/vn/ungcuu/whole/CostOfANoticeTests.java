package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.notification.Notice;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.Notifications;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.whole.CountingDataSource.Count;

/** Every task tells somebody something, so what telling costs the database is paid all the time. */
class CostOfANoticeTests {

    @TestConfiguration
    static class Counting {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
                }
            };
        }
    }

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
    @Import(Counting.class)
    abstract static class Told {

        @Autowired
        DataSource source;

        @Autowired
        Notifications notifications;

        @Autowired
        TransactionTemplate inTransaction;

        @Autowired
        ManagementService jobs;

        Count costOfTellingOneOffice() {
            tell(); // The first one fills caches.
            return tell();
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
