package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.procedure.EngineJobs;

/** A mail server that takes every call and never says a word holds up neither work nor alarms, and loses no message. */
class SilentMailServerTest {

    private static final int REPORTS = 30;
    private static final Duration BUSY_MACHINE = Duration.ofMinutes(2);

    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private ConfigurableApplicationContext application;
    private GreenMail speaking;

    @AfterEach
    void stop() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        application.close();
        if (speaking != null) {
            speaking.stop();
        }
    }

    @Test
    void alarmsFireWhileAllMailsHangAndEveryMailArrivesWhenTheServerSpeaks() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread listens = new Thread(() -> takeCalls(silent), "silent mail server");
            listens.setDaemon(true);
            listens.start();
            start(silent.getLocalPort());
            EngineJobs jobs = application.getBean(EngineJobs.class);
            assertThat(jobs.areRunHere()).isTrue();
            assertThat(jobs.running()).isTrue();

            ReportsOverRest machine = new ReportsOverRest(
                    ((WebServerApplicationContext) application).getWebServer().getPort());
            for (int i = 0; i < REPORTS; i++) {
                assertThat(machine.send(ReportsOverRest.report()).code()).isNotNull();
            }
            await("mails that hang").atMost(BUSY_MACHINE).until(() -> callers.size() > 1);
            await("the alarm for every report that nobody has taken")
                    .atMost(BUSY_MACHINE)
                    .until(() -> unclaimed() == REPORTS);
            assertThat(sent()).isZero();
        }

        speaking = new GreenMail(ServerSetup.SMTP.dynamicPort());
        speaking.start();
        application.getBean(JavaMailSenderImpl.class).setPort(speaking.getSmtp().getPort());
        for (Socket caller : callers) {
            caller.close();
        }
        await("every mail").atMost(BUSY_MACHINE).until(() -> {
            tryAgainNow();
            return waiting() == 0;
        });
        assertThat(speaking.getReceivedMessages()).hasSizeGreaterThanOrEqualTo(REPORTS);
    }

    private void takeCalls(ServerSocket silent) {
        try {
            while (true) {
                callers.add(silent.accept());
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void start(int mailPort) {
        application = new SpringApplicationBuilder(UngCuuApplication.class)
                .run(
                        "--server.port=0",
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.job-execution.enabled=true",
                        "--spring.datasource.url=jdbc:h2:mem:silent-mail-server",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mailPort,
                        // A report may wait half an hour until somebody takes it: here ten seconds.
                        "--ung-cuu.deadlines.faster-by=180");
    }

    /** What failed would wait for minutes and hours until its next try. */
    private void tryAgainNow() {
        ManagementService management = application.getBean(ManagementService.class);
        management
                .createJobQuery()
                .processDefinitionKey("send-notification")
                .withException()
                .duedateHigherThan(new Date())
                .list()
                .forEach(job -> management.setJobDuedate(job.getId(), new Date()));
    }

    private long unclaimed() {
        return count("select count(distinct incident_code) from timeline_entry where what like 'Chưa ai nhận việc%'");
    }

    private long sent() {
        return count("select count(*) from outgoing_message where sent_at is not null");
    }

    private long waiting() {
        return count("select count(*) from outgoing_message where sent_at is null");
    }

    private long count(String sql) {
        return application.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
