package vn.ungcuu.incident;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOpenIncidents implements OpenIncidents {

    private final JdbcClient jdbc;

    JdbcOpenIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenCount> count() {
        return jdbc.sql("select stage, severity, drill, count(*) as number from incident where status = 'open'"
                        + " group by stage, severity, drill")
                .query((row, number) -> new OpenCount(
                        row.getString("stage"),
                        row.getString("severity"),
                        row.getBoolean("drill"),
                        row.getLong("number")))
                .list();
    }
}
