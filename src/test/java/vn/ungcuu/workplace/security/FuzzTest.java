package vn.ungcuu.workplace.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ungcuu.support.RawRequest;
import vn.ungcuu.support.RawRequest.Answer;
import vn.ungcuu.support.TableSizes;
import vn.ungcuu.support.Visitor;

/**
 * Malformed requests against everything that answers, by everybody. How many is {@code -Drequests}; the seed is
 * {@code -Dseed}, printed when something is found.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);

    private static final int REQUESTS = Integer.getInteger("requests", 3000);
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final int ROWS_COUNTED_EVERY = 250;
    private static final int SERVER_ERROR = 500;

    private static final List<String> PEOPLE =
            List.of("vanphong", "congan", "vanhoa", "donvi", "lanhdao", "dieuphoi", "phantich", "admin");

    /** Who may ask for anything at all, taken together. */
    private static final List<String> GROUPS =
            List.of("office", "leadership", "coordinators", "analysts", "camunda-admin");

    private static final Pattern INSIDES = Pattern.compile(
            "\\tat [\\w.$]+\\(|Caused by:|java\\.(lang|sql)\\.|(?<!java type )java\\.util\\.|org\\.(springframework|apache|h2|postgresql|hibernate)\\.");

    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-F]{8}\\b");

    @LocalServerPort
    int port;

    @Autowired
    AllowList allowList;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nothingMalformedBreaksAnythingOrTellsOrLeavesAnything(CapturedOutput log) {
        LOG.info("{} malformed requests, seed {}", REQUESTS, SEED);
        Malformed malformed = new Malformed(SEED, targets(), ids());
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> found = new ArrayList<>();
        List<String> sinceCounted = new ArrayList<>();
        boolean changed = false;
        Map<String, Long> rows = TableSizes.of(jdbc);
        Map<String, Map<Boolean, List<String>>> cards = new HashMap<>();
        for (int n = 1; n <= REQUESTS; n++) {
            RawRequest request = malformed.next();
            String person = malformed.one(PEOPLE);
            if (n % 10 > 0 && request.headers().stream().noneMatch(header -> header.startsWith("Authorization"))) {
                for (String header :
                        cards.computeIfAbsent(person, this::cardsOf).get(isForMachines(request))) {
                    request = request.with(header);
                }
            }
            Answer answer = request.send(port);
            statuses.merge(answer.status(), 1, Integer::sum);
            boolean accepted = answer.status() >= 200 && answer.status() < 400;
            changed |= accepted && !"GET".equals(request.method());
            sinceCounted.add(answer.status() + " for " + person + ": " + shortened(request.toString()));
            // An answer to HEAD has no room for a number.
            if (answer.status() >= SERVER_ERROR && !"HEAD".equals(request.method()) && !isLogged(answer, log)
                    || INSIDES.matcher(answer.text()).find() && !accepted) {
                found.add(person + ": " + shortened(request.toString()) + "\n-> " + shortened(answer.text()));
            }
            if (n % ROWS_COUNTED_EVERY == 0) {
                Map<String, Long> now = TableSizes.of(jdbc);
                if (!changed) {
                    assertThat(now).as(() -> String.join("\n", sinceCounted)).isEqualTo(rows);
                }
                rows = now;
                changed = false;
                sinceCounted.clear();
                // Some have been logged out meanwhile.
                cards.clear();
            }
        }
        LOG.info("Answers by status: {}", statuses);
        assertThat(found).as(found.size() + " findings, seed " + SEED).isEmpty();
        assertThat(new Visitor(port)
                        .withPassword("vanphong", "vanphong")
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(200);
    }

    private static boolean isForMachines(RawRequest request) {
        return request.target().startsWith("/engine-rest") || request.target().startsWith("/actuator");
    }

    /** What somebody shows to come in: with a password as machines do (true), after the login page (false). */
    private Map<Boolean, List<String>> cardsOf(String person) {
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, person);
        String basic = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(UTF_8));
        String csrf = visitor.csrfOf("/");
        String cookies = Stream.of("JSESSIONID", "XSRF-TOKEN", "UNGCUU-CSRF")
                .map(name -> name + "=" + visitor.cookie(name).orElse(""))
                .collect(Collectors.joining("; "));
        return Map.of(
                true,
                List.of("Authorization: Basic " + basic),
                false,
                List.of(
                        "Cookie: " + cookies,
                        "X-XSRF-TOKEN: " + visitor.cookie("XSRF-TOKEN").orElseThrow(),
                        "X-UNGCUU-CSRF: " + csrf));
    }

    /** The engine's whole REST API and the web applications', ours, and what is none of either. */
    private List<String> targets() {
        List<String> targets = new ArrayList<>(List.of(
                "GET /engine-rest/*",
                "POST /engine-rest/*/*",
                "GET /engine-rest/engine/*/task",
                "GET /camunda/app/*/default/",
                "GET /camunda/api/*/*/*",
                "GET /camunda/lib/*",
                "GET /actuator/*",
                "GET /css/*",
                "GET /*",
                "POST /dang-nhap",
                "POST /dang-xuat",
                "POST /engine-rest/process-instance/*/modification",
                "DELETE /engine-rest/process-instance/*",
                "PUT /engine-rest/task/*/variables/*",
                "POST /engine-rest/execution/*/messageSubscriptions/*/trigger",
                "POST /engine-rest/signal"));
        allowList.of(GROUPS).forEach(allowed -> {
            String path = allowed.path().pattern().replaceAll("\\\\[QE]", "").replaceAll("\\[\\^/]\\+|\\.\\+", "*");
            if (path.startsWith("/camunda")) {
                targets.add(allowed.method() + " " + path);
            } else {
                targets.add(allowed.method() + " /engine-rest" + path);
                targets.add(allowed.method() + " /camunda/api/engine/engine/default" + path);
            }
        });
        pages.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> (mapping.getMethodsCondition()
                                                .getMethods()
                                                .isEmpty()
                                        ? List.of("GET", "POST")
                                        : mapping.getMethodsCondition().getMethods())
                                .forEach(method -> targets.add(method + " " + path))));
        return targets;
    }

    private List<String> ids() {
        new Visitor(port).withPassword("vanphong", "vanphong").post("/engine-rest/message", """
                {"messageName": "incident-reported", "processVariables": {
                 "title": {"value": "Máy tính Một cửa bị mã hóa"}, "description": {"value": "Không mở được tệp nào"},
                 "channel": {"value": "phone"}, "detectedAt": {"value": "2026-01-05T08:00:00+07:00"},
                 "reporterName": {"value": "Nguyễn Thị Lan"}}}""");
        Task task = tasks.createTaskQuery()
                .taskDefinitionKey("acknowledge-report")
                .list()
                .get(0);
        List<String> ids = new ArrayList<>(List.of(
                task.getId(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                task.getProcessDefinitionId(),
                "incident-response",
                "classify-incident",
                "vanphong",
                "office",
                "default",
                "cockpit",
                "tasklist"));
        repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(decision -> ids.add(decision.getId()));
        return ids;
    }

    private static boolean isLogged(Answer answer, CapturedOutput log) {
        Matcher reference = REFERENCE.matcher(answer.text());
        while (reference.find()) {
            if (log.getOut().contains(reference.group())) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "?");
        return clean.length() < 1200
                ? clean
                : clean.substring(0, 1200) + String.format(Locale.ROOT, "… (%d)", clean.length());
    }
}
