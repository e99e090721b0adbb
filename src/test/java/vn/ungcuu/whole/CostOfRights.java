package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

/**
 * No test but a measurement, {@code bin/test -Dtest=CostOfRights}, so it runs only when named: Tasklist's own requests, as the
 * browser sends them, of one person of an office, on PostgreSQL; with rights switched off, with ours, and with the engine's own check.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@OnPostgres
class CostOfRights {

    private static final int ROUNDS = 15;
    private static final int WARMING_UP = 5;

    private static final String HAL = "application/hal+json, application/json; q=0.5";
    private static final String PAGE = "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
            + "\"firstResult\":0,\"maxResults\":15,\"sorting\":[{\"sortBy\":\"priority\",\"sortOrder\":\"desc\"},"
            + "{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}],\"active\":true}";
    private static final String REPORT = """
            {"variables": {"title": {"value": "Máy tính Một cửa bị mã hóa"},
             "description": {"value": "Không mở được tệp nào"}, "channel": {"value": "phone"},
             "detectedAt": {"value": "2026-01-05T08:00:00+07:00"}, "reporterName": {"value": "Nguyễn Thị Lan"}}}""";

    /** Whose rows an open incident consists of, and how the first one's are found; the ids are its own. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("incident", "code = any(:ids)");
        ROWS.put("incident_office", "incident_code = any(:ids)");
        ROWS.put("incident_stage", "incident_code = any(:ids)");
        ROWS.put("act_ru_execution", "proc_inst_id_ = any(:ids)");
        ROWS.put("act_ru_task", "proc_inst_id_ = any(:ids)");
        ROWS.put("act_ru_identitylink", "task_id_ = any(:ids)");
        ROWS.put("act_ru_variable", "proc_inst_id_ = any(:ids)");
        ROWS.put("act_ru_authorization", "resource_id_ = any(:ids)");
        ROWS.put("watched_task", "task_id = any(:ids)");
    }

    private enum Rights {
        OFF,
        OURS,
        ENGINES
    }

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    private final Map<Class<?>, SessionFactory> ours = new LinkedHashMap<>();
    private ProcessEngineConfigurationImpl configuration;
    private Visitor visitor;
    private Task first;
    private Set<String> ids;

    @BeforeEach
    void oneIncident() {
        configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (Class<?> manager : List.of(TaskManager.class, AuthorizationManager.class, VariableInstanceManager.class)) {
            ours.put(manager, configuration.getSessionFactories().get(manager));
        }
        visitor = Visitor.through(Door.WEBAPP, port, "vanphong");
        visitor.post(Door.WEBAPP.path + "/process-definition/key/incident-response/submit-form", REPORT);
        first = tasks.createTaskQuery().singleResult();
        ids = ownIds();
    }

    @AfterEach
    void asItWas() {
        with(Rights.OURS);
    }

    @Test
    void printsWhatRightsCost() {
        copies(1, 1_000, 1);
        measure("1,000 open in the person's office", Rights.values());
        copies(1_001, 10_000, 1);
        measure("10,000 open in the person's office", Rights.values());
        removeCopies();
        copies(1, 1_000, 100);
        measure("1,000 open in 100 offices", Rights.values());
        copies(1_001, 100_000, 100);
        measure("100,000 open in 100 offices", Rights.values());
    }

    private void measure(String title, Rights... kinds) {
        jdbc.execute("vacuum analyze");
        Map<String, Supplier<Integer>> requests = requests();
        Map<String, Map<Rights, List<Double>>> took = new LinkedHashMap<>();
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (int round = 0; round < WARMING_UP + ROUNDS; round++) {
            for (Rights kind : kinds) {
                // Once, as with 10,000 tasks it takes minutes.
                if (kind == Rights.ENGINES && round != WARMING_UP) {
                    continue;
                }
                with(kind);
                for (var request : requests.entrySet()) {
                    long start = System.nanoTime();
                    int found = request.getValue().get();
                    double milliseconds = (System.nanoTime() - start) / 1e6;
                    assertThat(answers.computeIfAbsent(request.getKey(), key -> found))
                            .as(request.getKey())
                            .isEqualTo(found);
                    if (round >= WARMING_UP) {
                        took.computeIfAbsent(request.getKey(), key -> new EnumMap<>(Rights.class))
                                .computeIfAbsent(kind, key -> new ArrayList<>())
                                .add(milliseconds);
                    }
                }
            }
        }
        System.out.printf(
                "%n### %s%n%n| request | off | ours | ours / off | the engine's own |%n|---|---|---|---|---|%n", title);
        took.forEach((request, by) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s ms | %s ms | %.2f | %s ms |%n",
                request,
                figure(by.get(Rights.OFF)),
                figure(by.get(Rights.OURS)),
                median(by.get(Rights.OURS)) / median(by.get(Rights.OFF)),
                figure(by.get(Rights.ENGINES))));
    }

    /** What the browser asks for; each answers how much it got, which must be the same with rights and without. */
    private Map<String, Supplier<Integer>> requests() {
        String path = Door.WEBAPP.path;
        String task = path + "/task/" + first.getId();
        Map<String, String> filters = new LinkedHashMap<>();
        for (JsonNode filter : visitor.get(path + "/filter").json()) {
            filters.put(filter.path("name").asText(), filter.path("id").asText());
        }
        String cards = tasks.createTaskQuery().taskCandidateGroup("office").listPage(0, 15).stream()
                .map(Task::getId)
                .collect(Collectors.joining(","));
        Map<String, Supplier<Integer>> requests = new LinkedHashMap<>();
        requests.put(
                "all lists, each with its number",
                () -> get(path + "/filter?firstResult=0&maxResults=2000&itemCount=true&resourceType=Task"));
        requests.put("first page, not taken yet", () -> page(path, filters.get("Việc đơn vị tôi chưa ai nhận")));
        requests.put("first page, mine", () -> page(path, filters.get("Việc của tôi")));
        requests.put("the cards of a page", () -> get("/api/tasks/clocks?ids=" + cards));
        requests.put(
                "open a task",
                () -> get(task)
                        + get(task + "/form")
                        + get(task + "/deployed-form?noCache=1")
                        + get(task + "/form-variables?deserializeValues=false")
                        + get(task));
        return requests;
    }

    private int get(String address) {
        return ok(visitor.send("GET", address, null, Map.of("Accept", HAL)));
    }

    private int page(String path, String filter) {
        return ok(visitor.send(
                "POST", path + "/filter/" + filter + "/list?firstResult=0&maxResults=15", PAGE, Map.of("Accept", HAL)));
    }

    private static int ok(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("count").asInt();
    }

    private void with(Rights kind) {
        configuration.setAuthorizationEnabled(kind != Rights.OFF);
        ours.forEach((manager, factory) -> configuration
                .getSessionFactories()
                .put(
                        manager,
                        kind == Rights.ENGINES
                                ? new GenericManagerFactory(manager.asSubclass(Session.class))
                                : factory));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String figure(List<Double> values) {
        if (values == null) {
            return "–";
        }
        double max = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double min = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", median(values), min, max);
    }

    // The first incident is reported; the others are its rows once more, with its ids and a number.

    private Set<String> ownIds() {
        String instance = first.getProcessInstanceId();
        Set<String> all = new TreeSet<>(Set.of(instance, first.getId()));
        all.add(jdbc.queryForObject(
                "select business_key_ from act_ru_execution where id_ = ?", String.class, instance));
        for (int size = 0; size < all.size(); ) {
            size = all.size();
            ROWS.forEach((table, which) -> {
                if (table.startsWith("act_")) {
                    all.addAll(jdbc.queryForList(
                            "select id_ from " + table + " where " + found(which, all), String.class));
                }
            });
        }
        return all;
    }

    private static String found(String which, Set<String> ids) {
        return which.replace(":ids", "array['" + String.join("', '", ids) + "']");
    }

    /** Open incidents with these numbers, in so many offices in turn; the person's own is one of them. */
    private void copies(int from, int to, int offices) {
        ROWS.forEach((table, which) -> {
            List<String> columns = jdbc.queryForList(
                    "select column_name from information_schema.columns where table_name = ? and table_schema = current_schema()"
                            + " and is_identity = 'NO'",
                    String.class,
                    table);
            String values = columns.stream()
                    .map(column -> value(table, column, offices))
                    .collect(Collectors.joining(", "));
            jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
                    + table + " r, generate_series(" + from + ", " + to + ") n where " + found(which, ids));
        });
    }

    private String value(String table, String column, int offices) {
        String name = "r." + column;
        if (offices > 1 && (column.equals("group_id_") || column.equals("office"))) {
            return "case when " + name + " = 'office' and n % " + offices + " > 0 then 'office' || n % " + offices
                    + " else " + name + " end";
        }
        if (column.equals("due_date_")) {
            // In no order: rows that happen to lie as they are asked for sort themselves.
            return name + " + (n * 7919 % 100003) * interval '1 minute'";
        }
        Boolean text = jdbc.queryForObject(
                "select data_type in ('character varying', 'text') from information_schema.columns"
                        + " where table_name = ? and column_name = ? and table_schema = current_schema()",
                Boolean.class,
                table,
                column);
        return Boolean.TRUE.equals(text)
                ? "case when " + found(name + " = any(:ids)", ids) + " then " + name + " || '-' || n else " + name
                        + " end"
                : name;
    }

    private void removeCopies() {
        List<String> tables = new ArrayList<>(ROWS.keySet());
        Collections.reverse(tables);
        Map<String, String> keys = Map.of(
                "incident", "code",
                "incident_office", "incident_code",
                "incident_stage", "incident_code",
                "watched_task", "task_id");
        for (String table : tables) {
            String key = keys.getOrDefault(table, "id_");
            jdbc.update("delete from " + table + " where "
                    + ids.stream().map(id -> key + " like '" + id + "-%'").collect(Collectors.joining(" or ")));
        }
    }
}
