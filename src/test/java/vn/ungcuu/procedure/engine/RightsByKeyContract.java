package vn.ungcuu.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever asks, and whatever is asked: what is found is what the engine's own check lets be found, no more and no less. */
abstract class RightsByKeyContract {

    private static final String PROCESS = "office-tasks-in-test";
    private static final String HEALTH = "unitHealthStation";
    private static final String SCHOOL = "unitPrimarySchool";

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    private final List<String> standalone = new ArrayList<>();
    private final List<String> rights = new ArrayList<>();
    private String deployment;
    private String instance;
    private String health;
    private String taken;
    private String school;
    private String shared;
    private String takenElsewhere;

    private record Person(String userId, List<String> groupIds) {}

    @BeforeEach
    void tasksOfTwoUnits() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .parallelGateway("split")
                                .userTask("office-work")
                                .name("Thử ở văn phòng")
                                .camundaCandidateGroups("office")
                                .endEvent()
                                .moveToNode("split")
                                .userTask("health-work")
                                .name("Thử ở trạm y tế")
                                .camundaCandidateGroups(HEALTH)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey(PROCESS, "thu-1", Map.of("secret", "x"))
                .getId();
        health = task("một", null, null, HEALTH);
        taken = task("hai", "donvi", null, HEALTH);
        school = task("ba", "donvi2", null, SCHOOL);
        shared = task("bốn", null, null, HEALTH, SCHOOL);
        takenElsewhere = task("năm", "donvi", null, SCHOOL);
        tasks.setOwner(task("sáu", null, null, "police"), "donvi");
        tasks.addCandidateUser(task("bảy", null, null, "police"), "donvi");
        task("tám", "donvi", null);
        task("chín", null, health);
        task("mười", null, school, HEALTH);
        tasks.setVariableLocal(school, "local", "x");
        tasks.setVariableLocal(health, "local", "x");
        grant("inspector", Resources.PROCESS_DEFINITION, PROCESS, ProcessDefinitionPermissions.READ_TASK);
        grant("helper", Resources.TASK, school, Permissions.READ);
        grant("worker", Resources.TASK, school, Permissions.TASK_WORK);
        grant("guard", Resources.PROCESS_DEFINITION, PROCESS, ProcessDefinitionPermissions.READ);
        grant("watcher", Resources.TASK, Authorization.ANY, Permissions.READ);
        grant("reader", Resources.PROCESS_DEFINITION, PROCESS, ProcessDefinitionPermissions.READ_INSTANCE);
        grant("follower", Resources.PROCESS_INSTANCE, instance, Permissions.READ);
        rights.add(right(Authorization.AUTH_TYPE_REVOKE, "barred", Resources.TASK, health, Permissions.READ));
        rights.add(right(
                Authorization.AUTH_TYPE_GLOBAL,
                Authorization.ANY,
                Resources.TASK,
                task("mười một", null, null, "police"),
                Permissions.READ));
    }

    @AfterEach
    void clean() {
        identity.clearAuthentication();
        rights.forEach(authorizations::deleteAuthorization);
        tasks.deleteTasks(standalone, true);
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void whoeverAsksFindsWhatTheEnginesOwnCheckLetsHimFind() {
        CommandExecutor commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        TaskManager engines = new TaskManager();
        for (Person person : persons()) {
            for (var question : questions().entrySet()) {
                String what = person + ": " + question.getKey();
                identity.setAuthentication(person.userId(), person.groupIds());
                TaskQueryImpl query = (TaskQueryImpl) question.getValue().apply(ofTheTest());
                // First ours: the query makes itself ready.
                List<String> found = ids(query.list());
                List<String> expected = ids(commands.execute(context -> engines.findTasksByQueryCriteria(query)));
                assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(query.count()).as(what).isEqualTo(expected.size());
                assertThat(query.listPage(0, 2).size()).as(what).isEqualTo(Math.min(2, expected.size()));
            }
        }
    }

    @Test
    void whoeverAsksFindsTheVariablesTheEnginesOwnCheckLetsHimFind() {
        CommandExecutor commands = commands();
        VariableInstanceManager engines = new VariableInstanceManager();
        List<UnaryOperator<VariableInstanceQuery>> questions = List.of(
                query -> query,
                query -> query.variableName("secret"),
                query -> query.variableNameIn("secret", "local"),
                query -> query.variableValueEquals("local", "x"),
                query -> query.processInstanceIdIn(instance),
                query -> query.taskIdIn(school, health),
                query -> query.orderByVariableName().asc());
        for (Person person : persons()) {
            for (int number = 0; number < questions.size(); number++) {
                String what = person + ": " + number;
                identity.setAuthentication(person.userId(), person.groupIds());
                VariableInstanceQueryImpl query = (VariableInstanceQueryImpl) questions
                        .get(number)
                        .apply(runtime.createVariableInstanceQuery().variableScopeIdIn(scopes()));
                List<String> found = variableIds(query.list());
                List<String> expected = variableIds(
                        commands.execute(context -> engines.findVariableInstanceByQueryCriteria(query, null)));
                assertThat(found).as(what).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(query.count()).as(what).isEqualTo(expected.size());
            }
        }
    }

    private List<Person> persons() {
        return List.of(
                new Person("donvi", List.of(HEALTH)),
                new Person("donvi2", List.of(SCHOOL)),
                new Person("donvi2", List.of(HEALTH)),
                new Person("both", List.of(HEALTH, SCHOOL, "unheardOf")),
                new Person("donvi", List.of()),
                new Person("donvi", null),
                new Person("vanphong", List.of("office")),
                new Person("lanhdao", List.of("leadership")),
                new Person("dieuphoi", List.of("coordinators")),
                new Person("phantich", List.of("analysts")),
                new Person("admin", List.of("camunda-admin")),
                new Person("inspector", List.of()),
                new Person("inspector", List.of(HEALTH)),
                new Person("helper", List.of(HEALTH)),
                new Person("worker", List.of()),
                new Person("guard", List.of()),
                new Person("watcher", List.of()),
                new Person("reader", List.of()),
                new Person("follower", List.of(SCHOOL)),
                new Person("barred", List.of(HEALTH)));
    }

    private Map<String, UnaryOperator<TaskQuery>> questions() {
        Map<String, UnaryOperator<TaskQuery>> questions = new LinkedHashMap<>();
        questions.put("everything", query -> query);
        questions.put("one", query -> query.taskId(school));
        questions.put("some", query -> query.taskIdIn(school, health, taken));
        questions.put("whose", query -> query.taskAssignee("donvi2"));
        questions.put("whose else", query -> query.taskAssigneeLike("don%"));
        questions.put("owner", query -> query.taskOwner("donvi"));
        questions.put("unassigned", TaskQuery::taskUnassigned);
        questions.put("involved", query -> query.taskInvolvedUser("donvi"));
        questions.put("candidate", query -> query.taskCandidateUser("donvi2"));
        questions.put(
                "candidate or taken", query -> query.taskCandidateUser("donvi2").includeAssignedTasks());
        questions.put("another's", query -> query.taskCandidateGroup(SCHOOL).includeAssignedTasks());
        questions.put("my own", query -> query.taskCandidateGroup(HEALTH));
        questions.put(
                "both",
                query -> query.taskCandidateGroupIn(List.of(HEALTH, SCHOOL)).includeAssignedTasks());
        questions.put("like", query -> query.taskCandidateGroupLike("unit%").includeAssignedTasks());
        questions.put("with groups", query -> query.withCandidateGroups().includeAssignedTasks());
        questions.put("without groups", query -> query.withoutCandidateGroups().includeAssignedTasks());
        questions.put("with users", query -> query.withCandidateUsers().includeAssignedTasks());
        questions.put("without users", query -> query.withoutCandidateUsers().includeAssignedTasks());
        questions.put("children", query -> query.taskParentTaskId(school));
        questions.put("no children", TaskQuery::excludeSubtasks);
        questions.put("instance", query -> query.processInstanceId(instance));
        questions.put("key", query -> query.processInstanceBusinessKey("thu-1"));
        questions.put("definition", query -> query.processDefinitionKey(PROCESS));
        questions.put("variable", query -> query.processVariableValueEquals("secret", "x"));
        questions.put("local", query -> query.taskVariableValueEquals("local", "x"));
        questions.put(
                "or",
                query -> query.or()
                        .taskId(school)
                        .taskAssignee("donvi2")
                        .taskCandidateGroupLike("%")
                        .includeAssignedTasks()
                        .endOr());
        questions.put(
                "or beside and",
                query -> query.taskCandidateGroup(HEALTH)
                        .includeAssignedTasks()
                        .or()
                        .taskUnassigned()
                        .taskCandidateGroup(SCHOOL)
                        .endOr());
        questions.put(
                "two ors",
                query -> query.or()
                        .taskAssignee("donvi")
                        .taskNameLike("Thử%")
                        .endOr()
                        .or()
                        .processDefinitionKey(PROCESS)
                        .taskOwner("donvi")
                        .endOr());
        questions.put(
                "or without",
                query -> query.withoutCandidateGroups()
                        .includeAssignedTasks()
                        .or()
                        .taskInvolvedUser("donvi2")
                        .taskAssigned()
                        .endOr());
        questions.put(
                "sorted",
                query -> query.orderByTaskNameCaseInsensitive()
                        .desc()
                        .orderByDueDate()
                        .asc());
        questions.put(
                "sorted by a variable",
                query ->
                        query.orderByProcessVariable("secret", ValueType.STRING).asc());
        return questions;
    }

    @Test
    void anOfficeFindsItsOwnTasksTakenOrNot() {
        identity.setAuthentication("donvi", List.of(HEALTH));
        assertThat(ids(ofTheTest().list())).contains(health, taken, shared).doesNotContain(school, takenElsewhere);
    }

    @Test
    void theSameQueryServesTheNextPerson() {
        TaskQuery query = tasks.createTaskQuery().taskIdIn(health, school);
        identity.setAuthentication("donvi", List.of(HEALTH));
        assertThat(ids(query.list())).containsExactly(health);
        identity.setAuthentication("donvi2", List.of(SCHOOL));
        assertThat(ids(query.list())).containsExactly(school);
        identity.setAuthentication("nobody", List.of());
        assertThat(query.count()).isZero();
        identity.setAuthentication("dieuphoi", List.of("coordinators"));
        assertThat(query.count()).isEqualTo(2);
        identity.setAuthentication("donvi", List.of(HEALTH));
        assertThat(ids(query.list())).containsExactly(health);
    }

    @Test
    void aStoredFilterShowsEveryoneTheirOwnAndStaysAsItIs() {
        Filter filter = filters.saveFilter(filters.newTaskFilter("all").setQuery(ofTheTest()));
        try {
            String before = stored(filter);
            right(
                    Authorization.AUTH_TYPE_GLOBAL,
                    Authorization.ANY,
                    Resources.FILTER,
                    filter.getId(),
                    Permissions.READ);
            for (Person person : persons()) {
                identity.setAuthentication(person.userId(), person.groupIds());
                long number = ofTheTest().count();
                assertThat(filters.list(filter.getId())).as(person.toString()).hasSize((int) number);
                assertThat(filters.count(filter.getId())).as(person.toString()).isEqualTo(number);
                assertThat(filters.count(filter.getId(), tasks.createTaskQuery().taskCandidateGroup(SCHOOL)))
                        .as(person.toString())
                        .isEqualTo(ofTheTest().taskCandidateGroup(SCHOOL).count());
            }
            assertThat(stored(filter)).isEqualTo(before);
        } finally {
            identity.clearAuthentication();
            filters.deleteFilter(filter.getId());
        }
    }

    /** Nothing else would notice if they were not: the engine's own find the same, only slowly. */
    @Test
    void whatLooksUpByKeyIsSwitchedOn() {
        commands().execute(context -> {
            assertThat(context.getTaskManager()).isInstanceOf(OfficeTasks.class);
            assertThat(context.getVariableInstanceManager()).isInstanceOf(OfficeVariables.class);
            assertThat(context.getAuthorizationManager()).isInstanceOf(RightsByKey.class);
            return null;
        });
    }

    private CommandExecutor commands() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }

    /** Other tests may have left thousands in the database. */
    private TaskQuery ofTheTest() {
        return tasks.createTaskQuery().taskNameLike("Thử%");
    }

    private String[] scopes() {
        List<String> scopes = new ArrayList<>(standalone);
        scopes.add(instance);
        return scopes.toArray(String[]::new);
    }

    private static List<String> variableIds(List<VariableInstance> found) {
        return found.stream().map(VariableInstance::getId).toList();
    }

    private static List<String> ids(List<Task> found) {
        return found.stream().map(Task::getId).toList();
    }

    private String stored(Filter filter) {
        return jdbc.queryForObject("select QUERY_ from ACT_RU_FILTER where ID_ = ?", String.class, filter.getId());
    }

    private void grant(String userId, Resource resource, String id, Permission permission) {
        rights.add(right(Authorization.AUTH_TYPE_GRANT, userId, resource, id, permission));
    }

    private String right(int type, String userId, Resource resource, String id, Permission permission) {
        Authorization right = authorizations.createNewAuthorization(type);
        right.setUserId(userId);
        right.setResource(resource);
        right.setResourceId(id);
        if (type == Authorization.AUTH_TYPE_REVOKE) {
            right.removePermission(permission);
        } else {
            right.addPermission(permission);
        }
        return authorizations.saveAuthorization(right).getId();
    }

    private String task(String name, String assignee, String parent, String... groups) {
        Task task = tasks.newTask();
        task.setName("Thử " + name);
        task.setAssignee(assignee);
        task.setParentTaskId(parent);
        tasks.saveTask(task);
        for (String group : groups) {
            tasks.addCandidateGroup(task.getId(), group);
        }
        if (parent == null) {
            standalone.add(task.getId());
        }
        return task.getId();
    }
}
