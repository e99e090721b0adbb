package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Everybody is told by mail of the work that waits for them, by day and with a mail server that comes and goes. */
@SpringBootTest
class MailTest {

    private static final Map<String, String> MEMBER = Map.of(
            "office", "vanphong@xa.example",
            "police", "congan@xa.example",
            "cultureSocial", "vanhoa@xa.example",
            "unitHealthStation", "donvi@xa.example",
            "leadership", "lanhdao@xa.example",
            "coordinators", "dieuphoi@xa.example");

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @Autowired
    BeanFactory application;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JavaMailSenderImpl sender;

    @BeforeEach
    void onAWorkingMorning() {
        WallClock.set(OffsetDateTime.parse("2026-05-04T08:00:00+07:00"));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the test"));
        MAIL.purgeEmailFromAllMailboxes();
        WallClock.letGo();
    }

    static Stream<Arguments> userTasks() throws Exception {
        Stream.Builder<Arguments> all = Stream.builder();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
            String process = file.getFilename().replace(".bpmn", "");
            Bpmn.readModelFromStream(file.getInputStream())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> all.add(Arguments.of(process, task.getId())));
        }
        return all.build();
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("userTasks")
    void taskLeadsToOneMailToItsOfficeAndToNobodyElse(String process, String taskKey) throws Exception {
        String code = incidentAt(taskKey, process);
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(taskKey)
                .singleResult();
        String office = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
        sendAll();

        List<MimeMessage> mails = List.of(MAIL.getReceivedMessages());
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Address::toString).containsExactly(MEMBER.get(office));
            assertThat(mail.getSubject()).startsWith("[Ứng cứu] " + code + ": ");
            String text = mail.getContent().toString();
            assertThat(mail.getSubject() + text).contains(nameOf(task, taskKey));
            assertThat(text)
                    .contains(
                            "Hạn hoàn thành: ",
                            "http://localhost:8080/camunda/app/tasklist/default/#/?task=" + task.getId())
                    .doesNotContain("Hệ thống giám sát", "giamsat@");
        });
    }

    /** An incident whose procedure, or another one beside it, has come to this task. */
    private String incidentAt(String taskKey, String process) throws Exception {
        Crew crew = new Crew(application, Map.of());
        String code = crew.send(ReportsOverRest.report());
        if (crew.openTasks(code).contains(taskKey)) {
            return code;
        }
        sendAll();
        MAIL.purgeEmailFromAllMailboxes();
        Map<String, Object> variables = new HashMap<>(Map.of("affectedUnit", "unitHealthStation", "code", code));
        variables.put("initialSteps", null);
        if (process.equals("incident-response")) {
            runtime.createProcessInstanceModification(crew.incident(code).processInstanceId())
                    .startBeforeActivity(taskKey)
                    .setVariables(variables)
                    .cancelActivityInstance(stage(crew, code))
                    .execute();
        } else {
            variables.put("watchedTask", crew.task(code, "acknowledge-report").getId());
            runtime.createProcessInstanceByKey(process)
                    .businessKey(code)
                    .startBeforeActivity(taskKey)
                    .setVariables(variables)
                    .execute();
        }
        return code;
    }

    /** The one stage that runs. */
    private String stage(Crew crew, String code) {
        return runtime.getActivityInstance(crew.incident(code).processInstanceId())
                .getChildActivityInstances()[0]
                .getId();
    }

    /** A task about late work is named after that work. */
    private static String nameOf(Task task, String taskKey) {
        return taskKey.endsWith("-stalled-work") ? "Xác nhận đã tiếp nhận tin báo" : task.getName();
    }

    @Test
    void mailServerThatIsDownForTheWholeIncidentBlocksNothingAndLosesNothing() throws Exception {
        Crew crew = new Crew(application, Map.of("verificationResult", "incident", "kind", "system-fault"));
        int port = sender.getPort();
        // Nothing listens there.
        sender.setPort(1);
        String code;
        try {
            code = crew.send(ReportsOverRest.report());
            crew.finish(code);
            sendAll();
        } finally {
            sender.setPort(port);
        }
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        long waiting = mailsWaiting();
        long tasksDone = crew.done().size();
        assertThat(waiting).isGreaterThanOrEqualTo(tasksDone);
        assertThat(crew.incident(code).open()).isFalse();

        WallClock.pass(Duration.ofDays(1));
        sendAll();

        assertThat(mailsWaiting()).isZero();
        Set<String> ids = new HashSet<>();
        for (MimeMessage mail : MAIL.getReceivedMessages()) {
            assertThat(ids.add(mail.getMessageID())).isTrue();
        }
        assertThat(ids).hasSize((int) waiting);
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).filter(MailTest::isOfNewTask))
                .hasSize((int) tasksDone);
    }

    private static boolean isOfNewTask(MimeMessage mail) {
        try {
            return mail.getSubject().contains(": Việc mới: ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long mailsWaiting() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-notification")
                .count();
    }

    private void sendAll() {
        for (ProcessInstance message : runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-notification")
                .list()) {
            Job job = management
                    .createJobQuery()
                    .processInstanceId(message.getId())
                    .singleResult();
            try {
                management.executeJob(job.getId());
            } catch (ProcessEngineException mailServerIsDown) {
                assertThat(mailServerIsDown).hasStackTraceContaining("MailConnectException");
            }
        }
    }
}
