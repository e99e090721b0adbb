package vn.ungcuu.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.OrganizationFile.FilterEntry;

/** The lists of Tasklist, ready at a person's first login. */
@Component
class FilterSetup {

    /** Marks our filters, so that one taken out of the file goes and an administrator's stays. */
    private static final String ORIGIN = "origin";

    private static final String OURS = "organization.yaml";

    private final FilterService filters;
    private final TaskService tasks;

    FilterSetup(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /**
     * @return for each filter id, the groups that see it
     */
    Map<String, List<String>> apply(OrganizationFile file) {
        Map<String, Filter> ours = ours();
        Map<String, List<String>> readers = new LinkedHashMap<>();
        for (FilterEntry entry : file.filters()) {
            Filter filter = ours.remove(entry.name());
            if (filter == null) {
                filter = filters.newTaskFilter(entry.name());
            }
            filter.setProperties(properties(entry));
            filter.setQuery(query(entry));
            readers.put(filters.saveFilter(filter).getId(), file.groupsWith(entry.rights()));
        }
        ours.values().forEach(filter -> filters.deleteFilter(filter.getId()));
        return readers;
    }

    private Map<String, Filter> ours() {
        return filters.createTaskFilterQuery().list().stream()
                .filter(filter -> OURS.equals(filter.getProperties().get(ORIGIN)))
                .collect(Collectors.toMap(Filter::getName, filter -> filter, (a, b) -> a, HashMap::new));
    }

    private static Map<String, Object> properties(FilterEntry entry) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(ORIGIN, OURS);
        properties.put("description", entry.description());
        properties.put("priority", entry.priority());
        properties.put("color", entry.color());
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", cardVariables());
        return properties;
    }

    /** What tells one card from the next; its signs say how severe and how urgent it is. */
    private static List<Map<String, String>> cardVariables() {
        List<Map<String, String>> variables = new ArrayList<>();
        variables.add(Map.of("name", "code", "label", "Mã hồ sơ"));
        variables.add(Map.of("name", "title", "label", "Sự cố"));
        variables.add(Map.of("name", "stageName", "label", "Giai đoạn"));
        return variables;
    }

    private TaskQuery query(FilterEntry entry) {
        TaskQuery query = tasks.createTaskQuery().active();
        switch (entry.whose()) {
            case MINE -> query.taskAssigneeExpression("${currentUser()}");
            case MY_OFFICES ->
                query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
            case EVERYBODYS -> {}
        }
        switch (entry.state()) {
            case UNCLAIMED -> query.taskUnassigned();
            case CLAIMED -> query.taskAssigned();
            case ANY -> {}
        }
        switch (entry.due()) {
            case OVERDUE -> query.dueBeforeExpression("${now()}");
            case HELD -> query.followUpAfterExpression("${now()}");
            case TODAY ->
                query.dueAfterExpression("${dateTime().withTimeAtStartOfDay()}")
                        .dueBeforeExpression("${dateTime().plusDays(1).withTimeAtStartOfDay()}");
            case ANY -> {}
        }
        // Most urgent first: the priority rises with every clock that runs out.
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }
}
