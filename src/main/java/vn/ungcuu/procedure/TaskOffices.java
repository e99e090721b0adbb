package vn.ungcuu.procedure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Which offices open tasks were given to. */
public interface TaskOffices {

    /** Group ids by task id, in one question however many tasks; a task given to no group is missing. */
    Map<String, Set<String>> of(Collection<String> taskIds);
}
