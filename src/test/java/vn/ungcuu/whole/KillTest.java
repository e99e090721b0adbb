package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import vn.ungcuu.support.OnPostgres;

/** The application is killed while people work, again and again; {@code bin/torture} does it two hundred times. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@OnPostgres
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int OFFICERS = 4;

    /** Between two kills; the moment within is drawn. */
    private static final int MOST_ACTIONS = 20;

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcConnectionDetails database;

    @TempDir
    Path logs;

    private volatile Node node;

    @Test
    void whatWasAcknowledgedHasHappenedOnceAndNothingHangs() {
        Random random = new Random(KILLS);
        start(0);
        try (StubbornOfficers officers = new StubbornOfficers(OFFICERS, () -> node.port(), application)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                int until = officers.done() + 1 + random.nextInt(MOST_ACTIONS);
                await().atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(1 + random.nextInt(100)))
                        .until(() -> officers.done() >= until);
                node.kill();
                start(kill);
            }
            officers.goHome();
            LOG.info(
                    "{} kills, {} reports and {} completions acknowledged",
                    KILLS,
                    officers.reports().size(),
                    officers.completed().size());
            assertThat(officers.done()).isGreaterThan(KILLS);
            new Survival(application).check(officers.reports(), officers.completed());
        } finally {
            node.close();
        }
    }

    /** An hour of any deadline is a minute: alarms fire while the application dies. */
    private void start(int number) {
        node = Node.start(database, logs.resolve(number + ".log"), "--ung-cuu.deadlines.faster-by=60");
        node.port();
    }
}
