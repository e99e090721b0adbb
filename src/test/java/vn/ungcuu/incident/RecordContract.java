package vn.ungcuu.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the record promises, on whichever database. */
abstract class RecordContract {

    private static final Viewer COORDINATOR = new Viewer(Set.of("coordinators"), true);

    /** A clock the tests set; the record never asks another. */
    static class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-10T02:00:00Z");

        void set(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration
    static class WithSettableClock {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @Autowired
    Incidents incidents;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void emptyRecord() {
        clock.set("2026-03-10T02:00:00Z");
        for (String table : List.of("timeline_entry", "incident_office", "incident_stage", "incident")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update incident_number set last_number = 0").update();
    }

    @Test
    void numbersRunPerYearOfTheReportInVietnam() {
        clock.set("2026-12-31T16:59:59Z");
        assertThat(open(report("Cuối năm"))).isEqualTo("SC-2026-0001");
        clock.set("2026-12-31T17:00:00Z");
        assertThat(open(report("Giao thừa đã qua ở Việt Nam"))).isEqualTo("SC-2027-0001");
        assertThat(open(report("Tiếp theo"))).isEqualTo("SC-2027-0002");
    }

    @Test
    void drillsHaveTheirOwnNumbers() {
        assertThat(open(report("Thật"))).isEqualTo("SC-2026-0001");
        assertThat(open(drill("Tập"))).isEqualTo("DT-2026-0001");
        assertThat(incidents.find("DT-2026-0001").orElseThrow().drill()).isTrue();
    }

    @Test
    void tenThousandthIncidentOfAYearGetsAFifthDigit() {
        jdbc.sql("update incident_number set last_number = 9999 where series = 'SC' and report_year = 2026")
                .update();
        assertThat(open(report("Nhiều quá"))).isEqualTo("SC-2026-10000");
    }

    @Test
    void rollbackGivesTheNumberBack() {
        inTransaction.executeWithoutResult(status -> {
            incidents.open(report("Bị hủy"));
            status.setRollbackOnly();
        });
        assertThat(open(report("Được ghi"))).isEqualTo("SC-2026-0001");
    }

    @Test
    void fiftyReportsAtOnceOfWhichSomeFailLeaveNoGapAndNoRepeat() throws Exception {
        List<Callable<String>> reports = IntStream.range(0, 50)
                .<Callable<String>>mapToObj(number -> () -> inTransaction.execute(status -> {
                    String code = incidents.open(report("Báo cáo " + number)).code();
                    if (number % 7 == 3) {
                        status.setRollbackOnly();
                        return "";
                    }
                    return code;
                }))
                .toList();

        List<String> codes = atOnce(reports).stream()
                .filter(code -> !code.isEmpty())
                .sorted()
                .toList();

        assertThat(codes)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 43)
                        .mapToObj("SC-2026-%04d"::formatted)
                        .toList());
    }

    @Test
    void sameSourceAndReferenceNeverMakeTwoIncidents() {
        String first = open(fromSource("mail", "<1@x.vn>"));

        assertThatExceptionOfType(DuplicateReportException.class)
                .isThrownBy(() -> open(fromSource("mail", "<1@x.vn>")))
                .extracting(DuplicateReportException::code)
                .isEqualTo(first);
        assertThat(incidents.codeOf("mail", "<1@x.vn>")).contains(first);
        assertThat(open(fromSource("mail", "<2@x.vn>"))).isEqualTo("SC-2026-0002");
    }

    @Test
    void sameReportSentTwiceAtOnceBecomesOneIncident() throws Exception {
        List<Callable<String>> reports = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(number -> () -> {
                    try {
                        return "new " + open(fromSource("api", "42"));
                    } catch (DuplicateReportException e) {
                        return "known " + e.code();
                    }
                })
                .toList();

        assertThat(atOnce(reports))
                .containsOnly("new SC-2026-0001", "known SC-2026-0001")
                .containsOnlyOnce("new SC-2026-0001");
    }

    @Test
    void recordIsWrittenOnlyTogetherWithItsCause() {
        String code = open(report("Có thật"));

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> incidents.open(report("Không giao dịch")));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> timeline.append(entry(code, "Không giao dịch")));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> incidents.learn(code, Map.of("spreading", true)));
    }

    @Test
    void reportIsKeptAsItCame() {
        String description = "Máy chủ <b>\"Một cửa\"</b> bị mã hóa – “đòi tiền chuộc” 😱 ".repeat(300);
        Instant detected = Instant.parse("2026-03-09T23:59:59Z");
        String code = written(() -> incidents
                .open(new NewIncident(
                        "Đặng Thị Ửng báo sự cố",
                        description,
                        "phone",
                        detected,
                        "Nguyễn Văn Ổn",
                        "0900 000 000",
                        "vanphong",
                        "mail",
                        "ref",
                        false,
                        Map.of("affectedSystem", "Hệ thống một cửa", "kind", "network-attack"),
                        Set.of("office")))
                .code());

        Incident incident = incidents.find(code).orElseThrow();
        assertThat(incident.title()).isEqualTo("Đặng Thị Ửng báo sự cố");
        assertThat(incident.description()).isEqualTo(description);
        assertThat(incident.detectedAt()).isEqualTo(detected);
        assertThat(incident.reportedAt()).isEqualTo(clock.instant());
        assertThat(incident.reporterName()).isEqualTo("Nguyễn Văn Ổn");
        assertThat(incident.reportedBy()).isEqualTo("vanphong");
        assertThat(incident.affectedSystem()).isEqualTo("Hệ thống một cửa");
        assertThat(incident.kind()).isEqualTo("network-attack");
        assertThat(incident.open()).isTrue();
        assertThat(incident.operatedByCommune()).isTrue();
        assertThat(incident.ownedByCommune()).isTrue();
    }

    @Test
    void learnedFactsAreKeptAndShowInTheirColumns() {
        String code = open(report("Sự cố"));
        clock.set("2026-03-10T03:00:00.123456Z");
        write(() -> incidents.learn(
                code, Map.of("severity", "serious", "spreading", true, "systemLevel", 3, "operatedByCommune", false)));
        write(() -> incidents.learn(code, Map.of("containedAt", "2026-03-10T11:30:00+07:00")));

        Incident incident = incidents.find(code).orElseThrow();
        assertThat(incident.severity()).isEqualTo("serious");
        assertThat(incident.classifiedAt()).isEqualTo("2026-03-10T03:00:00.123Z");
        assertThat(incident.containedAt()).isEqualTo("2026-03-10T04:30:00Z");
        assertThat(incident.operatedByCommune()).isFalse();
        assertThat(incident.facts())
                .containsEntry("spreading", true)
                .containsEntry("systemLevel", 3)
                .containsEntry("severity", "serious");
    }

    @Test
    void nullTakesAFactBack() {
        String code = open(report("Sự cố"));
        write(() -> incidents.learn(code, Map.of("affectedUnit", "unitPrimarySchool")));
        write(() -> incidents.learn(code, Collections.singletonMap("affectedUnit", null)));

        Incident incident = incidents.find(code).orElseThrow();
        assertThat(incident.affectedUnit()).isNull();
        assertThat(incident.facts()).doesNotContainKey("affectedUnit");
    }

    @Test
    void laterVariableCannotTurnAnIncidentIntoADrill() {
        String code = open(report("Thật"));
        write(() -> incidents.learn(code, Map.of("drill", true)));

        Incident incident = incidents.find(code).orElseThrow();
        assertThat(incident.drill()).isFalse();
        assertThat(incident.facts()).containsEntry("drill", false);
    }

    @Test
    void overlappingStagesAreToldApart() {
        String code = open(report("Sự cố"));
        write(() -> incidents.enterStage(code, "classify"));
        clock.set("2026-03-10T02:00:01Z");
        write(() -> incidents.enterStage(code, "initial-handling"));
        assertThat(stage(code)).isEqualTo("initial-handling");
        write(() -> incidents.leaveStage(code, "initial-handling"));
        assertThat(stage(code)).isEqualTo("classify");
        write(() -> incidents.leaveStage(code, "classify"));

        assertThat(incidents.stagesOf(code))
                .containsExactly(
                        new StageVisit(
                                "classify",
                                Instant.parse("2026-03-10T02:00:00Z"),
                                Instant.parse("2026-03-10T02:00:01Z")),
                        new StageVisit(
                                "initial-handling",
                                Instant.parse("2026-03-10T02:00:01Z"),
                                Instant.parse("2026-03-10T02:00:01Z")));
    }

    @Test
    void stageEnteredAgainIsNotLeftAnyMore() {
        String code = open(report("Sự cố"));
        write(() -> incidents.enterStage(code, "respond"));
        write(() -> incidents.leaveStage(code, "respond"));
        write(() -> incidents.enterStage(code, "respond"));

        assertThat(incidents.stagesOf(code)).singleElement().matches(visit -> visit.leftAt() == null);
    }

    @Test
    void closedIncidentCanBeReopenedUnderItsNumber() {
        String code = open(report("Sự cố"));
        write(() -> incidents.close(code, Outcome.RESOLVED));
        Incident closed = incidents.find(code).orElseThrow();
        assertThat(closed.open()).isFalse();
        assertThat(closed.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(closed.closedAt()).isEqualTo(clock.instant());

        write(() -> incidents.reopen(code, Set.of("respond")));
        Incident reopened = incidents.find(code).orElseThrow();
        assertThat(reopened.open()).isTrue();
        assertThat(reopened.outcome()).isNull();
        assertThat(reopened.closedAt()).isNull();
    }

    @Test
    void nothingIsWrittenForACodeNobodyHas() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> write(() -> timeline.append(entry("SC-2026-0404", "Không có"))));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> write(() -> incidents.close("SC-2026-0404", Outcome.RESOLVED)));
    }

    @Test
    void timelineIsNumberedWithoutGapsWhoeverWritesAtTheSameTime() throws Exception {
        String code = open(report("Sự cố"));
        List<Callable<String>> entries = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            int mine = number;
            entries.add(() -> inTransaction.execute(status -> {
                timeline.append(entry(code, "Việc " + mine));
                if (mine % 5 == 0) {
                    status.setRollbackOnly();
                }
                return "";
            }));
        }
        atOnce(entries);

        assertThat(timeline.of(code))
                .extracting(TimelineEntry::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 32).boxed().toList());
        assertThat(incidents.find(code).orElseThrow().timelineLength()).isEqualTo(32);
    }

    @Test
    void timelineEntryIsReadAsItWasWritten() {
        String code = open(report("Sự cố"));
        TimelineEntry written = this.<TimelineEntry>written(() -> timeline.append(new NewEntry(
                code,
                EntryKind.TASK,
                "congan",
                "Trần Thị Ổi",
                "police",
                "Đã bảo toàn hiện trường, chứng cứ.",
                Map.of("evidenceLocation", "Tủ <số> 3", "stepsDone", List.of("a", "b"), "count", 2))));

        assertThat(timeline.of(code)).containsExactly(written);
        assertThat(written.sequence()).isEqualTo(1);
        assertThat(written.details())
                .containsEntry("stepsDone", List.of("a", "b"))
                .containsEntry("count", 2);
    }

    @Test
    void factsChangedBetweenEntriesDoNotDisturbTheNumbering() {
        String code = open(report("Sự cố"));
        write(() -> {
            timeline.append(entry(code, "một"));
            incidents.learn(code, Map.of("spreading", true));
            timeline.append(entry(code, "hai"));
            incidents.enterStage(code, "detect");
            timeline.append(entry(code, "ba"));
        });
        assertThat(timeline.of(code)).extracting(TimelineEntry::what).containsExactly("một", "hai", "ba");
    }

    @Test
    void officeSeesOnlyTheIncidentsItWorksOn() {
        String one = open(report("Việc của công an"));
        String other = open(report("Việc của trường"));
        write(() -> incidents.involve(one, "police"));
        write(() -> incidents.involve(one, "police"));
        write(() -> incidents.involve(other, "unitPrimarySchool"));
        Viewer police = new Viewer(Set.of("police"), false);

        assertThat(codes(list(null, police))).containsExactly(one);
        assertThat(list(null, police).total()).isEqualTo(1);
        assertThat(incidents.isVisibleTo(one, police)).isTrue();
        assertThat(incidents.isVisibleTo(other, police)).isFalse();
        assertThat(incidents.find(other, police)).isEmpty();
        assertThat(codes(list(null, COORDINATOR))).containsExactly(other, one);
        assertThat(list(null, new Viewer(Set.of(), false)).total()).isZero();
    }

    @Test
    void restrictedIncidentIsHiddenFromThoseWhoSeeAllButDoNotWorkOnIt() {
        String code = open(report("Mật"));
        write(() -> incidents.involve(code, "police"));
        write(() -> incidents.restrict(code, true));

        assertThat(incidents.isVisibleTo(code, COORDINATOR)).isFalse();
        assertThat(incidents.years(COORDINATOR)).isEmpty();
        assertThat(incidents.isVisibleTo(code, new Viewer(Set.of("police"), false)))
                .isTrue();
    }

    @Test
    void searchFindsWithoutAccentsAndCaseAndByCodeAsTyped() {
        String server = open(report("Máy chủ Đảng ủy hỏng"));
        String mail = open(report("Thư giả mạo 100%"));

        assertThat(codes(list("may chu", COORDINATOR))).containsExactly(server);
        assertThat(codes(list("ĐẢNG hong", COORDINATOR))).containsExactly(server);
        assertThat(codes(list("dang", COORDINATOR))).containsExactly(server);
        assertThat(codes(list("100%", COORDINATOR))).containsExactly(mail);
        assertThat(codes(list("%", COORDINATOR))).containsExactly(mail);
        assertThat(codes(list("_", COORDINATOR))).isEmpty();
        assertThat(codes(list("sc 2026 2", COORDINATOR))).containsExactly(mail);
        assertThat(codes(list("sc-2026-0001", COORDINATOR))).containsExactly(server);
        assertThat(codes(list("'; drop table incident; --", COORDINATOR))).isEmpty();
    }

    @Test
    void registerIsListedNewestFirstInPages() {
        for (int number = 1; number <= 7; number++) {
            clock.set("2026-03-10T02:00:0" + number + "Z");
            open(report("Sự cố " + number));
        }
        clock.set("2027-01-10T02:00:00Z");
        open(report("Năm sau"));
        write(() -> incidents.close("SC-2026-0003", Outcome.FALSE_ALARM));

        RegisterPage second = incidents.list(new RegisterFilter(Selection.all().year(2026), 1, 3), COORDINATOR);
        assertThat(codes(second)).containsExactly("SC-2026-0004", "SC-2026-0003", "SC-2026-0002");
        assertThat(second.total()).isEqualTo(7);
        assertThat(second.pages()).isEqualTo(3);
        assertThat(codes(incidents.list(new RegisterFilter(Selection.all().open(false), 0, 20), COORDINATOR)))
                .containsExactly("SC-2026-0003");
        assertThat(incidents.years(COORDINATOR)).containsExactly(2027, 2026);
    }

    @Test
    void openBetweenIsWhatWasReportedBeforeTheEndAndNotClosedBeforeTheBeginning() {
        clock.set("2026-03-01T00:00:00Z");
        String closedBefore = open(report("Đóng trước"));
        String closedWithin = open(report("Đóng trong khoảng"));
        String stillOpen = open(drill("Còn mở"));
        clock.set("2026-03-09T23:59:59.999Z");
        write(() -> incidents.close(closedBefore, Outcome.RESOLVED));
        clock.set("2026-03-10T00:00:00Z");
        write(() -> incidents.close(closedWithin, Outcome.RESOLVED));
        clock.set("2026-03-16T23:59:59.999Z");
        String reportedWithin = open(report("Báo trong khoảng"));
        clock.set("2026-03-17T00:00:00Z");
        open(report("Báo sau"));

        assertThat(incidents.openBetween(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-17T00:00:00Z")))
                .extracting(Incident::code)
                .containsExactly(stillOpen, closedWithin, reportedWithin);
    }

    private RegisterPage list(String text, Viewer viewer) {
        return incidents.list(
                new RegisterFilter(
                        text == null ? Selection.all() : Selection.all().text(text), 0, 20),
                viewer);
    }

    private static List<String> codes(RegisterPage page) {
        return page.incidents().stream().map(Incident::code).toList();
    }

    private String stage(String code) {
        return incidents.find(code).orElseThrow().stage();
    }

    private String open(NewIncident report) {
        return written(() -> incidents.open(report).code());
    }

    private void write(Runnable change) {
        inTransaction.executeWithoutResult(status -> change.run());
    }

    private <T> T written(Supplier<T> change) {
        return inTransaction.execute(status -> change.get());
    }

    private static NewIncident report(String title) {
        return report(title, null, null, false);
    }

    private static NewIncident drill(String title) {
        return report(title, null, null, true);
    }

    private static NewIncident fromSource(String source, String reference) {
        return report("Từ nguồn", source, reference, false);
    }

    private static NewIncident report(String title, String source, String reference, boolean drill) {
        return new NewIncident(
                title,
                "Mô tả",
                "phone",
                Instant.parse("2026-03-10T01:00:00Z"),
                "Người báo",
                null,
                null,
                source,
                reference,
                drill,
                Map.of(),
                Set.of());
    }

    private static NewEntry entry(String code, String what) {
        return NewEntry.bySystem(code, EntryKind.ACTION, what, Map.of());
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> result : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
