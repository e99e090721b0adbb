package vn.ungcuu.procedure.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.TaskOffices;

/** The engine's own service answers for one task at a time, which a list would have to ask as often as it has lines. */
@Component
class CandidateGroups implements TaskOffices {

    private final JdbcClient jdbc;

    CandidateGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Set<String>> of(Collection<String> taskIds) {
        Map<String, Set<String>> groups = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK"
                            + " where TASK_ID_ in (:tasks) and TYPE_ = 'candidate' and GROUP_ID_ is not null")
                    .param("tasks", taskIds)
                    .query((result, number) -> groups.computeIfAbsent(result.getString(1), task -> new HashSet<>())
                            .add(result.getString(2)))
                    .list();
        }
        return groups;
    }
}
