package vn.ungcuu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.deadline.WorkingTime;
import vn.ungcuu.notification.Gateway.Request;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.notification.Recipient.OnDuty;
import vn.ungcuu.notification.Recipient.Person;

/** What leaves the application: mail to a real mail server, SMS and webhook to a real web server. */
@SpringBootTest(properties = "ung-cuu.base-url=https://ungcuu.xa.example/")
@ExtendWith(OutputCaptureExtension.class)
class DeliveryTests {

    private static final String SECRET = "khóa bí mật của webhook";
    private static final String TOKEN = "token-of-the-sms-gateway";
    private static final String PHONE = "+84912345678";

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    private static final Gateway GATEWAY = new Gateway();

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        registry.add("ung-cuu.organization", () -> withMailboxOfThePolice().toUri());
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("ung-cuu.sms.url", () -> GATEWAY.url("/sms/" + TOKEN));
        registry.add("ung-cuu.sms.headers.Authorization", () -> "Bearer " + TOKEN);
        registry.add("ung-cuu.webhook.url", () -> GATEWAY.url("/webhook"));
        registry.add("ung-cuu.webhook.secret", () -> SECRET);
    }

    private static Path withMailboxOfThePolice() {
        try (InputStream packaged = DeliveryTests.class.getResourceAsStream("/organization.yaml")) {
            String file = new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve("organization.yaml"),
                    file.replace("{id: police, ", "{id: police, email: truc.congan@xa.example, "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    Transports transports;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl sender;

    @MockitoBean
    DutyRoster roster;

    @MockitoSpyBean
    WorkingTime workingTime;

    @BeforeEach
    void byDayWithNobodyOnDuty() {
        doReturn(true).when(workingTime).isWorkingTime(any());
        when(roster.onDuty(any(), any())).thenReturn(List.of());
    }

    @AfterEach
    void leaveNothing() throws Exception {
        mailServerIsUp();
        identity.clearAuthentication();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-notification")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the test"));
        jdbc.sql("delete from outgoing_message").update();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from told_person").update();
        if (identity.createUserQuery().userId("colleague").count() > 0) {
            identity.deleteUser("colleague");
        }
        MAIL.purgeEmailFromAllMailboxes();
        GATEWAY.forget();
    }

    // Mail.

    @Test
    void officeGetsOneMailThatSaysWhatToDoAndWhere() throws Exception {
        colleague("moi@xa.example");
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));
        assertThat(MAIL.getReceivedMessages()).as("before the job has run").isEmpty();
        runJobs();

        MimeMessage mail = onlyMail();
        assertThat(to(mail)).containsExactlyInAnyOrder("vanphong@xa.example", "moi@xa.example");
        assertThat(mail.getSubject()).isEqualTo("[Ứng cứu] SC-2026-0001: Việc mới: Xác minh sự cố");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.getContent().toString().strip().replace("\r\n", "\n")).isEqualTo("""
                Văn phòng có việc mới, hạn 10:00 ngày 16/11/2026.

                Mở việc: https://ungcuu.xa.example/so-theo-doi/SC-2026-0001

                Chọn những thư muốn nhận: https://ungcuu.xa.example/thong-bao""");
        assertThat(mail.getMessageID()).isEqualTo("<" + sentMessage() + "@ungcuu.xa.example>");
    }

    @Test
    void officeWithAMailboxOfItsOwnGetsItsMailThere() throws Exception {
        tell(notice(NoticeEvent.TASK_CREATED, new Office("police")));
        runJobs();

        assertThat(to(onlyMail())).containsExactly("truc.congan@xa.example");
    }

    @Test
    void drillIsMarkedInFrontOfEverything() throws Exception {
        tell(new Notice(
                NoticeEvent.REMINDER,
                List.of(new Person("congan")),
                "DT-2026-0003",
                true,
                "Nhắc việc",
                "Đã đến lúc.",
                null));
        runJobs();

        assertThat(onlyMail().getSubject()).isEqualTo("[DIỄN TẬP] [Ứng cứu] DT-2026-0003: Nhắc việc");
    }

    @Test
    void whoeverLeftTheOfficeBeforeTheMailIsSentGetsNothing() throws Exception {
        colleague("moi@xa.example");
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office"), new Person("colleague")));
        identity.deleteMembership("colleague", "office");
        runJobs();

        assertThat(to(onlyMail())).containsExactly("vanphong@xa.example");
        assertThat(unsent()).isZero();
    }

    @Test
    void mutedEventIsNotMailedExceptToWhoeverIsOnDuty() throws Exception {
        colleague("moi@xa.example");
        mute("vanphong", NoticeEvent.TASK_CREATED);
        mute("colleague", NoticeEvent.TASK_CREATED);
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office"), new Person("vanphong")));
        runJobs();
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        onDuty("office", "colleague");
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));
        runJobs();
        assertThat(to(onlyMail())).containsExactly("moi@xa.example");
        MAIL.purgeEmailFromAllMailboxes();

        tell(notice(NoticeEvent.TASK_CREATED, new OnDuty("office")));
        runJobs();
        assertThat(to(onlyMail())).containsExactly("moi@xa.example");
        MAIL.purgeEmailFromAllMailboxes();

        tell(notice(NoticeEvent.TASK_OVERDUE, new Person("vanphong")));
        runJobs();
        assertThat(to(onlyMail())).as("another event").containsExactly("vanphong@xa.example");
    }

    @Test
    void nobodyOnDutyMeansNobodyIsTold() {
        tell(notice(NoticeEvent.ESCALATED, new OnDuty("office")));

        assertThat(stored()).isZero();
        assertThat(sendings()).isEmpty();
    }

    @Test
    void nobodyWithAnAddressIsNoFailure(CapturedOutput log) {
        colleague("");
        tell(notice(NoticeEvent.TASK_ASSIGNED, new Person("colleague"), new Person("nobody")));
        runJobs();

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(sendings()).isEmpty();
        assertThat(log.getOut()).contains("nobody with an address wants it");
    }

    @Test
    void addressThatIsNoneKeepsNobodyElseFromTheMail(CapturedOutput log) throws Exception {
        colleague("không phải địa chỉ");
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));
        runJobs();

        assertThat(to(onlyMail())).containsExactly("vanphong@xa.example");
        assertThat(log.getOut()).contains("“không phải địa chỉ” is no address");
    }

    @Test
    void everyMessageArrivesExactlyOnceAfterTheMailServerWasDown() throws Exception {
        mailServerIsDown();
        for (String person : List.of("vanphong", "congan", "vanhoa")) {
            tell(notice(NoticeEvent.TASK_ASSIGNED, new Person(person)));
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            for (Job job : sendings()) {
                assertThatThrownBy(() -> jobs.executeJob(job.getId()))
                        .hasStackTraceContaining("Máy chủ thư không nhận thư");
            }
        }
        assertThat(unsent()).isEqualTo(3);
        assertThat(sendings()).extracting(Job::getRetries).containsOnly(12);

        mailServerIsUp();
        runJobs();
        Set<String> ids = new TreeSet<>();
        for (MimeMessage mail : MAIL.getReceivedMessages()) {
            ids.add(mail.getMessageID());
        }
        assertThat(MAIL.getReceivedMessages()).hasSize(3);
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select id from outgoing_message").query(String.class).list().stream()
                                .map(id -> "<" + id + "@ungcuu.xa.example>")
                                .toList());
        assertThat(unsent()).isZero();
        assertThat(sendings()).isEmpty();
    }

    @Test
    void mailThatIsSentASecondTimeIsRecognizedAsTheSame() throws Exception {
        tell(notice(NoticeEvent.TASK_ASSIGNED, new Person("vanphong")));
        Job job = sendings().get(0);
        inTransaction.executeWithoutResult(status -> {
            jobs.executeJob(job.getId());
            // As when the machine stops between the mail server's yes and our commit.
            status.setRollbackOnly();
        });
        runJobs();

        MimeMessage[] mails = MAIL.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
    }

    @Test
    void messageThatIsMarkedAsSentIsNotSentAgain() {
        tell(notice(NoticeEvent.TASK_ASSIGNED, new Person("vanphong")));
        jdbc.sql("update outgoing_message set sent_at = created_at").update();
        runJobs();

        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(sendings()).isEmpty();
    }

    @Test
    void messageThatFailedForGoodIsTriedAgainWhenTheAnalystSaysSo() throws Exception {
        mailServerIsDown();
        tell(notice(NoticeEvent.TASK_ASSIGNED, new Person("vanphong")));
        Job job = sendings().get(0);
        assertThatThrownBy(() -> jobs.executeJob(job.getId())).isNotNull();
        jobs.setJobRetries(job.getId(), 1);
        assertThatThrownBy(() -> jobs.executeJob(job.getId())).isNotNull();
        assertThat(sendings().get(0).getRetries()).isZero();
        mailServerIsUp();

        identity.setAuthentication("phantich", List.of("analysts"));
        jobs.setJobRetries(job.getId(), 1);
        identity.clearAuthentication();
        runJobs();

        assertThat(to(onlyMail())).containsExactly("vanphong@xa.example");
    }

    // The cause and the message.

    @Test
    void whatIsRolledBackWasNeverTold() {
        inTransaction.executeWithoutResult(status -> {
            notifications.tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));
            notifications.announce(new Announcement("incident-closed", "SC-2026-0001", false, Map.of()));
            status.setRollbackOnly();
        });

        assertThat(stored()).isZero();
        assertThat(sendings()).isEmpty();
        assertThatThrownBy(() -> notifications.tell(notice(NoticeEvent.TASK_CREATED, new Office("office"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void somebodyWhoMayStartNothingCausesAMessageAndStaysWhoHeIs() {
        identity.setAuthentication("donvi", List.of("unitHealthStation"));
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));

        assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("donvi");
        identity.clearAuthentication();
        assertThat(sendings()).hasSize(1);
    }

    @Test
    void listenerOfTheEngineTellsInTheTransactionOfItsTask() {
        String deployment = repository
                .createDeployment()
                .addModelInstance(
                        "telling.bpmn",
                        Bpmn.createExecutableProcess("telling")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("task-that-tells")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            ProcessInstance cause = inTransaction.execute(status -> runtime.startProcessInstanceByKey("telling"));
            assertThat(sendings()).hasSize(1);
            inTransaction.executeWithoutResult(status -> {
                runtime.startProcessInstanceByKey("telling");
                status.setRollbackOnly();
            });
            assertThat(sendings()).hasSize(1);

            // What ends the cause does not end the message.
            runtime.deleteProcessInstance(cause.getId(), "cancelled");
            runJobs();
            assertThat(MAIL.getReceivedMessages()).hasSize(1);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** Tells of a new task as the procedure does. */
    @TestConfiguration
    static class Telling {

        @Autowired
        Notifications notifications;

        @EventListener
        void on(DelegateTask task) {
            if (task.getTaskDefinitionKey().equals("task-that-tells")
                    && task.getEventName().equals(TaskListener.EVENTNAME_CREATE)) {
                notifications.tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));
            }
        }
    }

    @Test
    void procedureOfSendingHoldsNoContentAndIsInNoIncidentsTimeline() {
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));

        ProcessInstance sending = runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-notification")
                .singleResult();
        assertThat(sending.getBusinessKey()).isEqualTo(sentMessage());
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(sending.getId())
                        .count())
                .isZero();
    }

    // By night.

    @Test
    void byNightWhoeverIsOnDutyGetsAnSms() throws Exception {
        byNight("office", "vanphong", PHONE);
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office")));
        runJobs();

        assertThat(to(onlyMail())).as("the office's own").containsExactly("vanphong@xa.example");
        Request sms = onlyRequest();
        assertThat(sms.path()).startsWith("/sms/");
        assertThat(sms.headers()).containsEntry("Authorization", "Bearer " + TOKEN);
        assertThat(sms.headers().get("Content-Type")).startsWith("application/json");
        assertThat(json(sms.body()).path("to").asText()).isEqualTo(PHONE);
        assertThat(json(sms.body()).path("text").asText()).isEqualTo("SC-2026-0001: Việc mới: Xác minh sự cố");
        assertThat(inbox.of("vanphong", List.of("office"), 10)).hasSize(1);
    }

    @Test
    void byDayAndForWhatCanWaitNobodyIsWoken() {
        byNight("office", "vanphong", PHONE);
        tell(notice(NoticeEvent.TASK_NEARLY_DUE, new Office("office")));
        doReturn(true).when(workingTime).isWorkingTime(any());
        tell(notice(NoticeEvent.TASK_CREATED, new Office("office"), new OnDuty("police")));
        runJobs();

        assertThat(GATEWAY.requests()).isEmpty();
    }

    @Test
    void whoeverIsOnDutyForAnotherOfficesMailboxIsMailedWhenThereIsNoPhone() throws Exception {
        byNight("police", "congan", null);
        tell(notice(NoticeEvent.TASK_OVERDUE, new Office("police")));
        runJobs();

        assertThat(GATEWAY.requests()).isEmpty();
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(DeliveryTests::to))
                .containsExactlyInAnyOrder(List.of("truc.congan@xa.example"), List.of("congan@xa.example"));
    }

    @Test
    void whoeverIsToldByTheSameNoticeAnywayIsNotToldTwice() throws Exception {
        byNight("office", "vanphong", null);
        mute("vanphong", NoticeEvent.TASK_OVERDUE);
        tell(notice(NoticeEvent.TASK_OVERDUE, new Office("office")));
        runJobs();
        assertThat(to(onlyMail())).containsExactly("vanphong@xa.example");
        MAIL.purgeEmailFromAllMailboxes();

        onDuty("police", "congan");
        mute("congan", NoticeEvent.TASK_OVERDUE);
        tell(notice(NoticeEvent.TASK_OVERDUE, new Office("police"), new Person("congan")));
        runJobs();
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(DeliveryTests::to))
                .containsExactlyInAnyOrder(List.of("truc.congan@xa.example"), List.of("congan@xa.example"));
    }

    @Test
    void whoeverIsAskedForOnDutyGetsMailAndByNightAnSmsToo() throws Exception {
        byNight("office", "vanphong", PHONE);
        tell(notice(NoticeEvent.REMINDER, new OnDuty("office")));
        runJobs();

        assertThat(to(onlyMail())).containsExactly("vanphong@xa.example");
        assertThat(GATEWAY.requests()).hasSize(1);
    }

    @Test
    void smsIsShortAndCannotBreakTheBodyItIsPutInto() throws Exception {
        byNight("office", "vanphong", PHONE);
        tell(new Notice(
                NoticeEvent.ESCALATED,
                List.of(new Office("office")),
                "DT-2026-0001",
                true,
                "Việc \"{to}\" \\ chậm trễ " + "x".repeat(190),
                "Nội dung",
                null));
        runJobs();

        String text = json(onlyRequest().body()).path("text").asText();
        assertThat(text)
                .startsWith("DIỄN TẬP DT-2026-0001: Việc \"{to}\" \\ chậm trễ x")
                .hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void smsIsTriedAgainUntilTheGatewayTakesIt(CapturedOutput log) {
        byNight("office", "vanphong", PHONE);
        GATEWAY.answers(302);
        tell(notice(NoticeEvent.REMINDER, new OnDuty("office")));
        for (Job job : sendings()) {
            try {
                jobs.executeJob(job.getId());
            } catch (RuntimeException refused) {
                assertThat(refused).hasStackTraceContaining("Cổng SMS trả lời mã 302.");
            }
        }
        assertThat(unsent()).isEqualTo(1);

        GATEWAY.answers(202);
        runJobs();
        assertThat(unsent()).isZero();
        assertThat(GATEWAY.requests()).hasSize(2);
        assertThat(GATEWAY.requests().get(1).body())
                .isEqualTo(GATEWAY.requests().get(0).body());
        assertThat(log.getOut()).doesNotContain(TOKEN, SECRET);
    }

    // Webhook.

    @Test
    void webhookIsSignedAndSendsTheSameBytesUntilItIsTaken(CapturedOutput log) throws Exception {
        GATEWAY.answers(500);
        inTransaction.executeWithoutResult(status -> notifications.announce(
                new Announcement("incident-closed", "SC-2026-0001", false, Map.of("outcome", "đã xử lý xong"))));
        Job job = sendings().get(0);
        assertThatThrownBy(() -> jobs.executeJob(job.getId()))
                .hasStackTraceContaining("Đầu nhận webhook trả lời mã 500.");
        GATEWAY.answers(204);
        runJobs();

        assertThat(GATEWAY.requests()).hasSize(2);
        Request first = GATEWAY.requests().get(0);
        Request second = GATEWAY.requests().get(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers())
                .containsEntry("X-UngCuu-Signature", "sha256=" + hmac(second.body()))
                .containsEntry(
                        "X-UngCuu-Delivery", json(second.body()).path("id").asText())
                .containsEntry("X-UngCuu-Delivery", first.headers().get("X-UngCuu-Delivery"));
        JsonNode body = json(second.body());
        assertThat(body.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("id", "event", "code", "drill", "at", "data");
        assertThat(body.path("event").asText()).isEqualTo("incident-closed");
        assertThat(body.path("at").asText()).endsWith("+07:00");
        assertThat(body.at("/data/outcome").asText()).isEqualTo("đã xử lý xong");
        assertThat(sendings()).isEmpty();
        assertThat(log.getOut()).doesNotContain(TOKEN, SECRET);
    }

    @Test
    void startLogSaysWhichWaysOutThereAre(CapturedOutput log) {
        transports.sayWhatIsConfigured();

        assertThat(log.getOut()).contains("Messages go out by mail, SMS, webhook; not configured: nothing");
    }

    private static Notice notice(NoticeEvent event, Recipient... to) {
        return new Notice(
                event,
                List.of(to),
                "SC-2026-0001",
                false,
                "Việc mới:\r\nXác minh sự cố",
                "Văn phòng có việc mới, hạn 10:00 ngày 16/11/2026.",
                "/so-theo-doi/SC-2026-0001");
    }

    private void tell(Notice notice) {
        inTransaction.executeWithoutResult(status -> notifications.tell(notice));
    }

    private void colleague(String email) {
        User colleague = identity.newUser("colleague");
        colleague.setFirstName("Người");
        colleague.setLastName("Mới");
        colleague.setEmail(email);
        colleague.setPassword("colleague");
        identity.saveUser(colleague);
        identity.createMembership("colleague", "office");
    }

    private void mute(String userId, NoticeEvent event) {
        inbox.wish(userId, new Wishes(EnumSet.of(event), inbox.wishesOf(userId).phone()));
    }

    private void onDuty(String office, String userId) {
        when(roster.onDuty(eq(office), any())).thenReturn(List.of(userId));
    }

    private void byNight(String office, String userId, String phone) {
        doReturn(false).when(workingTime).isWorkingTime(any());
        onDuty(office, userId);
        inbox.wish(userId, new Wishes(Set.of(), phone));
    }

    private void mailServerIsDown() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            sender.setPort(nobody.getLocalPort());
        }
    }

    private void mailServerIsUp() {
        sender.setPort(MAIL.getSmtp().getPort());
    }

    private List<Job> sendings() {
        return jobs.createJobQuery().processDefinitionKey("send-notification").list();
    }

    private void runJobs() {
        sendings().forEach(job -> jobs.executeJob(job.getId()));
    }

    private long stored() {
        return jdbc.sql("select count(*) from notice").query(Long.class).single();
    }

    private long unsent() {
        return jdbc.sql("select count(*) from outgoing_message where sent_at is null")
                .query(Long.class)
                .single();
    }

    private String sentMessage() {
        return jdbc.sql("select id from outgoing_message").query(String.class).single();
    }

    /** GreenMail has a copy in the mailbox of each recipient. */
    private static MimeMessage onlyMail() throws Exception {
        MimeMessage[] mails = MAIL.getReceivedMessages();
        assertThat(mails).isNotEmpty();
        for (MimeMessage mail : mails) {
            assertThat(mail.getMessageID()).isEqualTo(mails[0].getMessageID());
        }
        assertThat(mails).hasSize(to(mails[0]).size());
        return mails[0];
    }

    private static List<String> to(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getRecipients(RecipientType.TO))
                    .map(Address::toString)
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Request onlyRequest() {
        assertThat(GATEWAY.requests()).hasSize(1);
        return GATEWAY.requests().get(0);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
