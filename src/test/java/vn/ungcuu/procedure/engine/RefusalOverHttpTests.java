package vn.ungcuu.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import vn.ungcuu.ForModels;
import vn.ungcuu.procedure.FormCheck;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

/** What an officer in Tasklist, and a machine over REST, get to read when something is refused; and that nothing else happened. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusalOverHttpTests {

    @TestConfiguration
    static class Starting {

        @Bean
        @ForModels
        ExecutionListener checkedStart(FormCheck check) {
            return execution ->
                    check.normalisedStart("report-in-test", execution.getVariables(), java.util.Set.of("source"));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = "vanphong";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    AuthorizationService authorizations;

    private final Map<Door, Visitor> visitors = new EnumMap<>(Door.class);
    private String deployment;
    private String right;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "over-http.bpmn",
                        Bpmn.createExecutableProcess("over-http")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("start")
                                .camundaFormRef("report-in-test")
                                .camundaFormRefBinding("latest")
                                .camundaExecutionListenerDelegateExpression("start", "${checkedStart}")
                                .userTask("ask")
                                .camundaCandidateGroups("office")
                                .camundaFormRef("report-in-test")
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .addString("report-in-test.form", """
                    {"id": "report-in-test", "type": "default", "components": [
                      {"type": "textfield", "id": "a", "key": "title", "label": "Tóm tắt sự cố", "validate": {"required": true}},
                      {"type": "number", "id": "b", "key": "count", "label": "Số máy"}]}""")
                .deploy()
                .getId();
        Authorization start = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        start.setGroupId("office");
        start.setResource(Resources.PROCESS_DEFINITION);
        start.setResourceId("over-http");
        start.addPermission(Permissions.CREATE_INSTANCE);
        start.addPermission(Permissions.READ);
        right = authorizations.saveAuthorization(start).getId();
        Authorization instances = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        instances.setGroupId("office");
        instances.setResource(Resources.PROCESS_INSTANCE);
        instances.setResourceId("*");
        instances.addPermission(Permissions.CREATE);
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn("office")
                        .resourceType(Resources.PROCESS_INSTANCE)
                        .count()
                == 0) {
            authorizations.saveAuthorization(instances);
        }
    }

    @AfterEach
    void forget() {
        authorizations.deleteAuthorization(right);
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @EnumSource
    void wrongParameterIsNamedWithoutThePackagesOfJava(Door door) {
        Reply reply = get(door, "/task?priority=cao");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText())
                .contains("'priority'", "to Integer")
                .doesNotContain("java");
    }

    @ParameterizedTest
    @EnumSource
    void badAnswerComesBackWithItsSentenceAndChangesNothing(Door door) {
        Task task = taskAtHand();
        long before = history.createHistoricDetailQuery()
                .processInstanceId(task.getProcessInstanceId())
                .count();
        for (String action : new String[] {"submit-form", "complete"}) {
            Reply answer = post(
                    door, "/task/" + task.getId() + "/" + action, "{\"variables\": {\"title\": {\"value\": \" \"}}}");
            assertRefused(answer, "Mục “Tóm tắt sự cố” chưa có nội dung. Vui lòng nhập trước khi gửi.");
        }
        Reply file = post(
                door,
                "/task/" + task.getId() + "/submit-form",
                "{\"variables\": {\"title\": {\"type\": \"File\", \"value\": \"TVo=\", \"valueInfo\": {\"filename\": \"x.exe\"}}}}");
        assertRefused(file, "Mục “Tóm tắt sự cố” phải là chữ. Vui lòng nhập lại bằng chữ.");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEqualTo(Map.of("title", "Có sự cố"));
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void badReportStartsNothing(Door door) {
        Reply answer = post(
                door,
                "/process-definition/key/over-http/submit-form",
                "{\"variables\": {\"title\": {\"value\": \"x\"}, \"severity\": {\"value\": \"ordinary\"}}}");
        assertRefused(
                answer,
                "Biểu mẫu không có mục “severity”. Vui lòng tải lại trang và chỉ gửi các mục có trong biểu mẫu.");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("over-http")
                        .count())
                .isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("over-http")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadIsSaidInVietnamese(Door door) {
        Task task = taskAtHand();
        for (String body : new String[] {
            "{\"variables\": {",
            "[]",
            "{\"variables\": {\"count\": {\"type\": \"Integer\", \"value\": \"năm\"}}}",
            "{\"variables\": {\"title\": {\"type\": \"Object\", \"value\": \"rO0AB\", \"valueInfo\": {}}}}",
            "{\"variables\": {\"title\": {\"type\": \"Nothing\", \"value\": \"x\"}}}"
        }) {
            Reply answer = post(door, "/task/" + task.getId() + "/submit-form", body);
            JsonNode said = answer.json();
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(said.path("message").asText()).as(body).contains("Vui lòng");
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void goodAnswerPasses(Door door) {
        Task task = taskAtHand();
        Reply answer = post(
                door,
                "/task/" + task.getId() + "/submit-form",
                "{\"variables\": {\"title\": {\"value\": \"" + "Ư".repeat(450) + "\"}, \"count\": {\"value\": 2}}}");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void taskThatIsTakenSaysSo(Door door) {
        Task task = taskAtHand();
        tasks.setAssignee(task.getId(), "colleague");
        assertRefused(
                post(door, "/task/" + task.getId() + "/claim", "{\"userId\": \"" + PERSON + "\"}"),
                "Việc này đã có người khác nhận. Vui lòng tải lại danh sách và chọn việc khác.");
    }

    @ParameterizedTest
    @EnumSource
    void errorsThatAreNoRefusalStayTheEnginesOwn(Door door) {
        Reply gone = get(door, "/process-definition/gone");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("message").asText()).contains("No matching definition with id gone");
    }

    @Test
    void bigAnswersAreNotHeldBack() {
        Reply list = get(Door.REST, "/process-definition");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().isArray()).isTrue();
    }

    private Task taskAtHand() {
        String instance = runtime.startProcessInstanceByKey("over-http", Map.of("title", "Có sự cố"))
                .getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private static void assertRefused(Reply answer, String sentence) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.contentType()).hasValue("application/json;charset=UTF-8");
        assertThat(answer.json())
                .isEqualTo(JSON.createObjectNode().put("type", "Refusal").put("message", sentence));
    }

    private Reply post(Door door, String path, String body) {
        return visitor(door).post(path(door) + path, body);
    }

    private Reply get(Door door, String path) {
        return visitor(door).get(path(door) + path);
    }

    private Visitor visitor(Door door) {
        return visitors.computeIfAbsent(door, way -> Visitor.through(way, port, PERSON));
    }

    /** The engine by its name, which REST also takes. */
    private static String path(Door door) {
        return door == Door.REST ? door.path + "/engine/default" : door.path;
    }
}
