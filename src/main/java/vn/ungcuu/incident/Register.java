package vn.ungcuu.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds incidents. Every query carries its viewer: what he may not see is neither listed nor counted. */
@Component
class Register {

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes and how many there are on all pages. */
    record Found(List<String> codes, long total, long drills) {}

    Found find(RegisterFilter filter, Viewer viewer) {
        Map<String, Object> params = filter.which().parameters(viewer);
        String where = " from incident i where " + filter.which().where();
        Found counted = jdbc.sql("select count(*), count(*) filter (where i.drill)" + where)
                .params(params)
                .query((result, number) -> new Found(List.of(), result.getLong(1), result.getLong(2)))
                .single();
        params.put("size", filter.size());
        params.put("offset", (long) filter.page() * filter.size());
        List<String> codes = jdbc.sql("select i.code" + where
                        + " order by i.reported_at desc, i.code desc limit :size offset :offset")
                .params(params)
                .query(String.class)
                .list();
        return new Found(codes, counted.total(), counted.drills());
    }

    boolean isVisible(String code, Viewer viewer) {
        Map<String, Object> params = Visibility.parameters(viewer);
        params.put("code", code);
        return jdbc.sql("select count(*) from incident i where i.code = :code and " + Visibility.condition())
                        .params(params)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those of the codes that the viewer may know of. */
    List<String> visible(Collection<String> codes, Viewer viewer) {
        Map<String, Object> params = Visibility.parameters(viewer);
        params.put("codes", codes);
        return jdbc.sql("select i.code from incident i where i.code in (:codes) and " + Visibility.condition())
                .params(params)
                .query(String.class)
                .list();
    }

    List<Integer> years(Viewer viewer) {
        return jdbc
                .sql("select distinct substring(i.code, 4, 4) as report_year from incident i where "
                        + Visibility.condition() + " order by report_year desc")
                .params(Visibility.parameters(viewer))
                .query(String.class)
                .list()
                .stream()
                .map(Integer::valueOf)
                .toList();
    }
}
