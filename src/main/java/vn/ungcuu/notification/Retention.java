package vn.ungcuu.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import vn.ungcuu.deadline.NodeClock;

/**
 * Throws away what has been delivered long ago; what could not be delivered stays. What people were told of an incident stands in
 * its timeline anyway. Several nodes may do this at once.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Retention {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NodeClock node;
    private final Duration kept;

    Retention(JdbcClient jdbc, Clock clock, NodeClock node, @Value("${ung-cuu.keep-notices:90d}") Duration kept) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
        // Never what is still shown.
        this.kept = kept.compareTo(Duration.ofDays(Inbox.DAYS)) < 0 ? Duration.ofDays(Inbox.DAYS) : kept;
    }

    /** Not on a node whose clock is wrong: a year ahead, nothing would be kept. */
    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void throwAway() {
        if (!node.isRight()) {
            return;
        }
        OffsetDateTime before = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from outgoing_message where sent_at < ?").param(before).update();
        jdbc.sql("""
                delete from notice where at < ? and not exists (select 1 from outgoing_message m
                  where m.notice_id = notice.id and m.recipient_kind = notice.recipient_kind
                    and m.recipient = notice.recipient)""").param(before).update();
    }
}
