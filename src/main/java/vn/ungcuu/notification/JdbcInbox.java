package vn.ungcuu.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcInbox implements Inbox {

    private static final String MINE = """
            at >= :since and ((recipient_kind = 'person' and recipient = :me)
              or (recipient_kind = 'office' and recipient in (:offices)))""";

    private final JdbcClient jdbc;
    private final ToldPeople people;
    private final Clock clock;

    JdbcInbox(JdbcClient jdbc, ToldPeople people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<ReceivedNotice> of(String userId, Collection<String> officeIds, int limit) {
        Instant seen = people.seenUntil(userId).orElse(Instant.EPOCH);
        // A notice to two of my offices, or to my office and to me, has a row for each and is shown once.
        Map<String, ReceivedNotice> byId = new LinkedHashMap<>();
        jdbc.sql("select id, at, event, code, drill, subject, text, path from notice where id in ("
                        + "select id from notice where " + MINE + " group by id, at order by at desc, id limit :limit)"
                        + " and " + MINE + " order by at desc, id")
                .param("since", clock.instant().minus(Duration.ofDays(DAYS)).atOffset(ZoneOffset.UTC))
                .param("me", userId)
                // IN needs at least one value; no office has an empty id.
                .param("offices", officeIds.isEmpty() ? Set.of("") : officeIds)
                .param("limit", limit)
                .query(row -> {
                    byId.put(row.getString("id"), notice(row, seen));
                });
        return List.copyOf(byId.values());
    }

    @Override
    public void seen(String userId, List<ReceivedNotice> notices) {
        notices.stream()
                .filter(ReceivedNotice::fresh)
                .map(ReceivedNotice::at)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> people.seen(userId, newest));
    }

    @Override
    public Wishes wishesOf(String userId) {
        return people.wishesOf(userId);
    }

    @Override
    public void wish(String userId, Wishes wishes) {
        people.wish(userId, wishes);
    }

    private static ReceivedNotice notice(ResultSet row, Instant seen) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new ReceivedNotice(
                at,
                NoticeEvent.valueOf(row.getString("event")),
                row.getString("code"),
                row.getBoolean("drill"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("path"),
                at.isAfter(seen));
    }
}
