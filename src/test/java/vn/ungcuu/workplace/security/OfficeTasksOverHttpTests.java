package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

/**
 * One task of the health station, taken by one of its people, and everybody else after it: by every question the engine
 * understands, as a list, a count or a single result, through stored filters, and by every address that begins with its id.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.webapp.auth.cache.time-to-live=500")
class OfficeTasksOverHttpTests {

    private static final String SECRET = "điều chỉ trạm y tế biết";

    /** Each of them finds the task for whoever may see it. */
    private static final List<String> QUESTIONS = List.of(
            "{}",
            "{\"active\":true}",
            "{\"taskId\":\"{task}\"}",
            "{\"taskIdIn\":[\"{task}\"]}",
            "{\"processInstanceId\":\"{instance}\"}",
            "{\"processInstanceIdIn\":[\"{instance}\"]}",
            "{\"processInstanceBusinessKey\":\"{key}\"}",
            "{\"processInstanceBusinessKeyIn\":[\"{key}\"]}",
            "{\"processInstanceBusinessKeyLike\":\"isolation-%\"}",
            "{\"executionId\":\"{execution}\"}",
            "{\"candidateGroup\":\"unitHealthStation\",\"includeAssignedTasks\":true}",
            "{\"candidateGroups\":[\"unitHealthStation\",\"unitPrimarySchool\"],\"includeAssignedTasks\":true}",
            "{\"candidateGroupLike\":\"unitH%\",\"includeAssignedTasks\":true}",
            "{\"candidateUser\":\"donvi\",\"includeAssignedTasks\":true}",
            "{\"withCandidateGroups\":true,\"includeAssignedTasks\":true}",
            "{\"withoutCandidateUsers\":true,\"includeAssignedTasks\":true}",
            "{\"assignee\":\"donvi\"}",
            "{\"assigneeLike\":\"donv%\"}",
            "{\"assigneeIn\":[\"donvi\"]}",
            "{\"assigneeNotIn\":[\"vanphong\"]}",
            "{\"assigned\":true}",
            "{\"involvedUser\":\"donvi\"}",
            "{\"owner\":\"donvi\"}",
            "{\"taskDefinitionKey\":\"health-work\"}",
            "{\"taskDefinitionKeyIn\":[\"health-work\"]}",
            "{\"taskDefinitionKeyLike\":\"health%\"}",
            "{\"nameLike\":\"%trạm%\"}",
            "{\"processDefinitionKey\":\"isolation-in-test\"}",
            "{\"processDefinitionKeyIn\":[\"isolation-in-test\"]}",
            "{\"processVariables\":[{\"name\":\"shared\",\"operator\":\"eq\",\"value\":\"x\"}]}",
            "{\"taskVariables\":[{\"name\":\"local\",\"operator\":\"eq\",\"value\":\"{secret}\"}]}",
            "{\"taskVariables\":[{\"name\":\"local\",\"operator\":\"like\",\"value\":\"điều%\"}]}",
            "{\"taskId\":\"{task}\",\"sorting\":[{\"sortBy\":\"taskVariable\",\"sortOrder\":\"asc\","
                    + "\"parameters\":{\"variable\":\"local\",\"type\":\"String\"}}]}",
            "{\"taskId\":\"{task}\",\"withCommentAttachmentInfo\":true}",
            "{\"orQueries\":[{\"taskId\":\"{task}\",\"assignee\":\"donvi\",\"nameLike\":\"%\"}]}",
            "{\"orQueries\":[{\"taskId\":\"{task}\",\"candidateGroup\":\"unitPrimarySchool\","
                    + "\"includeAssignedTasks\":true}]}",
            "{\"candidateGroup\":\"unitHealthStation\",\"includeAssignedTasks\":true,"
                    + "\"orQueries\":[{\"taskId\":\"{task}\",\"unassigned\":true}]}",
            "{\"withCandidateGroups\":true,\"includeAssignedTasks\":true,"
                    + "\"orQueries\":[{\"involvedUser\":\"donvi\",\"assignee\":\"donvi\"}]}",
            "{\"orQueries\":[{\"candidateGroupLike\":\"%\",\"includeAssignedTasks\":true,\"taskId\":\"{task}\"},"
                    + "{\"taskDefinitionKey\":\"health-work\",\"processDefinitionKey\":\"x\"}]}",
            "{\"withoutCandidateUsers\":true,\"includeAssignedTasks\":true,\"orQueries\":[{\"unassigned\":true,"
                    + "\"processVariables\":[{\"name\":\"shared\",\"operator\":\"eq\",\"value\":\"x\"}]}]}");

    /** The engine refuses them, or they mean something else than they seem to. */
    private static final List<String> MISUSES = List.of(
            "{\"withoutCandidateGroups\":true,\"includeAssignedTasks\":true}",
            "{\"orQueries\":[{\"withoutCandidateGroups\":true,\"taskId\":\"{task}\"}]}",
            "{\"orQueries\":[{\"withCandidateUsers\":true,\"taskId\":\"{task}\"}]}",
            "{\"orQueries\":[{\"orQueries\":[{\"taskId\":\"{task}\"}]}]}",
            "{\"orQueries\":[{}]}",
            "{\"assigneeExpression\":\"donvi\"}",
            "{\"orQueries\":[{\"assigneeExpression\":\"donvi\"}]}",
            "{\"candidateGroup\":\"unitHealthStation' or '1'='1\"}",
            "{\"taskId\":\"{task}\",\"sorting\":[{\"sortBy\":\"x\",\"sortOrder\":\"asc\"}]}",
            "{\"parentTaskId\":\"{task}\"}");

    private static final List<String> ASKED_IN_THE_ADDRESS = List.of(
            "taskId={task}",
            "taskIdIn={task}",
            "processInstanceId={instance}",
            "assignee=donvi",
            "involvedUser=donvi",
            "candidateGroup=unitHealthStation&includeAssignedTasks=true",
            "candidateGroups=unitHealthStation,unitPrimarySchool&includeAssignedTasks=true",
            "withCandidateGroups=true&includeAssignedTasks=true",
            "taskDefinitionKey=health-work",
            "processVariables=shared_eq_x",
            "taskId={task}&withCommentAttachmentInfo=true&sortBy=dueDate&sortOrder=asc&firstResult=0&maxResults=9");

    private static final List<String> ADDRESSES = List.of(
            "GET /task/{task}",
            "GET /task/{task}/form",
            "GET /task/{task}/form-variables",
            "GET /task/{task}/form-variables?variableNames=local",
            "GET /task/{task}/rendered-form",
            "GET /task/{task}/deployed-form",
            "GET /task/{task}/variables",
            "GET /task/{task}/variables/local",
            "GET /task/{task}/variables/shared",
            "GET /task/{task}/localVariables",
            "GET /task/{task}/localVariables/local",
            "GET /task/{task}/localVariables/local/data",
            "GET /task/{task}/comment",
            "GET /task/{task}/comment/{comment}",
            "GET /task/{task}/attachment",
            "GET /task/{task}/attachment/{attachment}",
            "GET /task/{task}/attachment/{attachment}/data",
            "GET /task/{task}/identity-links",
            "GET /task/{task}/identity-links?type=candidate",
            "GET /task?parentTaskId={task}",
            "POST /task {\"parentTaskId\":\"{task}\"}",
            "GET /task/{child}",
            "GET /task/report/candidate-group-count",
            "GET /variable-instance?taskIdIn={task}",
            "POST /variable-instance {\"taskIdIn\":[\"{task}\"]}",
            "POST /variable-instance/count {\"taskIdIn\":[\"{task}\"]}",
            "GET /execution/{execution}",
            "GET /execution/{execution}/localVariables",
            "GET /execution?processInstanceId={instance}",
            "POST /execution {\"processInstanceId\":\"{instance}\"}",
            "GET /history/task?taskId={task}",
            "POST /history/task {\"taskId\":\"{task}\"}",
            "GET /history/variable-instance?taskIdIn={task}",
            "POST /history/variable-instance {\"taskIdIn\":[\"{task}\"]}",
            "GET /history/detail?taskId={task}",
            "GET /history/identity-link-log?taskId={task}",
            "GET /history/activity-instance?processInstanceId={instance}",
            "GET /history/user-operation?taskId={task}",
            "GET /history/task/report?reportType=count",
            "GET /task/{task}/operations",
            "POST /task/{task}/claim {\"userId\":\"{me}\"}",
            "POST /task/{task}/unclaim {}",
            "POST /task/{task}/submit-form {\"variables\":{}}",
            "POST /task/{task}/complete {\"variables\":{}}",
            "POST /task/{task}/comment/create {\"message\":\"x\"}");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    private final Map<String, String> names = new HashMap<>();
    private String deployment;
    private String filter;

    /** The filter is what a careless administrator makes: all tasks, with the variables of the task, for everybody. */
    @BeforeEach
    void aTaskAndAFilterWithoutAnyCondition() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "isolation-in-test.bpmn",
                        Bpmn.createExecutableProcess("isolation-in-test")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .parallelGateway("split")
                                .userTask("office-work")
                                .name("Việc của văn phòng")
                                .camundaCandidateGroups("office")
                                .endEvent()
                                .moveToNode("split")
                                .userTask("health-work")
                                .name("Việc của trạm")
                                .camundaCandidateGroups("unitHealthStation")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        ProcessInstance instance =
                runtime.startProcessInstanceByKey("isolation-in-test", "isolation-1", Map.of("shared", "x"));
        Task task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey("health-work")
                .singleResult();
        tasks.setAssignee(task.getId(), "donvi");
        tasks.setOwner(task.getId(), "donvi");
        tasks.setVariableLocal(task.getId(), "local", SECRET);
        Task child = tasks.newTask();
        child.setName(SECRET);
        child.setParentTaskId(task.getId());
        tasks.saveTask(child);
        names.put("task", task.getId());
        names.put("execution", task.getExecutionId());
        names.put("instance", instance.getId());
        names.put("key", "isolation-1");
        names.put("secret", SECRET);
        names.put("child", child.getId());
        names.put(
                "comment",
                tasks.createComment(task.getId(), instance.getId(), SECRET).getId());
        names.put(
                "attachment",
                tasks.createAttachment("text", task.getId(), instance.getId(), SECRET, "", "https://example.org/x")
                        .getId());
        Filter everything = filters.newTaskFilter("everything");
        everything.setQuery(tasks.createTaskQuery());
        everything.setProperties(Map.of(
                "showUndefinedVariable",
                true,
                "variables",
                List.of(Map.of("name", "local", "label", "x"), Map.of("name", "shared", "label", "x"))));
        filter = filters.saveFilter(everything).getId();
        Authorization forEverybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        forEverybody.setUserId(Authorization.ANY);
        forEverybody.setResource(Resources.FILTER);
        forEverybody.setResourceId(filter);
        forEverybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(forEverybody);
    }

    @AfterEach
    void forget() {
        filters.deleteFilter(filter);
        repository.deleteDeployment(deployment, true);
    }

    /** Among them: who works on the same incident, who decides over all, who knows all diagrams, who makes the filters. */
    @ParameterizedTest
    @ValueSource(strings = {"donvi2", "vanphong", "congan", "lanhdao", "phantich", "admin"})
    void noQuestionShowsOrCountsATaskOfAnotherOffice(String userId) {
        Visitor visitor = visitor(userId, Door.REST);
        String path = Door.REST.path;
        for (String question : QUESTIONS.stream().map(this::filled).toList()) {
            Reply list = visitor.post(path + "/task", question);
            assertHidden(list, question);
            assertCounted(list, visitor.post(path + "/task/count", question), question);
            for (String accept : List.of("application/json", "application/hal+json")) {
                for (String way : List.of("/list", "/singleResult", "/list?firstResult=0&maxResults=2")) {
                    assertHidden(
                            visitor.send("POST", filterPath(path) + way, question, Map.of("Accept", accept)), question);
                }
            }
            assertCounted(
                    visitor.post(filterPath(path) + "/list", question),
                    visitor.post(filterPath(path) + "/count", question),
                    question);
        }
        for (String question : MISUSES.stream().map(this::filled).toList()) {
            for (String way : List.of(path + "/task", filterPath(path) + "/list", filterPath(path) + "/singleResult")) {
                assertHidden(visitor.post(way, question), question);
            }
        }
        for (String question : ASKED_IN_THE_ADDRESS.stream().map(this::filled).toList()) {
            Reply list = visitor.get(path + "/task?" + question);
            assertHidden(list, question);
            assertCounted(list, visitor.get(path + "/task/count?" + question), question);
        }
        for (String way : List.of("", "/list", "/count", "/singleResult")) {
            assertHidden(
                    visitor.send("GET", filterPath(path) + way, null, Map.of("Accept", "application/hal+json")), way);
        }
        assertHidden(visitor.get(path + "/filter?itemCount=true"), "itemCount");
    }

    /** The same through the door Tasklist uses, with its own stored filters. */
    @ParameterizedTest
    @ValueSource(strings = {"donvi2", "vanphong"})
    void noFilterOfTasklistShowsATaskOfAnotherOffice(String userId) {
        Visitor visitor = visitor(userId, Door.WEBAPP);
        String path = Door.WEBAPP.path;
        Reply known = visitor.get(path + "/filter?itemCount=true");
        assertHidden(known, "itemCount");
        assertThat(known.json()).isNotEmpty();
        for (var one : known.json()) {
            String address = path + "/filter/" + one.path("id").asText();
            Reply list = visitor.post(address + "/list", "{}");
            assertHidden(list, "list");
            assertThat(one.path("itemCount").asInt()).isEqualTo(list.json().size());
            for (String question :
                    QUESTIONS.subList(2, 4).stream().map(this::filled).toList()) {
                assertHidden(
                        visitor.send("POST", address + "/list", question, Map.of("Accept", "application/hal+json")),
                        question);
                assertThat(count(visitor.post(address + "/count", question))).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"donvi2", "vanphong", "congan", "lanhdao", "phantich", "admin"})
    void noAddressShowsATaskOfAnotherOffice(String userId) {
        for (Door door : Door.values()) {
            Visitor visitor = visitor(userId, door);
            for (String line : ADDRESSES) {
                String[] words = filled(line.replace("{me}", userId)).split(" ", 3);
                for (String accept : List.of("application/json", "application/hal+json")) {
                    Reply reply = visitor.send(
                            words[0],
                            door.path + words[1],
                            words.length < 3 ? null : words[2],
                            Map.of("Accept", accept));
                    assertThat(reply.status()).as(line + " -> " + reply.body()).isIn(200, 400, 403, 404, 406);
                    assertHidden(reply, line);
                    if (reply.status() == 200 && accept.equals("application/json")) {
                        assertThat(reply.json()).as(line).isEmpty();
                    }
                }
            }
        }
        Task untouched = tasks.createTaskQuery().taskId(names.get("task")).singleResult();
        assertThat(untouched.getAssignee()).isEqualTo("donvi");
        assertThat(tasks.getTaskComments(untouched.getId())).hasSize(1);
    }

    /** Or the questions above would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"donvi", "dieuphoi"})
    void everyQuestionShowsItToWhoMaySeeIt(String userId) {
        Visitor visitor = visitor(userId, Door.REST);
        String id = names.get("task");
        for (String question : QUESTIONS.stream().map(this::filled).toList()) {
            for (String list : List.of(Door.REST.path + "/task", filterPath(Door.REST.path) + "/list")) {
                assertThat(visitor.post(list, question).body()).as(question).contains("\"" + id + "\"");
                assertThat(count(visitor.post(list.replace("/list", "") + "/count", question)))
                        .as(question)
                        .isPositive();
            }
        }
        for (String question : ASKED_IN_THE_ADDRESS.stream().map(this::filled).toList()) {
            assertThat(visitor.get(Door.REST.path + "/task?" + question).body())
                    .as(question)
                    .contains(id);
        }
        assertThat(visitor.send(
                                "POST",
                                filterPath(Door.REST.path) + "/list",
                                filled("{\"taskId\":\"{task}\"}"),
                                Map.of("Accept", "application/hal+json"))
                        .body())
                .contains(id, SECRET);
    }

    @Test
    void whoMayNotAskAtAllIsToldSo() {
        for (String path : List.of("/task", "/task/count")) {
            assertThat(visitor("admin", Door.REST)
                            .post(Door.REST.path + path, "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(visitor("phantich", Door.REST)
                        .get(filterPath(Door.REST.path) + "/list")
                        .status())
                .isEqualTo(403);
    }

    private void assertHidden(Reply reply, String question) {
        String body = reply.body();
        assertThat(body).as(question).doesNotContain(SECRET, "health-work", "Việc của trạm");
        // A refusal may repeat what was asked for.
        if (reply.status() == 200) {
            assertThat(body).as(question).doesNotContain("\"" + names.get("task") + "\"", names.get("child"));
        }
    }

    private static void assertCounted(Reply list, Reply counted, String question) {
        // An analyst may count what he may not list.
        if (counted.status() == 200) {
            assertThat(count(counted))
                    .as(question)
                    .isEqualTo(list.status() == 200 ? list.json().size() : 0);
        } else {
            assertThat(list.status()).as(question).isEqualTo(counted.status());
        }
    }

    private static int count(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("count").asInt();
    }

    private String filterPath(String door) {
        return door + "/filter/" + filter;
    }

    private Visitor visitor(String userId, Door door) {
        return Visitor.through(door, port, userId);
    }

    private String filled(String text) {
        String filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }
}
