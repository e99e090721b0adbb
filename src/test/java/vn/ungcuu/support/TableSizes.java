package vn.ungcuu.support;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows every table holds, the engine's and ours; who compares two of them knows whether anything was left behind. */
public final class TableSizes {

    private TableSizes() {}

    public static Map<String, Long> of(JdbcClient jdbc) {
        String counts = jdbc
                .sql("select table_name from information_schema.tables where upper(table_schema) = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                // Not the counts of what the engine did, which it writes from time to time by itself, nor who is logged
                // in.
                .filter(table -> !table.contains("meter_log")
                        && !table.startsWith("flyway")
                        && !table.startsWith("spring_session"))
                .map(table -> "select '" + table + "' as name, count(*) as held from " + table)
                .collect(Collectors.joining(" union all "));
        Map<String, Long> rows = new TreeMap<>();
        // The last numbers given lie in a column.
        jdbc.sql(counts + " union all select 'numbers given', sum(last_number) from incident_number")
                .query((result, number) -> rows.put(result.getString("name"), result.getLong("held")))
                .list();
        return rows;
    }
}
