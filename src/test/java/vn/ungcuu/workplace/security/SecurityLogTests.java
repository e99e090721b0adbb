package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.SecurityLog;
import vn.ungcuu.SecurityLog.Outcome;
import vn.ungcuu.support.SecurityLines;
import vn.ungcuu.support.Visitor;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SecurityLogTests {

    private static final String FROM_HERE = " source.ip=\"127.0.0.1\"";
    private static final String SECRET = "mot-mat-khau-rat-dai-42";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    private SecurityLines lines;

    @BeforeEach
    void listen() {
        lines = SecurityLines.open();
    }

    @AfterEach
    void forget() {
        lines.close();
        identity.deleteUser("nguoimoi");
    }

    @Test
    void loginAndLogoutAreTold() {
        Visitor visitor = new Visitor(port);
        visitor.login("vanphong", "vanphong");
        visitor.form("/dang-xuat", Map.of("_csrf", visitor.csrfOf("/")));
        told("login SUCCESS user.name=\"vanphong\"" + FROM_HERE, "logout SUCCESS user.name=\"vanphong\"" + FROM_HERE);
    }

    @Test
    void logoutInTasklistIsTold() {
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, "vanphong");
        visitor.post("/camunda/api/admin/auth/user/default/logout", "{}");
        told("login SUCCESS user.name=\"vanphong\"" + FROM_HERE, "logout SUCCESS user.name=\"vanphong\"" + FROM_HERE);
    }

    @Test
    void wrongPasswordIsToldWithTheNameOfWhomItWasMeantForAndNeverThePassword() {
        person("nguoimoi");
        Visitor visitor = new Visitor(port);
        visitor.login("nguoimoi", SECRET);
        visitor.login("nguoimoi", SECRET);
        new Visitor(port).withPassword("nguoimoi", SECRET).get("/engine-rest/task");
        told(
                "login-failed FAILURE user.name=\"nguoimoi\"" + FROM_HERE,
                "login-throttled FAILURE user.name=\"nguoimoi\"" + FROM_HERE,
                "login-throttled FAILURE user.name=\"nguoimoi\"" + FROM_HERE);
    }

    @Test
    void whatIsNobodysNameMayBeAPasswordAndIsNotTold() {
        new Visitor(port).login(SECRET, "x");
        told("login-failed FAILURE" + FROM_HERE);
    }

    @Test
    void refusalsAreToldWhoeverRefuses() {
        Visitor office = Visitor.through(Visitor.Door.WEBAPP, port, "vanphong");
        office.get("/camunda/api/engine/engine/default/variable-instance?processInstanceIdIn=x");
        office.post("/camunda/api/engine/engine/default/process-definition/key/stalled-work/submit-form", "{}");
        office.get("/api/dashboard");
        office.form("/dang-xuat", Map.of());
        office.forgetCookie("XSRF-TOKEN");
        office.post("/camunda/api/engine/engine/default/task", "{}");
        told(
                "login SUCCESS user.name=\"vanphong\"" + FROM_HERE,
                refused("GET", "/camunda/api/engine/engine/default/variable-instance", "vanphong"),
                // By the rights of the engine.
                refused(
                        "POST",
                        "/camunda/api/engine/engine/default/process-definition/key/stalled-work/submit-form",
                        "vanphong"),
                refused("GET", "/api/dashboard", "vanphong"),
                // The token is looked at before the person.
                "refused FAILURE http.request.method=\"POST\" url.path=\"/dang-xuat\"" + FROM_HERE,
                refused("POST", "/camunda/api/engine/engine/default/task", "vanphong"));
    }

    @Test
    void administrationIsToldWithWhoDidWhatToWhom() {
        Visitor admin = new Visitor(port).withPassword("admin", "admin");
        admin.post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"nguoimoi\",\"firstName\":\"A\",\"lastName\":\"B\"},\"credentials\":{\"password\":\""
                        + SECRET + "\"}}");
        admin.send("PUT", "/engine-rest/group/police/members/nguoimoi", null, Map.of());
        admin.send("DELETE", "/engine-rest/group/police/members/nguoimoi", null, Map.of());
        String right = admin.post(
                        "/engine-rest/authorization/create",
                        "{\"type\":1,\"permissions\":[\"READ\"],\"userId\":\"nguoimoi\",\"resourceType\":5,\"resourceId\":\"x\"}")
                .json()
                .path("id")
                .asText();
        admin.send("DELETE", "/engine-rest/authorization/" + right, null, Map.of());
        identity.checkPassword("nguoimoi", "wrong");
        admin.post("/engine-rest/user/nguoimoi/unlock", "{}");
        admin.send("DELETE", "/engine-rest/user/nguoimoi", null, Map.of());

        assertThat(lines.all())
                .allSatisfy(line -> assertThat(line)
                        .startsWith("change SUCCESS")
                        .contains("user.name=\"admin\"" + FROM_HERE)
                        .doesNotContain(SECRET));
        assertThat(lines.all())
                .anySatisfy(change("User", "Create", "change.userId=\"nguoimoi\""))
                .anySatisfy(change(
                        "Group membership", "Create", "change.groupId=\"police\" ", "change.userId=\"nguoimoi\""))
                .anySatisfy(
                        change("Group membership", "Delete", "change.groupId=\"police\"", "change.userId=\"nguoimoi\""))
                .anySatisfy(
                        change("Authorization", "Create", "change.permissions=\"READ\"", "change.userId=\"nguoimoi\""))
                .anySatisfy(change("Authorization", "Delete", "change.userId=\"nguoimoi\""))
                .anySatisfy(change("User", "Unlock", "change.userId=\"nguoimoi\""))
                .anySatisfy(change("User", "Delete", "change.userId=\"nguoimoi\""));
    }

    @Test
    void passwordChangeIsToldAsOneAndSoIsOneThatFailed() {
        person("nguoimoi");
        Visitor myself = new Visitor(port).withPassword("nguoimoi", "nguoimoi");
        String address = "/engine-rest/user/nguoimoi/credentials";
        myself.send(
                "PUT", address, "{\"password\":\"" + SECRET + "\",\"authenticatedUserPassword\":\"sai\"}", Map.of());
        identity.unlockUser("nguoimoi");
        myself.send(
                "PUT",
                address,
                "{\"password\":\"" + SECRET + "\",\"authenticatedUserPassword\":\"nguoimoi\"}",
                Map.of());
        String whose = " user.name=\"nguoimoi\" user.target.name=\"nguoimoi\"" + FROM_HERE;
        assertThat(lines.all())
                .contains("password-change FAILURE" + whose, "password-change SUCCESS" + whose)
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET));
    }

    @Test
    void newModelIsTold() {
        String boundary = "------x";
        new Visitor(port)
                .withPassword("phantich", "phantich")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        "--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nthu\r\n--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"a\"; filename=\"nhat-ky.form\"\r\n\r\n"
                                + "{\"id\": \"nhat-ky\", \"type\": \"default\", \"components\": []}\r\n--" + boundary
                                + "--\r\n",
                        Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
        assertThat(lines.all())
                .singleElement()
                .satisfies(change("Deployment", "Create", "change.deploymentId=\"", "user.name=\"phantich\""));
    }

    @Test
    void listTakenOutOfTheHouseIsTold() {
        Visitor leader = new Visitor(port);
        leader.login("lanhdao", "lanhdao");
        leader.get("/thong-ke/su-co.csv?tu=2026-01-01&den=2026-01-31");
        assertThat(lines.all())
                .contains("export SUCCESS http.request.method=\"GET\" url.path=\"/thong-ke/su-co.csv\""
                        + " user.name=\"lanhdao\"" + FROM_HERE);
    }

    @Test
    void whoReadsAnIncidentIsToldAndWhoIsShownNoneIsNot() {
        String code = new Visitor(port)
                .withPassword("vanphong", "vanphong")
                .post("/engine-rest/message", """
                        {"messageName": "incident-reported", "resultEnabled": true, "processVariables": {
                          "title": {"value": "Máy tính bị mã hóa"}, "description": {"value": "Không mở được tệp"},
                          "channel": {"value": "phone"}, "detectedAt": {"value": "2026-01-05T08:00:00+07:00"},
                          "reporterName": {"value": "Nguyễn Thị Lan"}}}""")
                .json()
                .path(0)
                .path("processInstance")
                .path("businessKey")
                .asText();
        Visitor office = new Visitor(port);
        office.login("vanphong", "vanphong");
        office.get("/so-theo-doi/" + code);
        Visitor unit = new Visitor(port);
        unit.login("donvi", "donvi");
        unit.get("/so-theo-doi/" + code);
        assertThat(lines.all())
                .filteredOn(line -> line.contains("/so-theo-doi/"))
                .containsExactly("read SUCCESS http.request.method=\"GET\" url.path=\"/so-theo-doi/" + code
                        + "\" user.name=\"vanphong\"" + FROM_HERE);
    }

    @Test
    void nothingAPersonTypesLooksLikeAnotherLine() {
        SecurityLog.record(
                "refused",
                Outcome.FAILURE,
                "a\r\nlogin SUCCESS user.name=\"admin\"",
                Map.of("url.path", "/x\u2028\u0085\u202e\t" + "y".repeat(1000)));
        assertThat(lines.all())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("refused FAILURE url.path=\"/x____yyy")
                        .contains("user.name=\"a__login SUCCESS user.name=_admin_\"")
                        .hasSizeLessThan(400));
    }

    @Test
    void fieldsHaveTheNamesOfTheCommonSchema() {
        new Visitor(port).login("vanphong", "vanphong");
        assertThat(lines.events()).singleElement().satisfies(event -> {
            assertThat(event.getKeyValuePairs())
                    .contains(
                            new KeyValuePair("event.action", "login"),
                            new KeyValuePair("event.outcome", "success"),
                            new KeyValuePair("user.name", "vanphong"));
            assertThat(event.getMDCPropertyMap()).containsEntry("source.ip", "127.0.0.1");
        });
        assertThat(lines.events()).extracting(ILoggingEvent::getLoggerName).containsOnly("ung-cuu.security");
    }

    private void person(String userId) {
        var person = identity.newUser(userId);
        person.setPassword(userId);
        identity.saveUser(person);
        identity.createMembership(userId, "office");
    }

    private void told(String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lines.all()).containsExactly(expected));
    }

    private static String refused(String method, String path, String who) {
        return "refused FAILURE http.request.method=\"" + method + "\" url.path=\"" + path + "\" user.name=\"" + who
                + "\"" + FROM_HERE;
    }

    private static ThrowingConsumer<String> change(String of, String operation, String... more) {
        return line -> assertThat(line)
                .contains("change.of=\"" + of + "\" change.operation=\"" + operation + "\"")
                .contains(List.of(more));
    }
}
