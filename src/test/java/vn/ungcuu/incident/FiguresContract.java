package vn.ungcuu.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What is counted and measured, against numbers worked out by hand. */
abstract class FiguresContract {

    private static final Viewer COORDINATOR = new Viewer(Set.of("coordinators"), true);

    @Autowired
    Figures figures;

    @Autowired
    Incidents incidents;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordContract.SettableClock clock;

    @BeforeEach
    void emptyRecord() {
        for (String table : List.of("timeline_entry", "incident_office", "incident_stage", "incident")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update incident_number set last_number = 0").update();
    }

    @Test
    void medianLiesBetweenTheMiddleTwoAndNineInTenTookNoLongerThanOneThatWasThere() {
        // 10, 20, 30, 40 minutes: the middle is half way from 20 to 30; of three in four nobody can say "nine in ten".
        for (int minutes = 10; minutes <= 40; minutes += 10) {
            acknowledged("2026-03-10T02:00:00Z", minutes);
        }

        assertThat(times(Milestone.ACKNOWLEDGE))
                .isEqualTo(new HandlingTime(
                        Milestone.ACKNOWLEDGE,
                        4,
                        Duration.ofMinutes(25),
                        Duration.ofMinutes(25),
                        Duration.ofMinutes(40)));
    }

    @Test
    void whatCameBeforeTheReportWasRecordedTookNoTime() {
        acknowledged("2026-03-10T02:00:00Z", -30);
        acknowledged("2026-03-10T02:00:00Z", 10);

        assertThat(times(Milestone.ACKNOWLEDGE).mean()).isEqualTo(Duration.ofMinutes(5));
        assertThat(times(Milestone.ACKNOWLEDGE).median()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void nothingToMeasureIsNoNumber() {
        open("2026-03-10T02:00:00Z");

        assertThat(figures.times(Selection.all(), COORDINATOR))
                .extracting(HandlingTime::count, HandlingTime::mean, HandlingTime::median, HandlingTime::p90)
                .containsOnly(tuple(0L, null, null, null));
    }

    @Test
    void onlyWhatWasHandledCountsForContainingAndClosing() {
        contained("2026-03-10T02:00:00Z", null);
        contained("2026-03-10T02:00:00Z", Outcome.RESOLVED);
        contained("2026-03-10T02:00:00Z", Outcome.FALSE_ALARM);
        contained("2026-03-10T02:00:00Z", Outcome.CANCELLED);

        assertThat(times(Milestone.CONTAIN).count()).isEqualTo(2);
        assertThat(times(Milestone.CONTAIN).p90()).isEqualTo(Duration.ofHours(1));
        assertThat(times(Milestone.CLOSE).count()).isEqualTo(1);
        assertThat(times(Milestone.CLOSE).median()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void monthsBeginAtMidnightInVietnam() {
        open("2026-03-31T16:59:59.999Z");
        open("2026-03-31T17:00:00Z");

        assertThat(figures.count(Selection.all(), COORDINATOR, Dimension.MONTH_REPORTED))
                .containsExactlyInAnyOrder(new Count(List.of("2026-03"), 1), new Count(List.of("2026-04"), 1));
    }

    @Test
    void incidentInTwoStagesCountsInBothUntilItIsClosed() {
        String code = open("2026-03-10T02:00:00Z");
        inTransaction.executeWithoutResult(status -> {
            incidents.enterStage(code, "classify");
            incidents.enterStage(code, "initial-handling");
        });
        assertThat(figures.count(Selection.all(), COORDINATOR, Dimension.STAGE, Dimension.DRILL))
                .containsExactlyInAnyOrder(
                        new Count(List.of("classify", "false"), 1), new Count(List.of("initial-handling", "false"), 1));
        assertThat(figures.count(Selection.all().stage("classify"), COORDINATOR))
                .isEqualTo(1);

        inTransaction.executeWithoutResult(status -> incidents.close(code, Outcome.CANCELLED));
        assertThat(figures.count(Selection.all(), COORDINATOR, Dimension.STAGE)).isEmpty();
        assertThat(figures.count(Selection.all().stage("classify"), COORDINATOR))
                .isZero();
    }

    @Test
    void openAtAMomentIsWhatWasReportedBeforeAndNotClosedBefore() {
        contained("2026-03-10T02:00:00Z", Outcome.RESOLVED); // closed at 07:00

        assertThat(openAt("2026-03-10T02:00:00Z")).isZero();
        assertThat(openAt("2026-03-10T02:00:01Z")).isEqualTo(1);
        assertThat(openAt("2026-03-10T07:00:00Z")).isEqualTo(1);
        assertThat(openAt("2026-03-10T07:00:01Z")).isZero();
    }

    private long openAt(String moment) {
        return figures.count(Selection.all().openAt(Instant.parse(moment)), COORDINATOR);
    }

    private HandlingTime times(Milestone milestone) {
        return figures.times(Selection.all(), COORDINATOR).stream()
                .filter(taken -> taken.milestone() == milestone)
                .findFirst()
                .orElseThrow();
    }

    private void acknowledged(String reportedAt, int minutesLater) {
        learn(open(reportedAt), "acknowledgedAt", Duration.ofMinutes(minutesLater));
    }

    /** After one hour; closed after five, where there is an outcome. */
    private void contained(String reportedAt, @Nullable Outcome outcome) {
        String code = open(reportedAt);
        learn(code, "containedAt", Duration.ofHours(1));
        if (outcome != null) {
            clock.set(Instant.parse(reportedAt).plus(Duration.ofHours(5)).toString());
            inTransaction.executeWithoutResult(status -> incidents.close(code, outcome));
        }
    }

    private void learn(String code, String fact, Duration afterReport) {
        inTransaction.executeWithoutResult(status -> incidents.learn(
                code, Map.of(fact, clock.instant().plus(afterReport).toString())));
    }

    private String open(String reportedAt) {
        clock.set(reportedAt);
        NewIncident report = new NewIncident(
                "Sự cố",
                "Mô tả",
                "phone",
                clock.instant(),
                "Người báo",
                null,
                null,
                null,
                null,
                false,
                Map.of(),
                Set.of());
        return inTransaction.execute(status -> incidents.open(report).code());
    }
}
