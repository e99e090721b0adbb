package vn.ungcuu.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which incidents a viewer may know of, as SQL: said once, for every query that lists or counts. */
public final class Visibility {

    private static final String CONDITION = """
            ((:seesAll and not i.restricted)
              or exists (select 1 from incident_office o where o.incident_code = i.code and o.office in (:offices)))""";

    private Visibility() {}

    /** A condition on a row {@code i} of the table {@code incident}; it needs the {@link #parameters}. */
    public static String condition() {
        return CONDITION;
    }

    /** The named parameters of the condition: {@code seesAll} and {@code offices}. */
    public static Map<String, Object> parameters(Viewer viewer) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("seesAll", viewer.seesAll());
        // IN needs at least one value; no office has an empty id.
        parameters.put("offices", viewer.offices().isEmpty() ? Set.of("") : viewer.offices());
        return parameters;
    }
}
