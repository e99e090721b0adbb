package vn.ungcuu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.deadline.NodeClock;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.notification.Recipient.OnDuty;
import vn.ungcuu.notification.Recipient.Person;

/** What the tables of notices promise, on whichever database. */
abstract class StoreContract {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00.123Z");

    @TestConfiguration
    static class FixedClock {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @Autowired
    MessageStore store;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from outgoing_message").update();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from told_person").update();
    }

    @Test
    void messageIsReadAsItWasWritten() {
        Notice notice = new Notice(
                NoticeEvent.TASK_OVERDUE,
                List.of(new Office("office")),
                "DT-2026-0001",
                true,
                "Việc quá hạn",
                "Dòng một\nDòng hai “ngoặc” 😀",
                "/so-theo-doi/DT-2026-0001");
        store.write("n", new Office("office"), NOW, notice);
        String id = store.write(Channel.MAIL, "n", new Office("office"), false, NOW);

        assertThat(store.message(id))
                .isEqualTo(new OutgoingMessage(id, Channel.MAIL, new Office("office"), false, notice, null, false));
        store.sent(id, NOW);
        assertThat(store.message(id).sent()).isTrue();
    }

    @Test
    void webhookKeepsItsBytes() {
        String body = "{\"data\": \"" + "đ".repeat(20_000) + "\"}";
        store.writeWebhook("w", body, NOW);

        assertThat(store.message("w"))
                .isEqualTo(new OutgoingMessage("w", Channel.WEBHOOK, null, false, null, body, false));
    }

    @Test
    void unknownMessageAndMessageWithoutNoticeAreRefused() {
        assertThatThrownBy(() -> store.message("nothing")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> store.write(Channel.SMS, "nothing", new Person("vanphong"), true, NOW))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> tell("n", NOW, new OnDuty("office"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everybodySeesWhatIsTheirsOnceNewestFirst() {
        tell("1", NOW.minusSeconds(30), new Office("office"));
        tell("2", NOW.minusSeconds(20), new Office("office"), new Person("vanphong"), new Office("leadership"));
        tell("3", NOW.minusSeconds(10), new Person("congan"));
        // Ids of people and of offices are different things.
        tell("4", NOW, new Person("office"));

        assertThat(subjects("vanphong", List.of("office", "leadership"), 10)).containsExactly("2", "1");
        assertThat(subjects("congan", List.of("police"), 10)).containsExactly("3");
        assertThat(subjects("vanphong", List.of(), 10)).containsExactly("2");
        assertThat(subjects("vanphong", List.of("office", "leadership"), 1)).containsExactly("2");
    }

    @Test
    void twoWeeksAreShown() {
        tell("old", NOW.minus(Duration.ofDays(14)).minusMillis(1), new Office("office"));
        tell("young", NOW.minus(Duration.ofDays(14)), new Office("office"));

        assertThat(subjects("vanphong", List.of("office"), 10)).containsExactly("young");
    }

    @Test
    void whatCameAfterThePersonLastLookedIsNew() {
        tell("1", NOW.minusSeconds(30), new Office("office"));
        inbox.seen("vanphong", received("vanphong"));
        tell("2", NOW.minusSeconds(20), new Office("office"));

        assertThat(received("vanphong")).extracting(ReceivedNotice::fresh).containsExactly(true, false);
        assertThat(received("dieuphoi")).extracting(ReceivedNotice::fresh).containsExactly(true, true);
        inbox.seen("vanphong", received("vanphong"));
        assertThat(received("vanphong")).extracting(ReceivedNotice::fresh).containsExactly(false, false);
    }

    @Test
    void wishesAreKeptAndDoNotTouchWhatWasSeen() {
        assertThat(inbox.wishesOf("vanphong")).isEqualTo(new Wishes(Set.of(), null));
        tell("1", NOW.minusSeconds(30), new Office("office"));
        inbox.seen("vanphong", received("vanphong"));

        Wishes all = new Wishes(EnumSet.allOf(NoticeEvent.class), "+84912345678");
        inbox.wish("vanphong", all);
        assertThat(inbox.wishesOf("vanphong")).isEqualTo(all);
        assertThat(received("vanphong")).extracting(ReceivedNotice::fresh).containsExactly(false);

        inbox.wish("vanphong", new Wishes(EnumSet.of(NoticeEvent.REMINDER), null));
        assertThat(inbox.wishesOf("vanphong")).isEqualTo(new Wishes(EnumSet.of(NoticeEvent.REMINDER), null));
    }

    @Test
    void severalWindowsOfOnePersonDoNotDisturbEachOther() throws Exception {
        ExecutorService windows = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> saving = () -> {
                inbox.wish("vanphong", new Wishes(Set.of(), "+84912345678"));
                return null;
            };
            for (Future<Void> saved : windows.invokeAll(List.of(saving, saving, saving, saving))) {
                saved.get();
            }
        } finally {
            windows.shutdownNow();
        }
        assertThat(inbox.wishesOf("vanphong").phone()).isEqualTo("+84912345678");
    }

    @Test
    void whatWasDeliveredLongAgoGoesAndWhatWasNotStays() {
        Instant old = NOW.minus(Duration.ofDays(91));
        Instant young = NOW.minus(Duration.ofDays(89));
        tell("told", old, new Office("office"));
        tell("undelivered", old, new Office("office"));
        tell("young", young, new Office("office"));
        store.sent(store.write(Channel.MAIL, "told", new Office("office"), false, old), old);
        store.write(Channel.MAIL, "undelivered", new Office("office"), false, old);
        store.sent(store.write(Channel.MAIL, "young", new Office("office"), false, young), young);

        NodeClock node = mock();
        Retention retention = new Retention(jdbc, Clock.fixed(NOW, ZoneOffset.UTC), node, Duration.ofDays(90));
        retention.throwAway();
        assertThat(jdbc.sql("select count(*) from notice").query(Long.class).single())
                .as("on a node whose clock is wrong")
                .isEqualTo(3);
        when(node.isRight()).thenReturn(true);
        retention.throwAway();

        assertThat(jdbc.sql("select id from notice").query(String.class).list())
                .containsExactlyInAnyOrder("undelivered", "young");
        assertThat(jdbc.sql("select notice_id from outgoing_message")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("undelivered", "young");
    }

    private List<ReceivedNotice> received(String userId) {
        return inbox.of(userId, List.of("office"), 10);
    }

    private List<String> subjects(String userId, List<String> offices, int limit) {
        return inbox.of(userId, offices, limit).stream()
                .map(ReceivedNotice::subject)
                .toList();
    }

    private void tell(String id, Instant at, Recipient... to) {
        Notice notice = new Notice(NoticeEvent.REMINDER, List.of(to), null, false, id, "Nội dung", null);
        for (Recipient recipient : to) {
            store.write(id, recipient, at, notice);
        }
    }
}
