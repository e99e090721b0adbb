package vn.ungcuu.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds incidents. Every query carries its viewer: what he may not see is neither listed nor counted. */
@Component
class Register {

    private static final String VISIBLE = """
            ((:seesAll and not i.restricted)
              or exists (select 1 from incident_office o where o.incident_code = i.code and o.office in (:offices)))""";

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes and how many there are on all pages. */
    record Found(List<String> codes, long total) {}

    Found find(RegisterFilter filter, Viewer viewer) {
        Map<String, Object> params = visibility(viewer);
        String where = " from incident i where " + VISIBLE + conditions(filter, params);
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", filter.size());
        params.put("offset", (long) filter.page() * filter.size());
        List<String> codes = jdbc.sql("select i.code" + where
                        + " order by i.reported_at desc, i.code desc limit :size offset :offset")
                .params(params)
                .query(String.class)
                .list();
        return new Found(codes, total);
    }

    boolean isVisible(String code, Viewer viewer) {
        Map<String, Object> params = visibility(viewer);
        params.put("code", code);
        return jdbc.sql("select count(*) from incident i where i.code = :code and " + VISIBLE)
                        .params(params)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those of the codes that the viewer may know of. */
    List<String> visible(Collection<String> codes, Viewer viewer) {
        Map<String, Object> params = visibility(viewer);
        params.put("codes", codes);
        return jdbc.sql("select i.code from incident i where i.code in (:codes) and " + VISIBLE)
                .params(params)
                .query(String.class)
                .list();
    }

    List<Integer> years(Viewer viewer) {
        return jdbc
                .sql("select distinct substring(i.code, 4, 4) as report_year from incident i where " + VISIBLE
                        + " order by report_year desc")
                .params(visibility(viewer))
                .query(String.class)
                .list()
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static String conditions(RegisterFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (filter.open() != null) {
            conditions.add("i.status = :status");
            params.put("status", filter.open() ? IncidentRow.OPEN : IncidentRow.CLOSED);
        }
        if (filter.year() != null) {
            // The code carries the year of the report in Vietnam: no time zone arithmetic in SQL.
            conditions.add("i.code like :year");
            params.put("year", "__-" + filter.year() + "-%");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            IncidentCode.typed(filter.text())
                    .ifPresentOrElse(
                            code -> {
                                conditions.add("i.code = :code");
                                params.put("code", code);
                            },
                            () -> addWords(filter.text(), conditions, params));
        }
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" and ").append(condition));
        return sql.toString();
    }

    private static void addWords(String typed, List<String> conditions, Map<String, Object> params) {
        for (String pattern : SearchText.patterns(typed)) {
            String name = "word" + params.size();
            conditions.add("i.search_text like :" + name + " escape '!'");
            params.put(name, pattern);
        }
    }

    private static Map<String, Object> visibility(Viewer viewer) {
        Map<String, Object> params = new HashMap<>();
        params.put("seesAll", viewer.seesAll());
        // IN needs at least one value; no office has an empty id.
        params.put("offices", viewer.offices().isEmpty() ? Set.of("") : viewer.offices());
        return params;
    }
}
