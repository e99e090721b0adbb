package vn.ungcuu.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;
import vn.ungcuu.procedure.Door;
import vn.ungcuu.procedure.Doors;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.procedure.FormSchemas;

/**
 * The people of the demonstration, each with the rights he has: whoever belongs to a task's office claims it, fills in its
 * form and sends it as Tasklist does. A minute passes with every step.
 */
final class Crew {

    /** How long anything may go on before somebody asks whether it goes round in a circle. */
    private static final int MOST_STEPS = 100;

    private static final Set<String> ANSWERS_FROM_OUTSIDE =
            Set.of("support-answered", "upgrade-answered", "national-response-ended");
    private static final List<String> LAST = List.of("summarise-incident", "approve-closure");
    private static final List<String> PEOPLE = List.of("vanphong", "congan", "vanhoa", "lanhdao", "dieuphoi");

    private final ProcessEngine engine;
    private final Incidents incidents;
    private final Timeline timeline;
    private final FormSchemas forms;
    private final Doors doors;
    private final FormFiller filler;
    private final Map<String, Map<String, Object>> otherwise;
    private final List<Done> done;

    /** A task somebody has completed. */
    record Done(String task, String name, String user, String office) {}

    /** @param facts what the people know of the incident, by variable name */
    Crew(BeanFactory application, Map<String, ?> facts) {
        this(application, new FormFiller(facts), new HashMap<>(), new ArrayList<>());
    }

    private Crew(
            BeanFactory application, FormFiller filler, Map<String, Map<String, Object>> otherwise, List<Done> done) {
        this.engine = application.getBean(ProcessEngine.class);
        this.incidents = application.getBean(Incidents.class);
        this.timeline = application.getBean(Timeline.class);
        this.forms = application.getBean(FormSchemas.class);
        this.doors = application.getBean(Doors.class);
        this.filler = filler;
        this.otherwise = otherwise;
        this.done = done;
    }

    /** The same people, with all they know and have done, before the application started anew. */
    Crew at(BeanFactory restarted) {
        return new Crew(restarted, filler, otherwise, done);
    }

    ProcessEngine engine() {
        return engine;
    }

    /** From now on this form is answered so, wherever the facts or habit would say otherwise. */
    Crew answering(String form, String question, Object answer) {
        otherwise.computeIfAbsent(form, key -> new HashMap<>()).put(question, answer);
        return this;
    }

    <T> T as(String user, Supplier<T> work) {
        List<String> groups = groupsOf(engine, user);
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
            WallClock.pass(Duration.ofMinutes(1));
        }
    }

    static List<String> groupsOf(ProcessEngine engine, String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Văn phòng enters the report by the start form; gives the code. */
    String submit(Map<String, ?> report) {
        Map<String, Object> answers = filler.fill(forms.latest("report-incident"), report, report);
        return codeOf(as("vanphong", () -> {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("incident-response")
                    .latestVersion()
                    .singleResult()
                    .getId();
            return engine.getFormService().submitStartForm(definition, answers).getId();
        }));
    }

    /** The report arrives as a message, as from a page or another system; gives the code. */
    String send(Map<String, ?> report) {
        return codeOf(as(
                "vanphong",
                () -> engine.getRuntimeService()
                        .createMessageCorrelation("incident-reported")
                        .setVariables(new HashMap<>(report))
                        .correlateStartMessage()
                        .getId()));
    }

    private String codeOf(String processInstanceId) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getBusinessKey();
    }

    /** Everything there is to do is done, what comes from outside comes, and closing comes last. */
    void finish(String code) {
        for (int step = 0; isRunning(code); step++) {
            if (step == MOST_STEPS) {
                throw new AssertionError(code + " never ends; open are " + openTasks(code));
            }
            List<Task> open = open(code);
            if (!open.isEmpty() && !LAST.contains(open.get(0).getTaskDefinitionKey())) {
                complete(open.get(0));
            } else if (!hearFromOutside(code)) {
                complete(open.stream()
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(code + " waits for nobody and has not ended")));
            }
        }
    }

    /** Work goes on, closing apart, until one of these tasks is open; it is left to the test. */
    void workUntil(String code, String... tasks) {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Task> open = open(code);
            if (open.stream().map(Task::getTaskDefinitionKey).anyMatch(Set.of(tasks)::contains)) {
                return;
            }
            complete(open.stream()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(code + " never came to " + List.of(tasks))));
        }
        throw new AssertionError(code + " never came to " + List.of(tasks) + "; open are " + openTasks(code));
    }

    void complete(String code, String... tasks) {
        for (String task : tasks) {
            complete(task(code, task));
        }
    }

    private void complete(Task task) {
        String office = office(task);
        String user = memberOf(office);
        as(user, () -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), user);
            }
            engine.getFormService().submitTaskForm(task.getId(), answers(task));
            return null;
        });
        done.add(new Done(task.getTaskDefinitionKey(), task.getName(), user, office));
    }

    private Map<String, Object> answers(Task task) {
        FormSchema form;
        try (InputStream content = engine.getFormService().getDeployedTaskForm(task.getId())) {
            form = FormSchema.read(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return filler.fill(
                form,
                engine.getFormService().getTaskFormVariables(task.getId()),
                otherwise.getOrDefault(task.getTaskDefinitionKey(), Map.of()));
    }

    /** What the form of an open task starts with. */
    Object shown(String code, String task, String variable) {
        return engine.getFormService()
                .getTaskFormVariables(task(code, task).getId())
                .get(variable);
    }

    Task task(String code, String key) {
        List<Task> found = open(code).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(key + " is open " + found.size() + " times; open are " + openTasks(code));
        }
        return found.get(0);
    }

    /** Oldest first, closing last. */
    private List<Task> open(String code) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .sorted(Comparator.comparingInt(task -> LAST.indexOf(task.getTaskDefinitionKey())))
                .toList();
    }

    List<String> openTasks(String code) {
        return open(code).stream().map(Task::getTaskDefinitionKey).toList();
    }

    private String office(Task task) {
        List<String> offices = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .distinct()
                .toList();
        if (offices.size() != 1) {
            throw new AssertionError(task.getTaskDefinitionKey() + " belongs to " + offices);
        }
        return offices.get(0);
    }

    private String memberOf(String office) {
        return engine.getIdentityService().createUserQuery().memberOfGroup(office).orderByUserId().asc().list().stream()
                .map(User::getId)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody belongs to " + office));
    }

    /** The first who may goes through the first door of this name that stands open. */
    void goThrough(String doorId, String code) {
        for (String user : PEOPLE) {
            for (Door door : doors.openDoors(code, user)) {
                if (door.id().equals(doorId)) {
                    goThrough(door, code, user);
                    return;
                }
            }
        }
        throw new AssertionError("No door " + doorId + " stands open for " + code);
    }

    private void goThrough(Door door, String code, String user) {
        Map<String, Object> answers =
                filler.fill(forms.latest(door.id()), shownAt(door, code), otherwise.getOrDefault(door.id(), Map.of()));
        as(user, () -> {
            doors.perform(door.id(), code, door.executionId(), answers);
            return null;
        });
    }

    /** A correction starts from what is known; everything else is asked anew. */
    private Map<String, Object> shownAt(Door door, String code) {
        return Set.of("correct-fact", "reclassify").contains(door.id())
                ? incident(code).facts()
                : Map.of();
    }

    private boolean hearFromOutside(String code) {
        for (Door door : doors.openDoors(code, "vanphong")) {
            if (ANSWERS_FROM_OUTSIDE.contains(door.id())) {
                goThrough(door, code, "vanphong");
                return true;
            }
        }
        return false;
    }

    List<Door> doorsOf(String code, String user) {
        return doors.openDoors(code, user);
    }

    /** Time passes, and what falls due meanwhile happens, each at its time. */
    void wait(String code, Duration duration) {
        Date until = Date.from(WallClock.now().plus(duration).toInstant());
        for (Job next = nextJob(code, until); next != null; next = nextJob(code, until)) {
            if (next.getDuedate() != null
                    && next.getDuedate().after(Date.from(WallClock.now().toInstant()))) {
                WallClock.set(next.getDuedate()
                        .toInstant()
                        .atZone(UngCuuApplication.ZONE)
                        .toOffsetDateTime());
            }
            engine.getManagementService().executeJob(next.getId());
        }
        WallClock.set(until.toInstant().atZone(UngCuuApplication.ZONE).toOffsetDateTime());
    }

    private Job nextJob(String code, Date until) {
        return jobs(code).stream()
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(until))
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    /** Jobs of the procedure itself, without those that watch over its tasks. */
    List<Job> jobsOfTheProcedure(String code) {
        return jobs(code).stream()
                .filter(job -> job.getJobDefinitionId() != null
                        && !job.getProcessDefinitionKey().equals("stalled-work"))
                .toList();
    }

    /** Jobs of everything that works on the incident. */
    List<Job> jobs(String code) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    boolean isRunning(String code) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count()
                > 0;
    }

    Incident incident(String code) {
        return incidents.find(code).orElseThrow();
    }

    List<String> stages(String code) {
        return incidents.stagesOf(code).stream().map(visit -> visit.stage()).toList();
    }

    List<TimelineEntry> timeline(String code) {
        return timeline.of(code);
    }

    List<String> told(String code) {
        return timeline(code).stream().map(TimelineEntry::what).toList();
    }

    /** Tasks completed so far, in order. */
    List<Done> done() {
        return List.copyOf(done);
    }
}
