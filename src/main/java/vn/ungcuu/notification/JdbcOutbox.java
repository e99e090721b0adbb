package vn.ungcuu.notification;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;

    JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public State state() {
        return jdbc.sql("select count(*) as waiting, min(created_at) as oldest from outgoing_message"
                        + " where sent_at is null")
                .query((row, number) -> new State(
                        row.getLong("waiting"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }
}
