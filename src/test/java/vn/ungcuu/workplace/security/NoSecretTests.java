package vn.ungcuu.workplace.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.InProduction;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/** A walk through the application of production, after which everything it said and wrote down is searched for secrets. */
@InProduction
class NoSecretTests {

    private static final String OUTSIDE = "198.51.100.23";
    private static final String PASSWORD = "chim sẻ đậu cành tre 83";
    private static final String NEXT_PASSWORD = "cá rô bơi ngược dòng 59";
    private static final String WRONG = "mat-khau-go-nham-6620";
    private static final String WRONG_TOKEN = "ma-thong-bao-sai-4417";
    private static final String ID_NUMBER = "079085001234";

    private static final String REPORT = """
            {"messageName": "incident-reported", "processVariables": {
              "title": {"value": "Máy tính Một cửa bị mã hóa"}, "channel": {"value": "phone"},
              "description": {"value": "Người báo có số định danh %s"},
              "detectedAt": {"value": "%s"}, "reporterName": {"value": "Nguyễn Thị Lan"}}}""";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    HistoryService history;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Reply> replies = new ArrayList<>();
    private Reply giveBack;
    private final Map<String, String> secrets = new LinkedHashMap<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void forget() {
        root().detachAppender(log);
        identity.deleteUser("lan");
    }

    @Test
    void nothingThatIsSaidOrWrittenDownHoldsASecret() {
        walk();

        assertThat(log.list).hasSizeGreaterThan(10);
        secrets.forEach((what, secret) -> {
            assertThat(log.list)
                    .as("log: " + what)
                    .noneMatch(event -> text(event).contains(secret));
            assertThat(replies)
                    .as("answers: " + what)
                    .noneMatch(reply -> reply.body().contains(secret));
            assertThat(history.createHistoricVariableInstanceQuery().list())
                    .as("variables: " + what)
                    .isNotEmpty()
                    .noneMatch(variable -> String.valueOf(variable.getValue()).contains(secret));
        });
        assertThat(log.list).as("log: ID number").noneMatch(event -> text(event).contains(ID_NUMBER));
        assertThat(replies)
                .as("errors, health and figures: ID number")
                .filteredOn(reply -> reply != giveBack)
                .filteredOn(reply -> reply.status() >= 400 || !reply.body().contains("<html"))
                .noneMatch(reply -> reply.body().contains(ID_NUMBER));
    }

    private void walk() {
        secrets.put("password", PASSWORD);
        secrets.put("new password", NEXT_PASSWORD);
        secrets.put("wrong password", WRONG);
        secrets.put("first password", InProduction.ADMINISTRATOR_PASSWORD);
        secrets.put("password of the database", InProduction.DATABASE_PASSWORD);
        secrets.put("token of the metrics", InProduction.METRICS_TOKEN);
        secrets.put("wrong token", WRONG_TOKEN);
        secrets.put("header", Base64.getEncoder().encodeToString(("lan:" + PASSWORD).getBytes(UTF_8)));

        Visitor admin = new Visitor(port).byTlsFrom(OUTSIDE);
        keep(admin.login("admin", InProduction.ADMINISTRATOR_PASSWORD));
        keep(admin.get("/camunda/app/admin/default/"));
        keep(admin.post(Visitor.Door.WEBAPP.path + "/user/create", user("ngan", "ngắn quá")));
        keep(admin.post(Visitor.Door.WEBAPP.path + "/user/create", user("lan", PASSWORD)));
        keep(admin.send("PUT", Visitor.Door.WEBAPP.path + "/group/office/members/lan", null, Map.of()));
        keep(admin.get(Visitor.Door.WEBAPP.path + "/user/lan/profile"));
        keep(admin.get("/bao-cao"));

        Visitor stranger = new Visitor(port).byTlsFrom(OUTSIDE);
        keep(stranger.login(WRONG, PASSWORD));
        keep(stranger.login("admin", WRONG));
        identity.unlockUser("admin");
        keep(stranger.get("/dang-nhap"));
        keep(stranger.send("GET", "/actuator/prometheus", null, Map.of("Authorization", "Bearer " + WRONG_TOKEN)));

        Visitor lan = new Visitor(port).byTlsFrom(OUTSIDE);
        keep(lan.login("lan", PASSWORD));
        for (String page : List.of(
                "/",
                "/so-theo-doi",
                "/so-theo-doi?tim=" + ID_NUMBER + "&trang=2000",
                "/khong-co-trang-nay",
                "/thong-ke",
                "/thong-bao",
                "/lich-truc",
                "/camunda/app/tasklist/default/",
                "/camunda/api/admin/auth/user/default")) {
            keep(lan.get(page));
        }
        // Nothing typed is lost: this page gives it back to who typed it.
        giveBack = lan.form("/bao-cao", Map.of("_csrf", lan.csrfOf("/bao-cao"), "detectedAt", ID_NUMBER));
        keep(giveBack);
        secrets.put("session", lan.cookie("JSESSIONID").orElseThrow());
        secrets.put("session of the administrator", admin.cookie("JSESSIONID").orElseThrow());

        Visitor machine = new Visitor(port).byTlsFrom(OUTSIDE).withPassword("lan", PASSWORD);
        keep(machine.post("/engine-rest/message", REPORT.formatted(ID_NUMBER, "2026-01-05T08:00:00+07:00")));
        keep(machine.post("/engine-rest/message", REPORT.formatted("x", ID_NUMBER)));
        keep(machine.post("/engine-rest/message", "{\"messageName\": \"" + ID_NUMBER + "\"}"));
        keep(machine.post("/engine-rest/message", "{" + ID_NUMBER));
        keep(machine.get("/engine-rest/task/" + ID_NUMBER));
        keep(machine.get("/engine-rest/task?firstResult=" + ID_NUMBER + "&sortBy=x"));
        keep(machine.get("/engine-rest/variable-instance"));
        keep(lan.get("/so-theo-doi"));
        keep(machine.send("PUT", "/engine-rest/user/lan/credentials", credentials(NEXT_PASSWORD, WRONG), Map.of()));
        identity.unlockUser("lan");
        keep(machine.send("PUT", "/engine-rest/user/lan/credentials", credentials("yếu", PASSWORD), Map.of()));
        keep(machine.send("PUT", "/engine-rest/user/lan/credentials", credentials(NEXT_PASSWORD, PASSWORD), Map.of()));
        keep(machine.get("/engine-rest/task"));

        Visitor operator =
                new Visitor(port).byTlsFrom(OUTSIDE).withPassword("admin", InProduction.ADMINISTRATOR_PASSWORD);
        for (String page :
                List.of("", "/health", "/prometheus", "/env", "/info", "/configprops", "/heapdump", "/loggers")) {
            keep(operator.get("/actuator" + page));
        }
        keep(stranger.send(
                "GET", "/actuator/prometheus", null, Map.of("Authorization", "Bearer " + InProduction.METRICS_TOKEN)));
    }

    private void keep(Reply reply) {
        replies.add(reply);
    }

    private static String user(String id, String password) {
        return "{\"profile\":{\"id\":\"%s\",\"firstName\":\"Nguyễn Thị\",\"lastName\":\"Lan\"},\"credentials\":{\"password\":\"%s\"}}"
                .formatted(id, password);
    }

    private static String credentials(String password, String own) {
        return "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(password, own);
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getMDCPropertyMap()
                + event.getKeyValuePairs()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
