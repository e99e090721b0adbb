package vn.ungcuu.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.notification.Recipient.Person;

/** Notices and messages in the database. Times are kept to the millisecond. */
@Component
class MessageStore {

    private static final String OFFICE = "office";
    private static final String PERSON = "person";

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id the same for each recipient of one notice */
    void write(String id, Recipient to, Instant at, Notice notice) {
        jdbc.sql("""
                insert into notice (id, recipient_kind, recipient, at, event, code, drill, subject, text, path)
                values (:id, :kind, :recipient, :at, :event, :code, :drill, :subject, :text, :path)""")
                .param("id", id)
                .param("kind", kind(to))
                .param("recipient", key(to))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("event", notice.event().name())
                .param("code", notice.code())
                .param("drill", notice.drill())
                .param("subject", notice.subject())
                .param("text", notice.text())
                .param("path", notice.path())
                .update();
    }

    /**
     * A message that carries a notice to one of its recipients.
     *
     * @return its id
     */
    String write(Channel channel, String noticeId, Recipient to, boolean onDuty, Instant at) {
        String id = newId();
        insert(id, channel, noticeId, to, onDuty, null, at);
        return id;
    }

    void writeWebhook(String id, String body, Instant at) {
        insert(id, Channel.WEBHOOK, null, null, false, body, at);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    private void insert(
            String id,
            Channel channel,
            @Nullable String noticeId,
            @Nullable Recipient to,
            boolean onDuty,
            @Nullable String body,
            Instant at) {
        jdbc.sql("""
                insert into outgoing_message
                    (id, channel, notice_id, recipient_kind, recipient, on_duty, body, created_at)
                values (:id, :channel, :notice, :kind, :recipient, :onDuty, :body, :at)""")
                .param("id", id)
                .param("channel", stored(channel))
                .param("notice", noticeId)
                .param("kind", to == null ? null : kind(to))
                .param("recipient", to == null ? null : key(to))
                .param("onDuty", onDuty)
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws NoSuchElementException if there is no such message */
    OutgoingMessage message(String id) {
        return jdbc.sql("""
                select m.id, m.channel, m.recipient_kind, m.recipient, m.on_duty, m.body, m.sent_at,
                       n.event, n.code, n.drill, n.subject, n.text, n.path
                from outgoing_message m left join notice n on n.id = m.notice_id
                     and n.recipient_kind = m.recipient_kind and n.recipient = m.recipient
                where m.id = ?""")
                .param(id)
                .query(MessageStore::message)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no message " + id));
    }

    void sent(String id, Instant at) {
        jdbc.sql("update outgoing_message set sent_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static OutgoingMessage message(ResultSet row, int number) throws SQLException {
        String recipient = row.getString("recipient");
        Recipient to = recipient == null ? null : recipient(row.getString("recipient_kind"), recipient);
        return new OutgoingMessage(
                row.getString("id"),
                Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                to,
                row.getBoolean("on_duty"),
                to == null ? null : notice(row, to),
                row.getString("body"),
                row.getObject("sent_at") != null);
    }

    private static Notice notice(ResultSet row, Recipient to) throws SQLException {
        return new Notice(
                NoticeEvent.valueOf(row.getString("event")),
                List.of(to),
                row.getString("code"),
                row.getBoolean("drill"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("path"));
    }

    private static String stored(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    private static Recipient recipient(String kind, String key) {
        return kind.equals(OFFICE) ? new Office(key) : new Person(key);
    }

    private static String kind(Recipient recipient) {
        return recipient instanceof Office ? OFFICE : PERSON;
    }

    private static String key(Recipient recipient) {
        if (recipient instanceof Office office) {
            return office.groupId();
        }
        if (recipient instanceof Person person) {
            return person.userId();
        }
        throw new IllegalArgumentException("Stored is who is on duty, not the duty: " + recipient);
    }
}
