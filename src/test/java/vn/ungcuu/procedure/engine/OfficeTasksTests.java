package vn.ungcuu.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is asked for, an office finds its own tasks and no others; and finds them without a row of rights for each. */
@SpringBootTest
class OfficeTasksTests {

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcTemplate jdbc;

    private final List<String> made = new ArrayList<>();
    private String health;
    private String school;
    private String taken;

    @BeforeEach
    void tasksOfTwoUnits() {
        health = task("unitHealthStation", null);
        taken = task("unitHealthStation", "donvi");
        school = task("unitPrimarySchool", "donvi2");
    }

    @AfterEach
    void clean() {
        identity.clearAuthentication();
        tasks.deleteTasks(made, true);
    }

    @Test
    void anOfficeFindsItsOwnTasksTakenOrNot() {
        asHealthStation();
        assertThat(found(tasks.createTaskQuery())).containsExactlyInAnyOrder(health, taken);
    }

    @Test
    void nothingThatIsAskedForWidensIt() {
        asHealthStation();
        assertNothing(query -> query.taskId(school));
        assertNothing(query -> query.taskIdIn(school));
        assertNothing(query -> query.taskAssignee("donvi2"));
        assertNothing(query -> query.taskInvolvedUser("donvi2"));
        assertNothing(query -> query.taskCandidateUser("donvi2").includeAssignedTasks());
        assertNothing(query -> query.taskCandidateGroup("unitPrimarySchool").includeAssignedTasks());
        assertNothing(query -> query.taskCandidateGroupLike("unitP%").includeAssignedTasks());
        assertNothing(query ->
                query.taskCandidateGroupIn(List.of("unitPrimarySchool")).includeAssignedTasks());
        TaskQuery either = tasks.createTaskQuery()
                .or()
                .taskId(school)
                .taskAssignee("donvi2")
                .taskCandidateGroupLike("%")
                .includeAssignedTasks()
                .endOr();
        assertThat(found(either)).doesNotContain(school);
    }

    @Test
    void whoeverTookATaskOfAnotherOfficeDoesNotSeeItForThat() {
        identity.setAuthentication("donvi2", List.of("unitHealthStation"));
        assertThat(found(tasks.createTaskQuery())).containsExactlyInAnyOrder(health, taken);
    }

    @Test
    void somebodyOfNoOfficeFindsNothing() {
        identity.setAuthentication("nobody", List.of());
        assertThat(found(tasks.createTaskQuery())).isEmpty();
        identity.setAuthentication("nobody", null);
        assertThat(found(tasks.createTaskQuery())).isEmpty();
    }

    @Test
    void theCoordinatorFindsAll() {
        identity.setAuthentication("dieuphoi", List.of("coordinators"));
        assertThat(found(tasks.createTaskQuery())).contains(health, taken, school);
    }

    @Test
    void theSameQueryServesTheNextPerson() {
        TaskQuery query = tasks.createTaskQuery();
        asHealthStation();
        assertThat(found(query)).containsExactlyInAnyOrder(health, taken);
        identity.setAuthentication("donvi2", List.of("unitPrimarySchool"));
        assertThat(found(query)).containsExactly(school);
    }

    @Test
    void aFilterIsNotStoredWithTheRestrictionOfWhoeverUsedIt() {
        Filter filter = filters.saveFilter(filters.newTaskFilter("all").setQuery(tasks.createTaskQuery()));
        try {
            String before = stored(filter);
            permit(filter);
            asHealthStation();
            filters.list(filter.getId());
            filters.count(filter.getId());
            assertThat(stored(filter)).isEqualTo(before);
        } finally {
            identity.clearAuthentication();
            filters.deleteFilter(filter.getId());
        }
    }

    private void assertNothing(Consumer<TaskQuery> asked) {
        TaskQuery query = tasks.createTaskQuery();
        asked.accept(query);
        assertThat(found(query)).isEmpty();
    }

    private List<String> found(TaskQuery query) {
        List<String> ids = query.list().stream().map(Task::getId).toList();
        assertThat(query.count()).isEqualTo(ids.size());
        return ids.stream().filter(made::contains).toList();
    }

    private String stored(Filter filter) {
        return jdbc.queryForObject("select QUERY_ from ACT_RU_FILTER where ID_ = ?", String.class, filter.getId());
    }

    private void permit(Filter filter) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId("unitHealthStation");
        right.setResource(Resources.FILTER);
        right.setResourceId(filter.getId());
        right.addPermission(Permissions.READ);
        authorizations.saveAuthorization(right);
    }

    private void asHealthStation() {
        identity.setAuthentication("donvi", List.of("unitHealthStation"));
    }

    private String task(String group, String assignee) {
        Task task = tasks.newTask();
        task.setName("Việc thử");
        task.setAssignee(assignee);
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), group);
        made.add(task.getId());
        return task.getId();
    }
}
