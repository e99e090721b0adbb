package load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.CookieKey;
import static io.gatling.javaapi.http.HttpDsl.getCookieValue;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Forty-eight officers ({@code -Dofficers}) and two coordinators, at the pace of people who hurry. An officer logs in, then again and again: looks at the
 * list, reports an incident, finds its first task, opens it, takes it, reads, completes it, looks at the incident. A coordinator keeps
 * the dashboard open. What Tasklist asks is asked as Tasklist asks it.
 */
public class Officers extends Simulation {

    private static final String BASE = System.getProperty("base");
    private static final Duration DURATION = Duration.ofSeconds(Long.getLong("seconds", 180));
    private static final int OFFICERS = Integer.getInteger("officers", 48);
    private static final int COORDINATORS = 2;
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final HttpProtocolBuilder protocol = http.baseUrl(BASE)
            .acceptHeader("application/json, text/html;q=0.9, */*;q=0.8")
            .acceptLanguageHeader("vi")
            .disableCaching();

    private static ChainBuilder login(String user) {
        return group("login")
                .on(
                        exec(http("login page")
                                .get("/dang-nhap")
                                .check(css("input[name=_csrf]", "value").saveAs("csrf"))),
                        exec(http("log in")
                                .post("/dang-nhap")
                                .formParam("username", user)
                                .formParam("password", user)
                                .formParam("_csrf", "#{csrf}")
                                .check(status().in(200, 302))),
                        exec(http("tasklist").get("/camunda/app/tasklist/default/")),
                        exec(getCookieValue(
                                CookieKey("XSRF-TOKEN")
                                        .withPath("/camunda")
                                        .saveAs("token"))));
    }

    private static final ChainBuilder OPEN_LIST = group("open list")
            .on(
                    exec(http("lists with counts")
                            .get(ENGINE + "/filter?resourceType=Task&itemCount=true&firstResult=0&maxResults=2000")
                            .check(jsonPath("$[0].id").saveAs("filter"))),
                    exec(http("first page")
                            .post(ENGINE + "/filter/#{filter}/list?firstResult=0&maxResults=15")
                            .header("X-XSRF-TOKEN", "#{token}")
                            .header("Accept", "application/hal+json")
                            .header("Content-Type", "application/json")
                            .body(StringBody("{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}"))));

    private static final ChainBuilder REPORT = exec(session -> session.set("detectedAt", someTimeAgo()))
            .exec(http("report")
                    .post(ENGINE + "/process-definition/key/incident-response/submit-form")
                    .header("X-XSRF-TOKEN", "#{token}")
                    .header("Content-Type", "application/json")
                    .body(StringBody("""
                        {"variables": {
                          "title": {"value": "Máy tính phòng tiếp dân hiện thông báo lạ"},
                          "description": {"value": "Màn hình hiện chữ tiếng nước ngoài, không tắt được."},
                          "channel": {"value": "phone"},
                          "detectedAt": {"value": "#{detectedAt}"},
                          "reporterName": {"value": "Nguyễn Văn An"}}}"""))
                    .check(jsonPath("$.id").saveAs("instance")));

    private static final ChainBuilder OPEN_TASK = exec(http("find task")
                    .get(ENGINE + "/task?processInstanceId=#{instance}")
                    .check(jsonPath("$[0].id").saveAs("task")))
            .group("open task")
            .on(
                    exec(http("task").get(ENGINE + "/task/#{task}")),
                    exec(http("incident of task").get("/api/tasks/#{task}/incident")),
                    exec(http("form").get(ENGINE + "/task/#{task}/form")),
                    exec(http("deployed form").get(ENGINE + "/task/#{task}/deployed-form")),
                    exec(http("form variables").get(ENGINE + "/task/#{task}/form-variables")));

    private static final ChainBuilder CLAIM = exec(http("claim")
            .post(ENGINE + "/task/#{task}/claim")
            .header("X-XSRF-TOKEN", "#{token}")
            .header("Content-Type", "application/json")
            .body(StringBody("{\"userId\": \"vanphong\"}")));

    private static final ChainBuilder COMPLETE = exec(session -> session.set("acknowledgedAt", now()))
            .exec(http("complete")
                    .post(ENGINE + "/task/#{task}/submit-form")
                    .header("X-XSRF-TOKEN", "#{token}")
                    .header("Content-Type", "application/json")
                    .body(StringBody("""
                        {"variables": {
                          "acknowledgeChannel": {"value": "phone"},
                          "acknowledgedAt": {"value": "#{acknowledgedAt}"}}}""")));

    private final ScenarioBuilder officers = scenario("officers")
            .exec(login("vanphong"))
            .exec(forever()
                    // Who fails at one step has no use for the next, and begins anew.
                    .on(exitBlockOnFail().on(OPEN_LIST
                            .exec(thinking())
                            .exec(REPORT)
                            .exec(thinking())
                            .exec(OPEN_LIST)
                            .exec(thinking())
                            .exec(OPEN_TASK)
                            .exec(CLAIM)
                            .exec(thinking())
                            .exec(COMPLETE)
                            .exec(thinking())
                            .exec(http("start page").get("/"))
                            .exec(thinking()))));

    private final ScenarioBuilder coordinators = scenario("coordinators")
            .exec(login("dieuphoi"))
            .exec(forever()
                    .on(exec(http("dashboard").get("/api/dashboard"))
                            .pause(10)
                            .exec(http("open work").get("/viec-dang-mo"))
                            .pause(10)));

    public Officers() {
        setUp(
                        officers.injectOpen(rampUsers(OFFICERS).during(20)),
                        coordinators.injectOpen(rampUsers(COORDINATORS).during(5)))
                .protocols(protocol)
                .maxDuration(DURATION)
                .assertions(
                        details("open task").responseTime().percentile3().lt(500),
                        details("complete").responseTime().percentile3().lt(500),
                        global().failedRequests().percent().lt(0.1));
    }

    /** Forms are read and filled in longer than this; so fifty here are more than fifty people. */
    private static ChainBuilder thinking() {
        return pause(Duration.ofSeconds(3), Duration.ofSeconds(9));
    }

    private static String now() {
        return OffsetDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String someTimeAgo() {
        return OffsetDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                .minusHours(1)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
