package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.Visitor;

/** The engine's history goes after its time, at night, by itself; what an inspector asks for is in the record and stays. */
@WholeApplication
class RecordOutlivesHistoryTest {

    /** More than any installation here needs: each cleans up five hundred of everything. */
    private static final int MOST_ROUNDS = 200;

    @Autowired
    BeanFactory application;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void elevenYearsLaterTheEngineHasForgottenTheIncidentAndTheRegisterHasNot() {
        WallClock.set(OffsetDateTime.parse("2026-05-04T08:00:00+07:00"));
        Crew crew = new Crew(application, Map.of("verificationResult", "incident", "kind", "system-fault"));
        String closed = crew.send(ReportsOverRest.report());
        crew.finish(closed);
        String open = crew.send(ReportsOverRest.report());
        List<Object> known = known(crew, closed);
        assertThat(instances(closed)).isPositive();

        WallClock.set(OffsetDateTime.parse("2037-05-05T02:00:00+07:00"));
        cleanUp();

        assertThat(instances(closed)).isZero();
        assertThat(instances(open)).as("of an incident that is still open").isPositive();
        assertThat(crew.openTasks(open)).isNotEmpty();
        assertThat(known(crew, closed)).isEqualTo(known);
        Visitor inspector = Visitor.through(Visitor.Door.WEBAPP, port, "dieuphoi");
        assertThat(inspector.get("/so-theo-doi/" + closed)).satisfies(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains(closed, "Hoàn thành: ");
        });
        assertThat(Stream.of(
                                "/so-theo-doi?nam=2026",
                                "/thong-ke?tu=2026-05-01&den=2026-05-31",
                                "/thong-ke/su-co.csv?tu=2026-05-01&den=2026-05-31")
                        .map(inspector::get))
                .allSatisfy(page -> assertThat(page.status()).isEqualTo(200))
                .last()
                .satisfies(file -> assertThat(file.body()).contains(closed));
    }

    private static List<Object> known(Crew crew, String code) {
        return List.of(crew.incident(code), crew.timeline(code), crew.stages(code));
    }

    private long instances(String code) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .count();
    }

    /** Round by round, as the engine does it at night, until there is nothing left and it puts the job to rest. */
    private void cleanUp() {
        String job = history.cleanUpHistoryAsync(true).getId();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Job next = management.createJobQuery().jobId(job).singleResult();
            if (next == null || next.isSuspended()) {
                return;
            }
            management.executeJob(job);
        }
        throw new AssertionError("The engine never came to the end of its history");
    }
}
