package vn.ungcuu.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcDutyRoster implements DutyRoster {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDutyRoster(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> onDuty(String office, Instant at) {
        return jdbc
                .sql("select * from duty_roster where office = ? and starts_at <= ? and ends_at > ?"
                        + " order by starts_at, id")
                .params(office, sql(at), sql(at))
                .query(JdbcDutyRoster::duty)
                .list()
                .stream()
                .map(Duty::person)
                .distinct()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Duty> between(Instant from, Instant to) {
        return jdbc.sql("select * from duty_roster where starts_at < ? and ends_at > ? order by starts_at, id")
                .params(sql(to), sql(from))
                .query(JdbcDutyRoster::duty)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Duty> find(long id) {
        return jdbc.sql("select * from duty_roster where id = ?")
                .param(id)
                .query(JdbcDutyRoster::duty)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from duty_roster").query(Long.class).single() == 0;
    }

    @Override
    public void add(String office, String person, Instant from, Instant to, String enteredBy) {
        Instant now = clock.instant();
        if (!to.isAfter(from)) {
            throw new DutyRefused("Ca trực phải kết thúc sau khi bắt đầu. Hãy sửa lại ngày giờ.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new DutyRefused("Một ca trực dài nhất là %d ngày. Hãy sửa lại ngày giờ hoặc tách thành nhiều ca."
                    .formatted(LONGEST.toDays()));
        }
        if (!to.isAfter(now)) {
            throw new DutyRefused("Ca trực này đã kết thúc trong quá khứ. Hãy sửa lại ngày giờ.");
        }
        long same = jdbc.sql("select count(*) from duty_roster where office = ? and person = ?"
                        + " and starts_at = ? and ends_at = ?")
                .params(office, person, sql(from), sql(to))
                .query(Long.class)
                .single();
        if (same == 0) {
            jdbc.sql("insert into duty_roster (office, person, starts_at, ends_at, entered_by, entered_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(office, person, sql(from), sql(to), enteredBy, sql(now))
                    .update();
        }
    }

    @Override
    public void remove(long id) {
        OffsetDateTime now = sql(clock.instant());
        int changed = jdbc.sql("delete from duty_roster where id = ? and starts_at >= ?")
                .params(id, now)
                .update();
        if (changed == 0) {
            changed = jdbc.sql("update duty_roster set ends_at = ? where id = ? and starts_at < ? and ends_at > ?")
                    .params(now, id, now, now)
                    .update();
        }
        if (changed == 0) {
            throw new DutyRefused("Ca trực này đã kết thúc hoặc đã được xóa trước đó. Hãy xem lại lịch trực.");
        }
    }

    private static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getLong("id"),
                row.getString("office"),
                row.getString("person"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("entered_by"),
                instant(row, "entered_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
