package vn.ungcuu.whole;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/**
 * People and machines who report and work over HTTP while the ground shakes: what fails is tried again until it is answered.
 * They remember what they were told had been done. Each works on incidents of his own.
 */
final class StubbornOfficers implements AutoCloseable {

    static final String SOURCE = "stubborn";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("SC-\\d{4}-\\d{4,}");

    /** Longer than any fault lasts, a start of the application on a busy machine included. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int SERVER_ERROR = 500;

    private final IntSupplier port;
    private final ProcessEngine engine;
    private final FormFiller filler = new FormFiller(Map.of());
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final Collection<String> completed = new ConcurrentLinkedQueue<>();
    private final Collection<String> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;
    private final List<Future<?>> work = new ArrayList<>();
    private volatile boolean goHome;

    /**
     * @param port of the application they work with, asked before every request
     * @param reading an application on the same database: what stands in forms is read there
     */
    StubbornOfficers(int number, IntSupplier port, BeanFactory reading) {
        this.port = port;
        this.engine = reading.getBean(ProcessEngine.class);
        this.threads = Executors.newFixedThreadPool(number);
        for (int i = 0; i < number; i++) {
            Random random = new Random(i);
            work.add(threads.submit(() -> workADay(random)));
        }
    }

    /** Code by source reference of every report that was acknowledged. */
    Map<String, String> reports() {
        return Map.copyOf(reports);
    }

    /** Ids of the tasks whose completion was acknowledged. */
    Set<String> completed() {
        return new HashSet<>(completed);
    }

    /** What had to be tried again, and why. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How much has been acknowledged so far. */
    int done() {
        return reports.size() + completed.size();
    }

    /** They finish what they are at. */
    void goHome() {
        goHome = true;
        for (Future<?> one : work) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new AssertionError("An officer gave up", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        goHome = true;
        threads.shutdownNow();
    }

    private void workADay(Random random) {
        List<String> mine = new ArrayList<>();
        while (!goHome) {
            if (mine.size() < 3 || random.nextInt(6) == 0) {
                mine.add(report());
            } else {
                workOn(mine.get(random.nextInt(mine.size())));
            }
        }
    }

    private String report() {
        String reference = UUID.randomUUID().toString();
        Map<String, Object> report = ReportsOverRest.report();
        report.put("source", SOURCE);
        report.put("sourceReference", reference);
        String code = insist(() -> {
            Reply reply = as("vanphong")
                    .post(
                            "/engine-rest/message",
                            ReportsOverRest.message(report).toString());
            Matcher known = CODE.matcher(reply.body());
            // 400 with a code: the try before had arrived, only its answer had not.
            if (List.of(200, 400).contains(reply.status()) && known.find()) {
                return known.group();
            }
            return faultOr(reply, "report " + reference);
        });
        reports.put(reference, code);
        return code;
    }

    private void workOn(String code) {
        List<Task> open =
                insist(() -> engine.getTaskService().createTaskQuery().processInstanceBusinessKey(code).list().stream()
                        .filter(task -> !task.getProcessDefinitionId().startsWith("stalled-work"))
                        .toList());
        if (open.isEmpty()) {
            return;
        }
        Task task = open.get(0);
        String user = insist(() -> engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(office(task))
                .orderByUserId()
                .asc()
                .list()
                .get(0)
                .getId());
        String path = "/engine-rest/task/" + task.getId();
        insist(() -> {
            Reply reply = as(user).post(
                            path + "/claim",
                            JSON.createObjectNode().put("userId", user).toString());
            return reply.status() == 204 || isOver(task) ? reply : faultOr(reply, "claim " + task);
        });
        insist(() -> {
            if (isOver(task)) {
                return true;
            }
            Reply reply = as(user).post(path + "/submit-form", answers(task));
            return reply.status() == 204 || isOver(task) ? true : faultOr(reply, "complete " + task);
        });
        if (insist(() -> engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task.getId())
                        .taskDeleteReason("completed")
                        .count())
                == 1) {
            completed.add(task.getId());
        }
    }

    private boolean isOver(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 0;
    }

    private String office(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private String answers(Task task) {
        FormSchema form;
        try (InputStream content = engine.getFormService().getDeployedTaskForm(task.getId())) {
            form = FormSchema.read(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        filler.fill(form, engine.getFormService().getTaskFormVariables(task.getId()), Map.of())
                .forEach((name, value) -> {
                    JsonNode json = JSON.valueToTree(value);
                    ObjectNode variable = variables.putObject(name);
                    if (json.isArray()) {
                        variable.put("type", "Json").put("value", json.toString());
                    } else {
                        variable.set("value", json);
                    }
                });
        return body.toString();
    }

    private Visitor as(String user) {
        return new Visitor(port.getAsInt()).withPassword(user, user);
    }

    /** Null, so that it is tried again, if the application is to blame; whatever else was answered must not have been. */
    private <T> T faultOr(Reply reply, String what) {
        String answer = what + ": " + reply.status() + " " + reply.body();
        if (reply.status() < SERVER_ERROR) {
            throw new AssertionError(answer);
        }
        faults.add(answer);
        return null;
    }

    /** Tries until there is an answer. */
    private <T> T insist(Supplier<T> tried) {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .until(
                        () -> {
                            try {
                                return tried.get();
                            } catch (RuntimeException fault) {
                                faults.add(fault.toString());
                                return null;
                            }
                        },
                        answer -> answer != null);
    }
}
