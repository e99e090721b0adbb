package vn.ungcuu.notification;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people want to be told, and what they have seen. */
@Component
class ToldPeople {

    private final JdbcClient jdbc;

    ToldPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Wishes wishesOf(String userId) {
        return wishesOf(Set.of(userId)).getOrDefault(userId, Wishes.NONE);
    }

    /** By user id; who never said anything is missing. */
    Map<String, Wishes> wishesOf(Collection<String> userIds) {
        Map<String, Wishes> wishes = new HashMap<>();
        if (!userIds.isEmpty()) {
            jdbc.sql("select id, muted, phone from told_person where id in (:ids)")
                    .param("ids", userIds)
                    .query(row -> {
                        wishes.put(row.getString("id"), wishes(row));
                    });
        }
        return wishes;
    }

    void wish(String userId, Wishes wishes) {
        ensureKnown(userId);
        jdbc.sql("update told_person set muted = ?, phone = ? where id = ?")
                .params(
                        wishes.muted().stream().sorted().map(NoticeEvent::name).collect(joining(",")),
                        wishes.phone(),
                        userId)
                .update();
    }

    Optional<Instant> seenUntil(String userId) {
        return jdbc.sql("select seen_at from told_person where id = ? and seen_at is not null")
                .param(userId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void seen(String userId, Instant until) {
        ensureKnown(userId);
        jdbc.sql("update told_person set seen_at = ? where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), userId)
                .update();
    }

    /** Outside a transaction: two windows opened at once both come here, and one of them finds it done. */
    private void ensureKnown(String userId) {
        boolean known = jdbc.sql("select count(*) from told_person where id = ?")
                        .param(userId)
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            try {
                jdbc.sql("insert into told_person (id, muted) values (?, '')")
                        .param(userId)
                        .update();
            } catch (DuplicateKeyException done) {
                // by the other window
            }
        }
    }

    private static Wishes wishes(ResultSet row) throws SQLException {
        return new Wishes(
                Arrays.stream(row.getString("muted").split(","))
                        .filter(name -> !name.isEmpty())
                        .map(NoticeEvent::valueOf)
                        .collect(toCollection(() -> EnumSet.noneOf(NoticeEvent.class))),
                row.getString("phone"));
    }
}
