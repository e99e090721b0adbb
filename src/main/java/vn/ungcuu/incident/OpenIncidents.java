package vn.ungcuu.incident;

import java.util.List;
import org.springframework.lang.Nullable;

/** Numbers for whoever runs the software, who may see no incident: restricted ones are counted too, nothing names one. */
public interface OpenIncidents {

    /** All open incidents, each in one count; one statement, however many there are. */
    List<OpenCount> count();

    /**
     * @param stage the one last entered
     * @param severity null until classified
     */
    record OpenCount(@Nullable String stage, @Nullable String severity, boolean drill, long count) {}
}
