package vn.ungcuu.support;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.lang.Nullable;
import vn.ungcuu.UngCuuApplication;

/**
 * A register full of incidents, put into the tables at once: what would take the procedure an hour takes seconds. They are of
 * all kinds, severities, stages and offices; some are restricted to the police, some are drills. Every open one has one task of
 * the engine, with its office's rights and its clocks: in time, overdue or held, taken or not. There is neither history, nor
 * timeline, nor timer. To be imported by a Spring test.
 */
@TestComponent
public class ManyIncidents {

    /** The processes of the tasks, one per office, have this and the office's id as their keys. */
    public static final String PROCESS = "many-incidents";

    public static final String TASK = "one-task";

    /** Which offices have the tasks, in turn. */
    public static final List<String> OFFICES =
            List.of("office", "police", "cultureSocial", "unitHealthStation", "leadership");

    private static final List<String> STAGES =
            List.of("receive", "detect", "classify", "initial-handling", "respond", "escalate", "close");
    private static final List<String> KINDS =
            List.of("network-attack", "system-fault", "administrator-error", "user-error", "natural-disaster");
    private static final List<String> ATTACKS = List.of("malware", "data-encryption", "defacement");
    private static final List<String> OUTCOMES = List.of("resolved", "false-alarm", "resolved", "duplicate");

    /** Above any number the procedure itself gives in a test. */
    private static final int FIRST_NUMBER = 50_000;

    private final JdbcTemplate jdbc;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Clock clock;
    private int inserted;

    ManyIncidents(
            JdbcTemplate jdbc, RepositoryService repository, RuntimeService runtime, TaskService tasks, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** More open incidents, each with a task; gives their codes. */
    public List<String> open(int number) {
        return insert(number, true);
    }

    /** More closed incidents; gives their codes. */
    public List<String> closed(int number) {
        return insert(number, false);
    }

    private List<String> insert(int number, boolean open) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Rows incidents = new Rows("incident");
        Rows offices = new Rows("incident_office");
        Rows stages = new Rows("incident_stage");
        List<String> codes = new ArrayList<>();
        int first = inserted;
        for (int n = first; n < first + number; n++) {
            Instant reported = now.minus(Duration.ofHours(7L * (n % 1000)));
            String code = code(n, reported);
            codes.add(code);
            incidents.add(incident(n, code, reported, open));
            offices.add(Map.of("incident_code", code, "office", office(n), "since", at(reported)));
            stages.add(stage(code, STAGES.get(n % STAGES.size()), reported, open ? null : reported));
            if (n % STAGES.size() == 2) {
                stages.add(stage(code, "initial-handling", reported, open ? null : reported));
            }
        }
        inserted += number;
        incidents.insert();
        offices.insert();
        stages.insert();
        if (open) {
            insertTasks(first, codes, now);
        }
        return codes;
    }

    private static Map<String, Object> incident(int n, String code, Instant reported, boolean open) {
        Map<String, Object> row = new HashMap<>();
        String kind = n % 6 == 5 ? null : KINDS.get(n % KINDS.size());
        row.put("code", code);
        row.put("kind", kind);
        row.put("attack_type", "network-attack".equals(kind) ? ATTACKS.get(n % ATTACKS.size()) : null);
        row.put("severity", n % 5 == 0 ? null : n % 5 == 1 ? "serious" : "ordinary");
        row.put("stage", STAGES.get(n % STAGES.size()));
        row.put("status", open ? "open" : "closed");
        row.put("outcome", open ? null : OUTCOMES.get(n % OUTCOMES.size()));
        row.put("title", "Sự cố số " + n);
        row.put("description", "Mô tả sự cố số " + n);
        row.put("channel", "phone");
        row.put("affected_system", n % 4 == 3 ? null : "Hệ thống " + n % 4);
        row.put("operated_by_commune", true);
        row.put("owned_by_commune", true);
        row.put("reporter_name", "Người báo " + n % 50);
        row.put("restricted", isRestricted(n));
        row.put("drill", isDrill(n));
        row.put("facts", "{}");
        row.put("search_text", (code + "\nsu co so " + n).toLowerCase(Locale.ROOT));
        row.put("reported_at", at(reported));
        row.put("detected_at", at(reported.minus(Duration.ofMinutes(n % 90))));
        row.put("acknowledged_at", n % 3 == 0 ? null : at(reported.plus(Duration.ofMinutes(n % 60))));
        row.put("contained_at", n % 2 == 0 ? null : at(reported.plus(Duration.ofMinutes(n % 600))));
        row.put("closed_at", open ? null : at(reported.plus(Duration.ofHours(n % 100))));
        row.put("timeline_length", 0);
        return row;
    }

    private static Map<String, Object> stage(String code, String stage, Instant entered, @Nullable Instant left) {
        Map<String, Object> row = new HashMap<>();
        row.put("incident_code", code);
        row.put("stage", stage);
        row.put("entered_at", at(entered));
        row.put("left_at", left == null ? null : at(left));
        return row;
    }

    /** One instance is started by the engine; the others are its copies, so that they are what the engine would make. */
    private void insertTasks(int first, List<String> codes, Instant now) {
        Map<String, Copy> copies = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            copies.computeIfAbsent(office(first + i), office -> copy(code, office));
        }
        Rows instances = new Rows("ACT_RU_EXECUTION");
        Rows open = new Rows("ACT_RU_TASK");
        Rows links = new Rows("ACT_RU_IDENTITYLINK");
        Rows rights = new Rows("ACT_RU_AUTHORIZATION");
        Rows watched = new Rows("watched_task");
        for (int i = 0; i < codes.size(); i++) {
            int n = first + i;
            Copy copy = copies.get(office(n));
            String instance = "many-instance-" + n;
            String task = "many-task-" + n;
            Map<String, String> ids = Map.of(copy.instanceId(), instance, copy.taskId(), task);
            Instant finishBy = now.plus(Duration.ofHours(n % 3 == 0 ? -(1L + n % 200) : 1 + n % 200));
            boolean held = n % 11 == 5 && n % 3 != 0;
            instances.add(renamed(copy.instance(), ids, Map.of("BUSINESS_KEY_", codes.get(i))));
            Map<String, Object> changed = new HashMap<>();
            changed.put("NAME_", "Việc số " + n);
            changed.put("ASSIGNEE_", n % 2 == 0 ? "vanphong" : null);
            changed.put("CREATE_TIME_", Timestamp.from(now.minus(Duration.ofDays(10))));
            changed.put("DUE_DATE_", Timestamp.from(finishBy));
            changed.put("FOLLOW_UP_DATE_", held ? Timestamp.from(now.plus(Duration.ofMinutes(30))) : null);
            open.add(renamed(copy.task(), ids, changed));
            copy.links().forEach(link -> links.add(renamed(link, ids, Map.of("ID_", task + "-" + link.get("ID_")))));
            copy.rights()
                    .forEach(right -> rights.add(renamed(right, ids, Map.of("ID_", task + "-" + right.get("ID_")))));
            Map<String, Object> clocks = new HashMap<>();
            clocks.put("task_id", task);
            clocks.put("incident_code", codes.get(i));
            clocks.put("claim_by", at(finishBy.minus(Duration.ofHours(3))));
            clocks.put("finish_by", at(finishBy));
            clocks.put("held_until", held ? at(now.plus(Duration.ofMinutes(30))) : null);
            watched.add(clocks);
        }
        List.of(instances, open, links, rights, watched).forEach(Rows::insert);
        copies.values().forEach(copy -> runtime.deleteProcessInstance(copy.instanceId(), "was copied"));
    }

    private record Copy(
            String instanceId,
            String taskId,
            Map<String, Object> instance,
            Map<String, Object> task,
            List<Map<String, Object>> links,
            List<Map<String, Object>> rights) {}

    private Copy copy(String code, String office) {
        String key = PROCESS + "-" + office;
        if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            key + ".bpmn",
                            Bpmn.createExecutableProcess(key)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask(TASK)
                                    .name("Việc")
                                    .camundaCandidateGroups(office)
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        String instance = runtime.startProcessInstanceByKey(key, code).getId();
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        return new Copy(
                instance,
                task,
                jdbc.queryForMap("select * from ACT_RU_EXECUTION where ID_ = ?", instance),
                jdbc.queryForMap("select * from ACT_RU_TASK where ID_ = ?", task),
                jdbc.queryForList("select * from ACT_RU_IDENTITYLINK where TASK_ID_ = ?", task),
                jdbc.queryForList("select * from ACT_RU_AUTHORIZATION where RESOURCE_ID_ in (?, ?)", task, instance));
    }

    private static Map<String, Object> renamed(
            Map<String, Object> row, Map<String, String> ids, Map<String, Object> changed) {
        Map<String, Object> renamed = new HashMap<>();
        row.forEach((column, value) -> renamed.put(
                column.toUpperCase(Locale.ROOT), value instanceof String id ? ids.getOrDefault(id, id) : value));
        renamed.putAll(changed);
        return renamed;
    }

    private static String office(int n) {
        return isRestricted(n) ? "police" : OFFICES.get(n % OFFICES.size());
    }

    private static boolean isRestricted(int n) {
        return n % 20 == 7;
    }

    private static boolean isDrill(int n) {
        return n % 10 == 9;
    }

    private static String code(int n, Instant reported) {
        return String.format(
                Locale.ROOT,
                "%s-%d-%d",
                isDrill(n) ? "DT" : "SC",
                reported.atZone(UngCuuApplication.ZONE).getYear(),
                FIRST_NUMBER + n);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Rows of one table that all have the same columns. */
    private final class Rows {

        private final String table;
        private final List<Map<String, Object>> rows = new ArrayList<>();

        Rows(String table) {
            this.table = table;
        }

        void add(Map<String, Object> row) {
            rows.add(row);
        }

        void insert() {
            if (rows.isEmpty()) {
                return;
            }
            List<String> columns = List.copyOf(rows.get(0).keySet());
            jdbc.batchUpdate(
                    "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                            + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                    rows.stream()
                            .map(row -> columns.stream().map(row::get).toArray())
                            .toList());
        }
    }
}
