package vn.ungcuu.procedure.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.ungcuu.procedure.FormCheck;

/** What an officer in Tasklist, and a machine over REST, get to read when something is refused; and that nothing else happened. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusalOverHttpTests {

    enum Door {
        REST("/engine-rest/engine/default"),
        TASKLIST("/camunda/api/engine/engine/default");

        final String path;

        Door(String path) {
            this.path = path;
        }
    }

    @TestConfiguration
    static class Starting {

        @Bean
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

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
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
    void badAnswerComesBackWithItsSentenceAndChangesNothing(Door door) throws Exception {
        Task task = taskAtHand();
        long before = history.createHistoricDetailQuery()
                .processInstanceId(task.getProcessInstanceId())
                .count();
        for (String action : new String[] {"submit-form", "complete"}) {
            HttpResponse<byte[]> answer = post(
                    door, "/task/" + task.getId() + "/" + action, "{\"variables\": {\"title\": {\"value\": \" \"}}}");
            assertRefused(answer, "Mục “Tóm tắt sự cố” chưa có nội dung. Vui lòng nhập trước khi gửi.");
        }
        HttpResponse<byte[]> file = post(
                door,
                "/task/" + task.getId() + "/submit-form",
                "{\"variables\": {\"title\": {\"type\": \"File\", \"value\": \"TVo=\", \"valueInfo\": {\"filename\": \"x.exe\"}}}}");
        assertRefused(file, "Mục “Tóm tắt sự cố” phải là chữ. Vui lòng nhập lại bằng chữ.");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEqualTo(java.util.Map.of("title", "Có sự cố"));
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void badReportStartsNothing(Door door) throws Exception {
        HttpResponse<byte[]> answer = post(
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
    void whatCannotBeReadIsSaidInVietnamese(Door door) throws Exception {
        Task task = taskAtHand();
        for (String body : new String[] {
            "{\"variables\": {",
            "[]",
            "{\"variables\": {\"count\": {\"type\": \"Integer\", \"value\": \"năm\"}}}",
            "{\"variables\": {\"title\": {\"type\": \"Object\", \"value\": \"rO0AB\", \"valueInfo\": {}}}}",
            "{\"variables\": {\"title\": {\"type\": \"Nothing\", \"value\": \"x\"}}}"
        }) {
            HttpResponse<byte[]> answer = post(door, "/task/" + task.getId() + "/submit-form", body);
            JsonNode said = JSON.readTree(answer.body());
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(said.path("message").asText()).as(body).contains("Vui lòng");
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void goodAnswerPasses(Door door) throws Exception {
        Task task = taskAtHand();
        HttpResponse<byte[]> answer = post(
                door,
                "/task/" + task.getId() + "/submit-form",
                "{\"variables\": {\"title\": {\"value\": \"" + "Ư".repeat(450) + "\"}, \"count\": {\"value\": 2}}}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void taskThatIsTakenSaysSo(Door door) throws Exception {
        Task task = taskAtHand();
        tasks.setAssignee(task.getId(), "colleague");
        assertRefused(
                post(door, "/task/" + task.getId() + "/claim", "{\"userId\": \"" + PERSON + "\"}"),
                "Việc này đã có người khác nhận. Vui lòng tải lại danh sách và chọn việc khác.");
    }

    @ParameterizedTest
    @EnumSource
    void errorsThatAreNoRefusalStayTheEnginesOwn(Door door) throws Exception {
        HttpResponse<byte[]> gone = send(
                door,
                HttpRequest.newBuilder(uri(door.path + "/process-definition/gone"))
                        .GET());
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(gone.body()).path("message").asText()).contains("No matching definition with id gone");
    }

    @Test
    void bigAnswersAreNotHeldBack() throws Exception {
        HttpResponse<byte[]> list = send(
                Door.REST,
                HttpRequest.newBuilder(uri(Door.REST.path + "/process-definition"))
                        .GET());
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(list.body()).isArray()).isTrue();
    }

    private Task taskAtHand() {
        String instance = runtime.startProcessInstanceByKey("over-http", java.util.Map.of("title", "Có sự cố"))
                .getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private static void assertRefused(HttpResponse<byte[]> answer, String sentence) throws Exception {
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(JSON.createObjectNode().put("type", "Refusal").put("message", sentence));
    }

    private HttpResponse<byte[]> post(Door door, String path, String body) throws Exception {
        return send(
                door,
                HttpRequest.newBuilder(uri(door.path + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<byte[]> send(Door door, HttpRequest.Builder request) throws Exception {
        if (door == Door.REST) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((PERSON + ":" + PERSON).getBytes(UTF_8)));
        } else {
            login();
            request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private void login() throws Exception {
        if (cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals("XSRF-TOKEN"))) {
            return;
        }
        String page = client.send(HttpRequest.newBuilder(uri("/dang-nhap")).build(), BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form =
                "username=" + PERSON + "&password=" + PERSON + "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8);
        client.send(
                HttpRequest.newBuilder(uri("/dang-nhap"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        client.send(
                HttpRequest.newBuilder(uri("/camunda/app/tasklist/default/")).build(), BodyHandlers.discarding());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
