package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ungcuu.UngCuuApplication;

/** The power fails in the middle of an incident, and everything is there when it comes back. */
class RestartTest {

    @TempDir
    Path folder;

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void incidentGoesOnWhereItStoodWhenTheApplicationStartsAgain() {
        WallClock.set(OffsetDateTime.parse("2026-07-06T16:00:00+07:00"));
        Crew crew;
        String code;
        Map<String, Object> before;
        try (ConfigurableApplicationContext application = start()) {
            crew = new Crew(
                    application,
                    Map.of(
                            "verificationResult",
                            "incident",
                            "kind",
                            "system-fault",
                            "serviceDownSince",
                            FormFiller.moment(WallClock.now().minusHours(1)),
                            "beyondCapability",
                            true));
            code = crew.send(ReportsOverRest.report());
            crew.workUntil(code, "contain-incident");
            before = everything(crew, code);
        }

        try (ConfigurableApplicationContext application = start()) {
            crew = crew.at(application);
            assertThat(everything(crew, code)).isEqualTo(before);
            assertThat(crew.openTasks(code)).containsExactlyInAnyOrder("analyse-scope-and-origin", "contain-incident");
            assertThat(crew.jobsOfTheProcedure(code)).hasSize(1);
            // Each open task has its clock.
            assertThat(crew.jobs(code)).hasSize(3);

            crew.wait(code, Duration.ofHours(8));
            assertThat(crew.openTasks(code)).contains("confirm-reclassification");
            crew.finish(code);

            Record.of(crew, code).isClosed("resolved").tellsEveryTask().leavesNothingOpen();
            assertThat(crew.incident(code).severity()).isEqualTo("serious");
            assertThat(crew.send(ReportsOverRest.report())).isEqualTo("SC-2026-0002");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(UngCuuApplication.class)
                .run(
                        "--server.port=0",
                        // Their start-up code keeps an application context in a static field, which tests share.
                        "--camunda.bpm.webapp.enabled=false",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("ungcuu") + ";DB_CLOSE_ON_EXIT=FALSE");
    }

    /** All that must survive, in a form that can be compared. */
    private static Map<String, Object> everything(Crew crew, String code) {
        ProcessEngine engine = crew.engine();
        Map<String, Object> all = new TreeMap<>();
        all.put("record", crew.incident(code));
        all.put("timeline", crew.timeline(code));
        all.put("stages", crew.stages(code));
        all.put("doors", crew.doorsOf(code, "vanphong"));
        all.put(
                "tasks",
                engine.getTaskService().createTaskQuery().orderByTaskId().asc().list().stream()
                        .map(RestartTest::told)
                        .toList());
        all.put("timers", crew.jobs(code).stream().map(RestartTest::told).toList());
        all.put(
                "variables",
                engine.getRuntimeService().createVariableInstanceQuery().list().stream()
                        .map(variable -> variable.getExecutionId() + " " + variable.getName() + " = "
                                + variable.getTypedValue().getValue())
                        .sorted()
                        .toList());
        all.put(
                "deployments",
                engine.getRepositoryService().createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                        .map(Deployment::getId)
                        .toList());
        all.put(
                "rights",
                engine.getAuthorizationService().createAuthorizationQuery().count());
        all.put(
                "people",
                engine.getIdentityService().createUserQuery().orderByUserId().asc().list().stream()
                        .map(user -> user.getId())
                        .toList());
        return all;
    }

    private static List<Object> told(Task task) {
        return List.of(
                task.getId(), task.getTaskDefinitionKey(), task.getDueDate().getTime(), task.getPriority());
    }

    private static List<Object> told(Job job) {
        return List.of(job.getId(), job.getDuedate().getTime(), job.getRetries());
    }
}
