package vn.ungcuu.incident;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

@Component
class JdbcFigures implements Figures {

    /** Between the middle two where their number is even. */
    private static final String MEDIAN = "percentile_cont(0.5)";

    /** A time some incident took: nine in ten took no longer. */
    private static final String NINE_IN_TEN = "percentile_disc(0.9)";

    private final JdbcClient jdbc;

    JdbcFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count(Selection which, Viewer viewer) {
        return jdbc.sql("select count(*) from incident i where " + which.where())
                .params(which.parameters(viewer))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Count> count(Selection which, Viewer viewer, Dimension... by) {
        String columns = Arrays.stream(by).map(Dimension::expression).collect(joining(", "));
        String joins = Arrays.stream(by).map(Dimension::join).collect(joining());
        return jdbc.sql("select count(*), " + columns + " from incident i" + joins + " where " + which.where()
                        + " group by " + columns)
                .params(which.parameters(viewer))
                .query((result, number) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 0; column < by.length; column++) {
                        values.add(result.getString(column + 2));
                    }
                    return new Count(values, result.getLong(1));
                })
                .list();
    }

    @Override
    public List<HandlingTime> times(Selection which, Viewer viewer) {
        String seconds =
                Arrays.stream(Milestone.values()).map(JdbcFigures::seconds).collect(joining(", "));
        String sums =
                Arrays.stream(Milestone.values()).map(JdbcFigures::aggregates).collect(joining(", "));
        return jdbc.sql("select " + sums + " from (select " + seconds + " from incident i where " + which.where()
                        + ") taken")
                .params(which.parameters(viewer))
                .query((result, number) -> times(result))
                .single();
    }

    private static String seconds(Milestone milestone) {
        return "case when " + milestone.condition() + " then greatest(0, cast(extract(epoch from i."
                + milestone.column() + ") - extract(epoch from i.reported_at) as double precision)) end as "
                + name(milestone);
    }

    private static String aggregates(Milestone milestone) {
        String name = name(milestone);
        return "count(%1$s), avg(%1$s), %2$s, %3$s"
                .formatted(name, percentile(MEDIAN, name), percentile(NINE_IN_TEN, name));
    }

    private static String percentile(String which, String name) {
        return which + " within group (order by " + name + ") filter (where " + name + " is not null)";
    }

    private static String name(Milestone milestone) {
        return "to_" + milestone.id();
    }

    private static List<HandlingTime> times(ResultSet result) throws SQLException {
        List<HandlingTime> times = new ArrayList<>();
        int column = 1;
        for (Milestone milestone : Milestone.values()) {
            times.add(new HandlingTime(
                    milestone,
                    result.getLong(column),
                    duration(result, column + 1),
                    duration(result, column + 2),
                    duration(result, column + 3)));
            column += 4;
        }
        return times;
    }

    private static @Nullable Duration duration(ResultSet result, int column) throws SQLException {
        double seconds = result.getDouble(column);
        return result.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
