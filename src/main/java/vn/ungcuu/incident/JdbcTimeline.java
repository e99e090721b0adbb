package vn.ungcuu.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows INSERT and SELECT only; that is what makes the timeline append-only. */
@Component
class JdbcTimeline implements Timeline {

    private static final String OF_INCIDENT = """
            select incident_code, sequence, at, kind, actor, actor_name, office, what, details
            from timeline_entry where incident_code = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcTimeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public TimelineEntry append(NewEntry entry) {
        // The UPDATE is the lock: the next writer of this incident waits here and then counts on from our number.
        int counted = jdbc.sql("update incident set timeline_length = timeline_length + 1 where code = ?")
                .param(entry.code())
                .update();
        if (counted != 1) {
            throw new NoSuchElementException("There is no incident " + entry.code());
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String details = Facts.write(entry.details());
        KeyHolder number = new GeneratedKeyHolder();
        // The number is read where it is written and handed back: one question less for every entry.
        jdbc.sql("""
            insert into timeline_entry (incident_code, sequence, at, kind, actor, actor_name, office, what, details)
            values (:code, (select timeline_length from incident where code = :code),
                    :at, :kind, :actor, :actorName, :office, :what, :details)""")
                .param("code", entry.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", entry.kind().id())
                .param("actor", entry.actor())
                .param("actorName", entry.actorName())
                .param("office", entry.office())
                .param("what", entry.what())
                .param("details", details)
                .update(number, "sequence");
        return new TimelineEntry(
                entry.code(),
                Objects.requireNonNull(number.getKey()).intValue(),
                at,
                entry.kind(),
                entry.actor(),
                entry.actorName(),
                entry.office(),
                entry.what(),
                Facts.read(details));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<TimelineEntry> of(String code) {
        return jdbc.sql(OF_INCIDENT + "order by sequence")
                .param(code)
                .query(JdbcTimeline::entry)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<TimelineEntry> newest(String code, int count) {
        return jdbc.sql(OF_INCIDENT + "order by sequence desc limit ?")
                .params(code, count)
                .query(JdbcTimeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet result, int number) throws SQLException {
        return new TimelineEntry(
                result.getString("incident_code"),
                result.getInt("sequence"),
                result.getObject("at", OffsetDateTime.class).toInstant(),
                EntryKind.of(result.getString("kind")),
                result.getString("actor"),
                result.getString("actor_name"),
                result.getString("office"),
                result.getString("what"),
                Facts.read(result.getString("details")));
    }
}
