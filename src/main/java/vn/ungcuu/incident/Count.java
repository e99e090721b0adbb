package vn.ungcuu.incident;

import java.util.Collections;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * How many incidents have these values, in the order in which the dimensions were asked for. A value is null where an incident
 * has none.
 */
public record Count(List<String> values, long count) {

    public Count {
        values = Collections.unmodifiableList(values);
    }

    public @Nullable String value() {
        return values.get(0);
    }
}
