package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LoginTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    private Visitor visitor;

    @BeforeEach
    void newcomer() {
        visitor = new Visitor(port);
        User newcomer = identity.newUser("newcomer");
        newcomer.setPassword("newcomer");
        identity.saveUser(newcomer);
        identity.createMembership("newcomer", "office");
    }

    @AfterEach
    void gone() {
        identity.deleteUser("newcomer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/engine/default/process-definition",
                "/engine-rest/identity/password-policy",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/api/anything",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env"
            })
    void nobodyKnownIsAskedWhoTheyAreByEveryInterface(String path) {
        assertThat(visitor.get(path).status()).isEqualTo(401);
        assertThat(visitor.post(path, "{}").status()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/so-theo-doi", "/camunda/", TASKLIST, "/camunda/app/cockpit/default/"})
    void nobodyKnownIsLedToTheLoginPage(String path) {
        Reply reply = visitor.send("GET", path, null, Map.of("Accept", "text/html"));
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).contains("/dang-nhap");
    }

    @Test
    void healthIsPublicAndSaysNothingMore() {
        assertThat(visitor.get("/actuator/health").status()).isEqualTo(200);
        assertThat(visitor.get("/actuator/health").json().has("components")).isFalse();
    }

    @Test
    void operatorsPagesAreForAdministrators() {
        assertThat(new Visitor(port)
                        .withPassword("vanphong", "vanphong")
                        .get("/actuator/health")
                        .status())
                .isEqualTo(200);
        assertThat(new Visitor(port)
                        .withPassword("vanphong", "vanphong")
                        .get("/actuator")
                        .status())
                .isEqualTo(403);
        assertThat(new Visitor(port)
                        .withPassword("admin", "admin")
                        .get("/actuator")
                        .status())
                .isNotIn(401, 403);
    }

    @Test
    void oneLoginOpensPagesAndWebApplicationsAndLeadsBackToWhereItStarted() {
        visitor.send("GET", TASKLIST, null, Map.of("Accept", "text/html"));
        assertThat(visitor.login("newcomer", "newcomer").location()).contains(TASKLIST);
        assertThat(visitor.get(TASKLIST).status()).isEqualTo(200);
        assertThat(visitor.get(WHO_AM_I).json().path("userId").asText()).isEqualTo("newcomer");
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.get("/so-theo-doi").status()).isEqualTo(200);
    }

    @Test
    void loginStartsANewSession() {
        visitor.send("GET", TASKLIST, null, Map.of("Accept", "text/html"));
        String before = visitor.cookie("JSESSIONID").orElseThrow();
        visitor.login("newcomer", "newcomer");
        assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void logoutInTasklistEndsEverything() {
        visitor.login("newcomer", "newcomer");
        visitor.get(TASKLIST);
        String session = visitor.cookie("JSESSIONID").orElseThrow();
        assertThat(visitor.post(LOGOUT, "{}").status()).isEqualTo(200);
        assertThat(visitor.send("GET", "/", null, Map.of("Cookie", "JSESSIONID=" + session, "Accept", "text/html"))
                        .status())
                .isEqualTo(302);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
    }

    @Test
    void logoutOnOurPagesEndsEverything() {
        visitor.login("newcomer", "newcomer");
        visitor.get(TASKLIST);
        assertThat(visitor.form("/dang-xuat", Map.of("_csrf", visitor.csrfOf("/")))
                        .location())
                .contains("/dang-nhap?da-dang-xuat");
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
    }

    @Test
    void anotherSiteCanNeitherLogOutNorChangeAnything() {
        visitor.login("newcomer", "newcomer");
        visitor.get(TASKLIST);
        assertThat(visitor.form("/dang-xuat", Map.of()).status()).isEqualTo(403);
        visitor.forgetCookie("XSRF-TOKEN");
        assertThat(visitor.post(LOGOUT, "{}").status()).isEqualTo(403);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(200);
        assertThat(visitor.post("/camunda/api/engine/engine/default/task", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void passwordABrowserRemembersForRestIsOfNoUseToAnotherSite() {
        Visitor browser = new Visitor(port).withPassword("newcomer", "newcomer");
        assertThat(browser.send("GET", "/engine-rest/task", null, Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.send("GET", "/engine-rest/task", null, Map.of("Sec-Fetch-Site", "none"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void loginOfTheWebApplicationsAndTheirSetupAreClosed() {
        visitor.login("newcomer", "newcomer");
        visitor.get(TASKLIST);
        assertThat(visitor.form(
                                "/camunda/api/admin/auth/user/default/login/cockpit",
                                Map.of("username", "admin", "password", "admin"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.post("/camunda/api/admin/setup/default/user/create", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(visitor.get(WHO_AM_I).json().path("userId").asText()).isEqualTo("newcomer");
    }

    @Test
    void restLeavesNoSessionBehind() {
        Visitor machine = new Visitor(port).withPassword("newcomer", "newcomer");
        assertThat(machine.get("/engine-rest/task").status()).isEqualTo(200);
        assertThat(machine.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void sessionOfTheLoginPageOpensNoRest() {
        visitor.login("newcomer", "newcomer");
        assertThat(visitor.get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void wrongPasswordKeepsTheNameAndSaysToWait() {
        assertThat(visitor.login("newcomer", "wrong").location()).contains("/dang-nhap");
        String page = visitor.get("/dang-nhap").body();
        assertThat(page)
                .contains("tên đăng nhập hoặc mật khẩu chưa đúng")
                .contains("chờ một phút")
                .contains("value=\"newcomer\"")
                .doesNotContain("wrong");
        // At once even the right one has to wait, and is told so.
        assertThat(visitor.login("newcomer", "newcomer").location()).contains("/dang-nhap");
        assertThat(visitor.get("/dang-nhap").body()).contains("chờ một phút");
    }

    @Test
    void addressSomebodyClaimsDoesNotShortenTheWait() {
        visitor.login("newcomer", "wrong");
        for (String address : new String[] {"203.0.113.9", "203.0.113.10"}) {
            String form = "username=newcomer&password=newcomer&_csrf="
                    + URLEncoder.encode(visitor.csrfOf("/dang-nhap"), StandardCharsets.UTF_8);
            Map<String, String> claimed = Map.of(
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "X-Forwarded-For",
                    address,
                    "Forwarded",
                    "for=" + address);
            assertThat(visitor.send("POST", "/dang-nhap", form, claimed).location())
                    .contains("/dang-nhap");
            assertThat(visitor.get("/dang-nhap").body()).contains("chờ một phút");
        }
    }

    @Test
    void lockedAccountIsSentToTheAdministrator() {
        for (int i = 0; i < 10; i++) {
            identity.checkPassword("newcomer", "wrong");
            unlockInTime();
        }
        visitor.login("newcomer", "newcomer");
        assertThat(visitor.get("/dang-nhap").body()).contains("nhờ quản trị viên mở khóa");
        assertThat(identity.checkPassword("newcomer", "newcomer")).isFalse();
    }

    @Test
    void everyCharacterOfAPasswordCounts() {
        User newcomer = identity.createUserQuery().userId("newcomer").singleResult();
        newcomer.setPassword("x".repeat(127) + "y");
        identity.saveUser(newcomer);
        assertThat(identity.checkPassword("newcomer", "x".repeat(127) + "y")).isTrue();
        assertThat(identity.checkPassword("newcomer", "x".repeat(127) + "z")).isFalse();
    }

    @Test
    void nobodyLearnsFromARefusalWhoHasAnAccount() {
        List<String> told = new ArrayList<>();
        told.add(refusal("newcomer", "wrong"));
        told.add(refusal("newcomer", "newcomer"));
        told.add(refusal("khong-co-ai", "wrong"));
        told.add(refusal("khong-co-ai", "wrong"));
        for (int i = 0; i < 10; i++) {
            unlockInTime();
            identity.checkPassword("newcomer", "wrong");
        }
        told.add(refusal("newcomer", "newcomer"));
        assertThat(Set.copyOf(told)).singleElement().asString().contains("Chưa đăng nhập được");
    }

    @Test
    void deletedPersonIsOutWithTheNextRequest() {
        visitor.login("newcomer", "newcomer");
        assertThat(visitor.get(TASKLIST).status()).isEqualTo(200);
        identity.deleteUser("newcomer");
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
        assertThat(visitor.send("GET", "/", null, Map.of("Accept", "text/html")).status())
                .isEqualTo(302);
    }

    @Test
    void changedPasswordEndsTheLoginsThatTheOldOneOpened() {
        Visitor elsewhere = new Visitor(port);
        Visitor colleague = new Visitor(port);
        visitor.login("newcomer", "newcomer");
        elsewhere.login("newcomer", "newcomer");
        colleague.login("vanphong", "vanphong");
        for (Visitor anyOfThem : List.of(visitor, elsewhere, colleague)) {
            assertThat(anyOfThem.get(TASKLIST).status()).isEqualTo(200);
        }

        assertThat(visitor.send(
                                "PUT",
                                "/camunda/api/engine/engine/default/user/newcomer/credentials",
                                "{\"password\": \"một câu chỉ tôi biết 73\", \"authenticatedUserPassword\": \"newcomer\"}",
                                Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(200);
        assertThat(elsewhere.get(WHO_AM_I).status()).isEqualTo(401);
        assertThat(colleague.get(WHO_AM_I).status()).isEqualTo(200);
    }

    @Test
    void passwordGivenByTheAdministratorEndsAllLoginsOfThePerson() {
        visitor.login("newcomer", "newcomer");
        assertThat(visitor.get(TASKLIST).status()).isEqualTo(200);
        User newcomer = identity.createUserQuery().userId("newcomer").singleResult();
        newcomer.setFirstName("Lan");
        identity.saveUser(newcomer);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(200);

        newcomer = identity.createUserQuery().userId("newcomer").singleResult();
        newcomer.setPassword("một câu chỉ tôi biết 73");
        identity.saveUser(newcomer);

        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
    }

    @Test
    void loginPageNeedsNoScriptFromElsewhere() {
        assertThat(visitor.get("/dang-nhap").body())
                .contains("lang=\"vi\"")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    private String refusal(String name, String password) {
        visitor.login(name, password);
        return visitor.get("/dang-nhap").body().replaceAll("(?s).*<p class=\"notice error\"[^>]*>([^<]*)<.*", "$1");
    }

    /** The waiting time between two attempts is not what the test is about. */
    private void unlockInTime() {
        database.sql("update act_id_user set lock_exp_time_ = null where id_ = 'newcomer'")
                .update();
    }
}
