package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

/** What each role can and cannot do, tried as somebody would who means harm, over REST and over the web applications. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.webapp.auth.cache.time-to-live=500")
class RightsOverHttpTests {

    private static final String SECRET = "điều chỉ người được giao mới biết";

    private static final String REPORT = """
            {"title": {"value": "Máy tính Một cửa bị mã hóa"}, "description": {"value": "Không mở được tệp nào"},
             "channel": {"value": "phone"}, "detectedAt": {"value": "2026-01-05T08:00:00+07:00"},
             "reporterName": {"value": "Nguyễn Thị Lan"}}""";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private String deployment;
    private ProcessInstance instance;
    private Task officeTask;
    private Task healthTask;

    @BeforeEach
    void workForTwo() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "rights-in-test.bpmn",
                        Bpmn.createExecutableProcess("rights-in-test")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("start")
                                .parallelGateway("split")
                                .userTask("office-work")
                                .camundaCandidateGroups("office")
                                .camundaFormRef("answer-in-test")
                                .camundaFormRefBinding("latest")
                                .endEvent("office-done")
                                .moveToNode("split")
                                .userTask("health-work")
                                .camundaCandidateGroups("unitHealthStation")
                                .camundaFormRef("answer-in-test")
                                .camundaFormRefBinding("latest")
                                .endEvent("health-done")
                                .done())
                .addString("answer-in-test.form", """
                        {"id": "answer-in-test", "type": "default", "components": [
                          {"type": "textfield", "id": "a", "key": "answer", "label": "Trả lời"}]}""")
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey("rights-in-test", Map.of("secret", SECRET, "drill", false));
        officeTask = task("office-work");
        healthTask = task("health-work");
        tasks.setVariableLocal(healthTask.getId(), "localSecret", SECRET);
        tasks.createComment(healthTask.getId(), instance.getId(), SECRET);
        tasks.createAttachment("text", healthTask.getId(), instance.getId(), SECRET, "", "https://example.org/x");
    }

    @AfterEach
    void forget() {
        repository.deleteDeployment(deployment, true);
        if (identity.createUserQuery().userId("colleague").count() > 0) {
            identity.deleteUser("colleague");
        }
    }

    // What a candidate must not do to the task in hand, to its instance, or to anything else.

    private static final List<String> HARMFUL = List.of(
            "PUT /task/{task} {\"due\":\"2036-01-01T00:00:00.000+0700\",\"priority\":0}",
            "DELETE /task/{task}",
            "POST /task/create {\"name\":\"của tôi\"}",
            "POST /task/{task}/assignee {\"userId\":\"congan\"}",
            "POST /task/{task}/assignee {\"userId\":\"vanphong\"}",
            "POST /task/{task}/claim {\"userId\":\"congan\"}",
            "POST /task/{task}/claim {\"userId\":null}",
            "POST /task/{task}/delegate {\"userId\":\"congan\"}",
            "POST /task/{task}/resolve {\"variables\":{\"drill\":{\"value\":true}}}",
            "POST /task/{task}/identity-links {\"groupId\":\"police\",\"type\":\"candidate\"}",
            "POST /task/{task}/identity-links/delete {\"groupId\":\"office\",\"type\":\"candidate\"}",
            "POST /task/{task}/variables {\"modifications\":{\"drill\":{\"value\":true}}}",
            "PUT /task/{task}/variables/drill {\"value\":true,\"type\":\"Boolean\"}",
            "DELETE /task/{task}/variables/secret",
            "PUT /task/{task}/localVariables/drill {\"value\":true,\"type\":\"Boolean\"}",
            "POST /task/{task}/bpmnError {\"errorCode\":\"x\"}",
            "POST /task/{task}/bpmnEscalation {\"escalationCode\":\"x\"}",
            "POST /task/{task}/complete {\"variables\":{\"drill\":{\"value\":true}}}",
            "POST /task/{task}/submit-form {\"variables\":{\"drill\":{\"value\":true}}}",
            "POST /task/{task}/submit-form {\"variables\":{},\"withVariablesInReturn\":true}",
            "PUT /task/{task}/comment {\"id\":\"x\",\"message\":\"y\"}",
            "DELETE /task/{task}/comment",
            "POST /task/{task}/comment/create {\"message\":\"x\",\"processInstanceId\":\"another\"}",
            "POST /task/{task}/attachment/create",
            "PUT /process-instance/{instance}/variables/drill {\"value\":true,\"type\":\"Boolean\"}",
            "POST /process-instance/{instance}/variables {\"modifications\":{\"drill\":{\"value\":true}}}",
            "POST /process-instance/{instance}/modification {\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"office-work\"}]}",
            "PUT /process-instance/{instance}/suspended {\"suspended\":true}",
            "DELETE /process-instance/{instance}?skipCustomListeners=true",
            "POST /process-instance/delete {\"processInstanceIds\":[\"{instance}\"]}",
            "POST /process-instance/variables-async {\"processInstanceIds\":[\"{instance}\"],\"variables\":{}}",
            "POST /process-instance/message-async {\"messageName\":\"x\"}",
            "PUT /execution/{instance}/localVariables/drill {\"value\":true}",
            "POST /execution/{instance}/signal {}",
            "POST /execution/{instance}/messageSubscriptions/x/trigger {}",
            "POST /signal {\"name\":\"x\"}",
            "POST /condition {\"variables\":{}}",
            "POST /external-task/fetchAndLock {\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}",
            "POST /job/x/execute",
            "PUT /job/x/retries {\"retries\":0}",
            "PUT /job/x/duedate {\"duedate\":null}",
            "PUT /job/suspended {\"processDefinitionKey\":\"incident-response\",\"suspended\":true}",
            "PUT /job-definition/suspended {\"processDefinitionKey\":\"incident-response\",\"suspended\":true}",
            "POST /modification/execute {\"processDefinitionId\":\"x\",\"instructions\":[]}",
            "POST /migration/execute {\"migrationPlan\":{},\"processInstanceIds\":[]}",
            "POST /batch/x",
            "DELETE /batch/x",
            "POST /deployment/create",
            "DELETE /deployment/x?cascade=true",
            "PUT /process-definition/key/incident-response/suspended {\"suspended\":true}",
            "DELETE /process-definition/key/incident-response?cascade=true",
            "PUT /process-definition/key/incident-response/history-time-to-live {\"historyTimeToLive\":0}",
            "POST /process-definition/key/incident-response/start {\"variables\":{report}}",
            "POST /process-definition/key/incident-response/start {\"variables\":{report},\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"close\"}]}",
            "POST /process-definition/key/incident-response/submit-form {\"variables\":{report},\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"close\"}]}",
            "POST /process-definition/key/incident-response/submit-form {\"variables\":{report},\"skipCustomListeners\":true}",
            "POST /process-definition/key/incident-response/submit-form {\"variables\":{report},\"skipIoMappings\":true}",
            "POST /process-definition/key/incident-response/submit-form {\"variables\":{report},\"businessKey\":\"SC-2026-0001\"}",
            "POST /process-definition/key/incident-response/submit-form {\"variables\":{\"title\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"x\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "POST /process-definition/key/rights-in-test/submit-form {\"variables\":{}}",
            "POST /process-definition/key/initial-handling-network-attack/submit-form {\"variables\":{}}",
            "POST /process-definition/key/incident-response/restart {\"processInstanceIds\":[],\"instructions\":[]}",
            "POST /message {\"messageName\":\"incident-cancelled\",\"businessKey\":\"SC-2026-0001\"}",
            "POST /message {\"messageName\":\"incident-reported\",\"processInstanceId\":\"{instance}\"}",
            "POST /message {\"messageName\":\"incident-reported\",\"correlationKeys\":{\"code\":{\"value\":\"SC-2026-0001\"}}}",
            "POST /message {\"messageName\":\"incident-reported\",\"localCorrelationKeys\":{}}",
            "POST /message {\"messageName\":\"incident-reported\",\"all\":true,\"processVariables\":{report}}",
            "POST /message {\"messageName\":\"incident-reported\",\"businessKey\":\"SC-2026-0001\",\"processVariables\":{report}}",
            "POST /message {\"messageName\":\"incident-reported\",\"processVariablesLocal\":{}}",
            "POST /message {\"messageName\":\"incident-reported\",\"messageName\":\"incident-cancelled\"}",
            "POST /message {\"messageName\":\"incident-reported\"}{\"messageName\":\"incident-cancelled\"}",
            "POST /filter/create {\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${''.getClass()}\"},\"properties\":{}}",
            "POST /task {\"assigneeExpression\":\"${''.getClass()}\"}",
            "POST /authorization/create {\"type\":1,\"permissions\":[\"ALL\"],\"groupId\":\"office\",\"resourceType\":7,\"resourceId\":\"*\"}",
            "POST /user/create {\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evil\"}}",
            "PUT /user/vanphong/profile {\"id\":\"vanphong\",\"firstName\":\"Chủ tịch\"}",
            "DELETE /user/vanphong",
            "PUT /user/congan/credentials {\"password\":\"x\",\"authenticatedUserPassword\":\"vanphong\"}",
            "PUT /group/camunda-admin/members/vanphong",
            "POST /decision-definition/key/classify-incident/evaluate {\"variables\":{}}",
            "DELETE /history/process-instance/{instance}",
            "DELETE /history/variable-instance/x",
            "PUT /history/user-operation/x/set-annotation {\"annotation\":\"x\"}",
            "POST /history/cleanup",
            "DELETE /metrics/task-worker",
            "POST /tenant/create {\"id\":\"x\",\"name\":\"x\"}",
            "DELETE /process-instance/{instance}/variables/secret");

    @ParameterizedTest
    @EnumSource
    void candidateCannotDoHarm(Door door) {
        assertHarmless("vanphong", door);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest//task/{task}/assignee",
                "/engine-rest/task//{task}/assignee",
                "/engine-rest/./task/{task}/assignee",
                "/engine-rest/filter/../task/{task}/assignee",
                "/engine-rest/%2e/task/{task}/assignee",
                "/engine-rest/filter/%2e%2e/task/{task}/assignee",
                "/engine-rest/task/{task}/assignee/",
                "/engine-rest/task/{task}/assignee;a=b",
                "/engine-rest/task;a=b/{task}/assignee",
                "/engine-rest/task/{task};/claim/../assignee",
                "/engine-rest/task/{task}/%61ssignee",
                "/engine-rest/task%2F{task}/assignee",
                "/engine-rest/task/{task}%2Fassignee",
                "/engine-rest/task/{task}/assignee%20",
                "/engine-rest/task/{task}/assignee%00",
                "/engine-rest/task/{task}/assignee.json",
                "/engine-rest/task/{task}/%2561ssignee",
                "/engine-rest/TASK/{task}/assignee",
                "/Engine-Rest/task/{task}/assignee",
                "/engine-rest/engine/default/task/{task}/assignee",
                "/engine-rest/engine/default/engine/default/task/{task}/assignee",
                "/engine-rest/engine/Default/task/{task}/assignee",
                "/engine-rest/../engine-rest/task/{task}/assignee",
                "/camunda/api/engine/engine/default/task/{task}/assignee",
                "/camunda/api/engine/../engine/engine/default/task/{task}/assignee"
            })
    void noSpellingOfAPathGetsAround(String path) {
        Map<String, Object> before = stateOfTheWorld();
        for (Door door : Door.values()) {
            Reply reply = visitor("vanphong", door)
                    .post(path.replace("{task}", officeTask.getId()), "{\"userId\":\"vanphong\"}");
            assertThat(reply.status()).as(path).isNotIn(200, 201, 204);
        }
        assertThat(stateOfTheWorld()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void methodIsWhatItIsWhateverAHeaderSays(Door door) {
        Map<String, Object> before = stateOfTheWorld();
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
            Reply reply = visitor("vanphong", door)
                    .send("GET", door.path + "/task/" + officeTask.getId(), null, Map.of(header, "DELETE"));
            assertThat(reply.status()).isEqualTo(200);
            visitor("vanphong", door).send("POST", door.path + "/task?_method=DELETE", "{}", Map.of(header, "DELETE"));
        }
        assertThat(stateOfTheWorld()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void bodyThatIsNotPlainJsonIsNotPassedOn(Door door) {
        String path = door.path + "/task/" + officeTask.getId() + "/claim";
        Visitor visitor = visitor("vanphong", door);
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x")) {
            assertThat(visitor.send("POST", path, "{\"userId\":\"congan\"}", Map.of("Content-Type", type))
                            .status())
                    .as(type)
                    .isEqualTo(400);
        }
        String tooLarge = "{\"userId\":\"" + "x".repeat(BodyLimit.LARGEST) + "\"}";
        assertThat(visitor.post(path, tooLarge).status()).isEqualTo(413);
        assertThat(task("office-work").getAssignee()).isNull();
    }

    // What everybody's daily work needs.

    @ParameterizedTest
    @EnumSource
    void officeTakesReturnsCommentsAndFinishesItsOwnTask(Door door) {
        Visitor visitor = visitor("vanphong", door);
        String task = door.path + "/task/" + officeTask.getId();
        assertThat(visitor.get(task).json().path("id").asText()).isEqualTo(officeTask.getId());
        assertThat(visitor.get(task + "/form-variables").body()).contains(SECRET);
        assertThat(visitor.get(task + "/deployed-form").body()).contains("answer-in-test");
        assertThat(visitor.post(task + "/claim", "{\"userId\":\"vanphong\"}").status())
                .isEqualTo(204);
        assertThat(visitor.post(task + "/unclaim", "{}").status()).isEqualTo(204);
        assertThat(task("office-work").getAssignee()).isNull();
        assertThat(visitor.post(task + "/claim", "{\"userId\":\"vanphong\"}").status())
                .isEqualTo(204);
        assertThat(visitor.post(
                                task + "/comment/create",
                                "{\"message\":\"Đã gọi\",\"processInstanceId\":\"" + instance.getId() + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get(task + "/comment").body()).contains("Đã gọi");
        assertThat(visitor.post(task + "/submit-form", "{\"variables\":{\"answer\":{\"value\":\"xong\"}}}")
                        .status())
                .isEqualTo(204);
        assertThat(task("office-work")).isNull();
        assertThat(runtime.getVariable(instance.getId(), "answer")).isEqualTo("xong");
    }

    @ParameterizedTest
    @EnumSource
    void officeReportsByFormAndByMessage(Door door) {
        long before = runtime.createProcessInstanceQuery()
                .processDefinitionKey("incident-response")
                .count();
        Visitor visitor = visitor("vanphong", door);
        assertThat(visitor.post(
                        door.path + "/process-definition/key/incident-response/submit-form",
                        "{\"variables\":" + REPORT + "}"))
                .extracting(Reply::status)
                .isEqualTo(200);
        assertThat(visitor.post(
                        door.path + "/message",
                        "{\"messageName\":\"incident-reported\",\"processVariables\":" + REPORT + "}"))
                .extracting(Reply::status)
                .isEqualTo(204);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("incident-response")
                        .count())
                .isEqualTo(before + 2);
    }

    @ParameterizedTest
    @EnumSource
    void procedureThatAnAnalystHasReplacedIsNotStartedAnyMore(Door door) {
        ProcessDefinition old = newestProcedure();
        String replaced = repository
                .createDeployment()
                .addInputStream(old.getResourceName(), repository.getProcessModel(old.getId()))
                .deploy()
                .getId();
        try {
            String report = "{\"variables\":" + REPORT + "}";
            Visitor visitor = visitor("vanphong", door);
            Reply refused = visitor.post(door.path + "/process-definition/" + old.getId() + "/submit-form", report);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("message").asText()).contains("đã có bản mới");
            assertThat(visitor.post(
                                    door.path + "/process-definition/"
                                            + newestProcedure().getId() + "/submit-form",
                                    report)
                            .status())
                    .isEqualTo(200);
        } finally {
            repository.deleteDeployment(replaced, true);
        }
    }

    private ProcessDefinition newestProcedure() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("incident-response")
                .latestVersion()
                .singleResult();
    }

    @ParameterizedTest
    @EnumSource
    void taskOfAColleagueIsNeitherTakenAwayNorFinished(Door door) {
        colleagueIn("office");
        tasks.setAssignee(officeTask.getId(), "colleague");
        Visitor visitor = visitor("vanphong", door);
        String task = door.path + "/task/" + officeTask.getId();
        assertThat(visitor.post(task + "/unclaim", "{}").status()).isEqualTo(403);
        assertThat(visitor.post(task + "/claim", "{\"userId\":\"vanphong\"}").status())
                .isNotIn(200, 204);
        Reply finishing = visitor.post(task + "/submit-form", "{\"variables\":{}}");
        assertThat(finishing.status()).isEqualTo(403);
        assertThat(finishing.body()).contains("Việc này đang do Người Mới xử lý.");
        assertThat(task("office-work").getAssignee()).isEqualTo("colleague");
    }

    // A unit never sees another unit's.

    private static final List<String> LOOKS = List.of(
            "GET /task/{health}",
            "GET /task/{health}/form",
            "GET /task/{health}/form-variables",
            "GET /task/{health}/rendered-form",
            "GET /task/{health}/deployed-form",
            "GET /task/{health}/comment",
            "GET /task/{health}/attachment",
            "GET /task/{health}/identity-links",
            "GET /task/{health}/variables",
            "GET /task/{health}/localVariables",
            "POST /task/{health}/comment/create {\"message\":\"x\"}",
            "POST /task/{health}/claim {\"userId\":\"donvi2\"}",
            "POST /task/{health}/submit-form {\"variables\":{}}",
            "GET /process-instance/{instance}",
            "GET /process-instance/{instance}/variables",
            "GET /process-instance/{instance}/activity-instances",
            "GET /process-instance/{instance}/comment",
            "GET /execution/{instance}/localVariables",
            "GET /variable-instance?processInstanceIdIn={instance}",
            "POST /variable-instance {\"processInstanceIdIn\":[\"{instance}\"]}",
            "GET /history/task?taskId={health}",
            "POST /history/task {\"taskId\":\"{health}\"}",
            "GET /history/variable-instance?processInstanceId={instance}",
            "GET /history/detail?processInstanceId={instance}",
            "GET /history/activity-instance?processInstanceId={instance}",
            "GET /history/identity-link-log?taskId={health}",
            "GET /history/process-instance/{instance}",
            "GET /history/process-instance/{instance}/comment",
            "GET /task/report/candidate-group-count",
            "GET /history/task/report?reportType=count",
            "GET /task?taskId={health}",
            "POST /task {\"taskId\":\"{health}\"}",
            "POST /task {\"orQueries\":[{\"taskId\":\"{health}\"}],\"candidateGroup\":\"unitHealthStation\",\"includeAssignedTasks\":true}",
            "GET /history/user-operation?taskId={health}",
            "GET /history/user-operation?processInstanceId={instance}");

    @ParameterizedTest
    @EnumSource
    void unitSeesNothingOfAnotherUnitsTask(Door door) {
        for (String line : LOOKS) {
            Reply reply = ask("donvi2", door, line);
            assertThat(reply.status()).as(line + " -> " + reply.body()).isIn(200, 403, 404);
            assertThat(reply.body()).as(line).doesNotContain(SECRET).doesNotContain("health-work");
            if (reply.status() == 200) {
                assertThat(reply.json()).as(line).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsAndListsTellAUnitNothingOfAnother(Door door) {
        Visitor visitor = visitor("donvi2", door);
        assertThat(visitor.get(door.path + "/task/count?taskId=" + healthTask.getId())
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        for (var filter : visitor.get(door.path + "/filter").json()) {
            String list = door.path + "/filter/" + filter.path("id").asText();
            assertThat(visitor.post(list + "/list", "{\"taskId\":\"" + healthTask.getId() + "\"}")
                            .json())
                    .isEmpty();
            assertThat(visitor.post(list + "/count", "{\"candidateGroup\":\"unitHealthStation\"}")
                            .json()
                            .path("count")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void engineItselfShowsAUnitNothingOfAnother() {
        identity.setAuthentication("donvi2", List.of("unitPrimarySchool"));
        try {
            String process = instance.getId();
            assertThat(tasks.createTaskQuery().processInstanceId(process).count())
                    .isZero();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceId(process)
                            .count())
                    .isZero();
            assertThat(runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(process)
                            .count())
                    .isZero();
            assertThat(history.createHistoricTaskInstanceQuery()
                            .processInstanceId(process)
                            .count())
                    .isZero();
            assertThat(history.createHistoricVariableInstanceQuery()
                            .processInstanceId(process)
                            .count())
                    .isZero();
            assertThat(history.createHistoricDetailQuery()
                            .processInstanceId(process)
                            .count())
                    .isZero();
            assertThat(history.createHistoricActivityInstanceQuery()
                            .processInstanceId(process)
                            .count())
                    .isZero();
            assertThat(history.createUserOperationLogQuery()
                            .processInstanceId(process)
                            .count())
                    .isZero();
        } finally {
            identity.clearAuthentication();
        }
    }

    // Leaving an office.

    @ParameterizedTest
    @EnumSource
    void whoLeavesAnOfficeLosesSightOfItsTasksThoseTakenBeforeIncluded(Door door) {
        colleagueIn("office");
        Visitor visitor = Visitor.through(door, port, "colleague");
        String task = door.path + "/task/" + officeTask.getId();
        assertThat(visitor.post(task + "/claim", "{\"userId\":\"colleague\"}").status())
                .isEqualTo(204);
        assertThat(visitor.get(task).status()).isEqualTo(200);
        identity.deleteMembership("colleague", "office");
        await().atMost(Duration.ofSeconds(10)).until(() -> visitor.get(task).status() != 200);
        assertThat(visitor.get(door.path + "/task").body()).doesNotContain(officeTask.getId());
        assertThat(visitor.post(task + "/submit-form", "{\"variables\":{}}").status())
                .isIn(403, 404);
    }

    @Test
    void officeThatHandsATaskOnLosesIt() {
        tasks.deleteCandidateGroup(officeTask.getId(), "office");
        tasks.addCandidateGroup(officeTask.getId(), "police");
        String path = Door.REST.path + "/task/" + officeTask.getId();
        assertThat(visitor("vanphong", Door.REST).get(path).status()).isEqualTo(404);
        assertThat(visitor("congan", Door.REST).get(path).status()).isEqualTo(200);
    }

    // The coordinator reads, the analyst deploys, the administrator knows nothing of incidents.

    @ParameterizedTest
    @EnumSource
    void coordinatorReadsEverything(Door door) {
        Visitor visitor = visitor("dieuphoi", door);
        assertThat(visitor.get(door.path + "/task?taskId=" + healthTask.getId()).json())
                .hasSize(1);
        assertThat(visitor.get(door.path + "/process-instance/" + instance.getId() + "/activity-instances")
                        .body())
                .contains("health-work");
        assertThat(visitor.post(
                                door.path + "/variable-instance",
                                "{\"processInstanceIdIn\":[\"" + instance.getId() + "\"]}")
                        .body())
                .contains(SECRET);
        assertThat(visitor.get(door.path + "/task/report/candidate-group-count").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void coordinatorChangesNothing(Door door) {
        assertHarmless("dieuphoi", door);
    }

    @Test
    void coordinatorWorksOnNobodysTask() {
        for (String line : List.of(
                "POST /task/{task}/claim {\"userId\":\"dieuphoi\"}",
                "POST /task/{task}/submit-form {\"variables\":{}}",
                "POST /task/{task}/complete {\"variables\":{}}")) {
            assertThat(ask("dieuphoi", Door.REST, line).status()).as(line).isNotIn(200, 204);
        }
        assertThat(task("office-work").getAssignee()).isNull();
    }

    @Test
    void analystDeploysTriesDecisionsAndMigratesButDoesNoWork() {
        Visitor analyst = visitor("phantich", Door.REST);
        String source = instance.getProcessDefinitionId();
        repository
                .createDeployment()
                .addModelInstance("rights-in-test.bpmn", repository.getBpmnModelInstance(source))
                .addString("more.txt", "a newer version")
                .deploy();
        String boundary = "model";
        String model = Bpmn.convertToString(Bpmn.createExecutableProcess("rights-of-analyst")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .endEvent()
                .done());
        Reply deployed = analyst.send(
                "POST",
                "/engine-rest/deployment/create",
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"m\"; filename=\"m.bpmn\"\r\n\r\n" + model
                        + "\r\n--"
                        + boundary + "--\r\n",
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
        repository.deleteDeployment(deployed.json().path("id").asText(), true);

        assertThat(analyst.post(
                        "/engine-rest/decision-definition/key/classify-incident/evaluate", "{\"variables\":{}}"))
                .extracting(Reply::status)
                .isEqualTo(200);

        String target = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("rights-in-test")
                .latestVersion()
                .singleResult()
                .getId();
        String ids =
                "\"sourceProcessDefinitionId\":\"" + source + "\",\"targetProcessDefinitionId\":\"" + target + "\"";
        String plan =
                analyst.post("/engine-rest/migration/generate", "{" + ids + "}").body();
        String rest = ",\"processInstanceIds\":[\"" + instance.getId() + "\"]";
        String withVariables =
                plan.replaceFirst("\"variables\":(null|\\{\\})", "\"variables\":{\"drill\":{\"value\":true}}");
        assertThat(withVariables).isNotEqualTo(plan);
        assertThat(analyst.post("/engine-rest/migration/execute", "{\"migrationPlan\":" + withVariables + rest + "}")
                        .status())
                .isEqualTo(403);
        for (String skip : List.of("skipCustomListeners", "skipIoMappings")) {
            assertThat(analyst.post(
                                    "/engine-rest/migration/execute",
                                    "{\"migrationPlan\":" + plan + rest + ",\"" + skip + "\":true}")
                            .status())
                    .isEqualTo(403);
        }
        Reply migrated = analyst.post("/engine-rest/migration/execute", "{\"migrationPlan\":" + plan + rest + "}");
        assertThat(migrated.status()).as(migrated.body()).isEqualTo(204);
        assertThat(task("office-work").getProcessDefinitionId()).isEqualTo(target);

        for (String line : List.of(
                "POST /task/{task}/claim {\"userId\":\"phantich\"}",
                "POST /task/{task}/complete {\"variables\":{}}",
                "POST /process-definition/key/incident-response/submit-form {\"variables\":{}}",
                "POST /message {\"messageName\":\"incident-reported\",\"processVariables\":{report}}",
                "PUT /process-instance/{instance}/variables/drill {\"value\":true}",
                "POST /process-instance/{instance}/modification {\"instructions\":[]}",
                "POST /migration/executeAsync {\"migrationPlan\":{},\"processInstanceIds\":[]}",
                "DELETE /deployment/x?cascade=true",
                "GET /task/{task}/form-variables",
                "POST /variable-instance {}",
                "POST /variable-instance/count {}",
                "GET /variable-instance/x",
                "GET /history/variable-instance",
                "POST /authorization/create {}")) {
            assertThat(ask("phantich", Door.REST, line).status()).as(line).isEqualTo(403);
        }
        repository.createDeploymentQuery().list().stream()
                .filter(other ->
                        repository.getDeploymentResourceNames(other.getId()).contains("more.txt"))
                .forEach(other -> repository.deleteDeployment(other.getId(), true));
    }

    @ParameterizedTest
    @EnumSource
    void administratorSeesNoIncident(Door door) {
        for (String line : List.of(
                "GET /task",
                "POST /task {}",
                "GET /task/count",
                "GET /task/{task}",
                "GET /task/{task}/form-variables",
                "GET /process-instance",
                "GET /process-instance/{instance}/variables",
                "GET /variable-instance",
                "GET /history/task",
                "GET /history/variable-instance",
                "GET /history/detail",
                "GET /history/process-instance",
                "GET /process-definition",
                "GET /deployment",
                "POST /message {\"messageName\":\"incident-reported\",\"processVariables\":{report}}",
                "POST /task/{task}/claim {\"userId\":\"admin\"}",
                "PUT /process-instance/{instance}/variables/drill {\"value\":true}")) {
            Reply reply = ask("admin", door, line);
            assertThat(reply.status()).as(line).isEqualTo(403);
            assertThat(reply.body()).as(line).contains("RequestNotAllowed");
        }
        for (var filter : visitor("admin", door).get(door.path + "/filter").json()) {
            assertThat(visitor("admin", door)
                            .get(door.path + "/filter/" + filter.path("id").asText() + "/list")
                            .json())
                    .isEmpty();
        }
    }

    /** The requests are those of Cockpit's dialog for failed jobs. */
    @ParameterizedTest
    @EnumSource
    void analystHasAFailedJobTriedAgainAndNothingElse(Door door) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("weekly-digest")
                .latestVersion()
                .singleResult()
                .getId();
        String timer = management
                .createJobQuery()
                .processDefinitionId(definition)
                .timers()
                .singleResult()
                .getId();
        management.setJobRetries(timer, 0);
        Visitor analyst = visitor("phantich", door);
        assertThat(analyst.post(door.path + "/job/count", "{\"withException\":true,\"noRetriesLeft\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(analyst.post(door.path + "/job?firstResult=0&maxResults=50", "{\"noRetriesLeft\":true}")
                        .body())
                .contains(timer);

        String retries = door.path + "/job/" + timer + "/retries";
        for (String refused : List.of(
                "{\"retries\":0}",
                "{\"retries\":1,\"dueDate\":\"2099-01-01T00:00:00.000+0700\"}",
                "{\"retries\":-1}",
                "{}")) {
            Reply reply = analyst.send("PUT", retries, refused, Map.of());
            assertThat(reply.status()).as(refused).isEqualTo(403);
            assertThat(reply.body()).contains("Chỉ được cho chạy lại một lần");
        }
        for (String other : List.of("vanphong", "dieuphoi", "admin")) {
            assertThat(visitor(other, door)
                            .send("PUT", retries, "{\"retries\":1}", Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(management.createJobQuery().jobId(timer).singleResult().getRetries())
                .isZero();
        assertThat(analyst.send("PUT", retries, "{\"retries\":1}", Map.of()))
                .extracting(Reply::status)
                .isEqualTo(204);
        assertThat(management.createJobQuery().jobId(timer).singleResult().getRetries())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void administratorLooksAfterPeople(Door door) {
        Visitor visitor = visitor("admin", door);
        assertThat(
                        visitor.post(
                                door.path + "/user/create",
                                "{\"profile\":{\"id\":\"colleague\",\"firstName\":\"Người\",\"lastName\":\"Mới\"},\"credentials\":{\"password\":\"colleague\"}}"))
                .extracting(Reply::status)
                .isEqualTo(204);
        assertThat(visitor.send("PUT", door.path + "/group/office/members/colleague", "{}", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(identity.createGroupQuery().groupMember("colleague").list())
                .extracting("id")
                .containsExactly("office");
    }

    @Test
    void everybodyChangesTheirOwnPasswordWithTheOldOne() {
        colleagueIn("office");
        Visitor visitor = Visitor.through(Door.REST, port, "colleague");
        String credentials = "/engine-rest/user/colleague/credentials";
        assertThat(visitor.send(
                                "PUT",
                                credentials,
                                "{\"password\":\"new\",\"authenticatedUserPassword\":\"wrong\"}",
                                Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(identity.checkPassword("colleague", "new")).isFalse();
    }

    private Visitor visitor(String userId, Door door) {
        return visitors.computeIfAbsent(userId + door, key -> Visitor.through(door, port, userId));
    }

    private Reply ask(String userId, Door door, String line) {
        String[] words = line.split(" ", 3);
        String body = words.length < 3 ? null : filled(words[2]);
        return visitor(userId, door)
                .send(words[0], door.path + filled(words[1]), "GET".equals(words[0]) ? null : body, Map.of());
    }

    private String filled(String text) {
        return text.replace("{task}", officeTask.getId())
                .replace("{health}", healthTask.getId())
                .replace("{instance}", instance.getId())
                .replace("{report}", REPORT);
    }

    private void assertHarmless(String userId, Door door) {
        Map<String, Object> before = stateOfTheWorld();
        for (String line : HARMFUL) {
            Reply reply = ask(userId, door, line);
            assertThat(reply.status()).as(line + " -> " + reply.body()).isIn(400, 403, 404);
            assertThat(reply.body()).as(line).contains("\"message\"");
            assertThat(stateOfTheWorld()).as(line).isEqualTo(before);
        }
    }

    private void colleagueIn(String groupId) {
        User colleague = identity.newUser("colleague");
        colleague.setFirstName("Người");
        colleague.setLastName("Mới");
        colleague.setPassword("colleague");
        identity.saveUser(colleague);
        identity.createMembership("colleague", groupId);
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** Everything an attack might leave behind. */
    private Map<String, Object> stateOfTheWorld() {
        Map<String, Object> state = new TreeMap<>();
        state.put("variables", runtime.getVariables(instance.getId()));
        state.put("comments", tasks.getProcessInstanceComments(instance.getId()).size());
        state.put("instances", runtime.createProcessInstanceQuery().count());
        state.put("suspended", runtime.createProcessInstanceQuery().suspended().count());
        state.put("history", history.createHistoricProcessInstanceQuery().count());
        state.put("rights", authorizations.createAuthorizationQuery().count());
        state.put("filters", filters.createTaskFilterQuery().count());
        state.put("users", identity.createUserQuery().count());
        state.put(
                "name",
                identity.createUserQuery().userId("vanphong").singleResult().getFirstName());
        state.put("deployments", repository.createDeploymentQuery().count());
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .orderByTaskName()
                .asc()
                .list()) {
            state.put(
                    task.getTaskDefinitionKey(),
                    task.getAssignee() + "|" + task.getOwner() + "|" + task.getDueDate() + "|" + task.getPriority()
                            + "|"
                            + tasks.getVariablesLocal(task.getId())
                            + tasks.getIdentityLinksForTask(task.getId()).stream()
                                    .map(IdentityLink::getGroupId)
                                    .sorted()
                                    .toList());
        }
        return state;
    }
}
