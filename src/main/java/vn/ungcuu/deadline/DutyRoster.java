package vn.ungcuu.deadline;

import java.time.Instant;
import java.util.List;

/** Who is on duty. */
public interface DutyRoster {

    /** User ids of whoever is on duty for this office at that moment; empty when nobody is. */
    List<String> onDuty(String office, Instant at);
}
