package vn.ungcuu.procedure;

import java.util.Collection;
import java.util.Map;

/** The clocks of open tasks, for pages that show them. */
public interface TaskClocks {

    /** By task id; a task that is not watched, such as one in which late work is decided about, is missing. */
    Map<String, WatchedTask> of(Collection<String> taskIds);
}
