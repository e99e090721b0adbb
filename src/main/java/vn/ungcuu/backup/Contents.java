package vn.ungcuu.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How much of what people know by name there is. */
record Contents(long incidents, long timelineEntries, long tasks, long timers, long people) {

    static Contents of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from incident), (select count(*) from timeline_entry),
                               (select count(*) from act_ru_task), (select count(*) from act_ru_job),
                               (select count(*) from act_id_user)""")) {
            row.next();
            return new Contents(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    @Override
    public String toString() {
        return "%d sự cố, %d dòng nhật ký xử lý, %d việc đang mở, %d hẹn giờ, %d người dùng"
                .formatted(incidents, timelineEntries, tasks, timers, people);
    }
}
