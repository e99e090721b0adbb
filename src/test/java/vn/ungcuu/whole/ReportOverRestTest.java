package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.IncidentCode;
import vn.ungcuu.support.TableSizes;
import vn.ungcuu.whole.ReportsOverRest.Answer;

/** Other systems report incidents over the engine's REST API; what they send is held against the form as everything else is. */
@WholeApplication
class ReportOverRestTest {

    /** A sentence for people, not the engine's English and no stack trace. */
    private static final String SENTENCE = "\\p{Lu}[^\\n]*[.]";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcClient jdbc;

    private ReportsOverRest rest;
    private Crew crew;

    @BeforeEach
    void stopTheClock() {
        WallClock.set(OffsetDateTime.parse("2029-03-05T23:59:00+07:00"));
        rest = new ReportsOverRest(port);
        crew = new Crew(application, Map.of());
    }

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void reportStartsTheProcedureAndTheSenderLearnsItsCode() {
        Map<String, Object> report = ReportsOverRest.report();
        report.put("reporterContact", "0900 000 000");
        report.put("affectedSystem", "Máy tính phòng tiếp dân");
        report.put("kind", "system-fault");
        report.put("source", "giam-sat");
        report.put("sourceReference", "alert-1");
        Answer answer = rest.send(report);

        assertThat(answer.status()).isEqualTo(200);
        String code = answer.code();
        assertThat(code).startsWith("SC-2029-");
        Incident incident = crew.incident(code);
        assertThat(incident.title()).isEqualTo(report.get("title"));
        assertThat(incident.source()).isEqualTo("giam-sat");
        assertThat(incident.sourceReference()).isEqualTo("alert-1");
        assertThat(incident.kind()).isEqualTo("system-fault");
        assertThat(incident.reportedBy()).isEqualTo("vanphong");
        assertThat(crew.openTasks(code)).containsExactly("acknowledge-report");
        assertThat(crew.told(code)).first().isEqualTo("Ghi nhận tin báo: " + report.get("title"));
    }

    @Test
    void whoeverWantsNoAnswerGetsNone() {
        Answer answer = rest.post(
                "congan",
                ReportsOverRest.message(ReportsOverRest.report())
                        .put("resultEnabled", false)
                        .toString());
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void drillHasItsOwnSeries() {
        Map<String, Object> report = ReportsOverRest.report();
        report.put("drill", true);
        assertThat(rest.send(report).code()).startsWith("DT-2029-");
    }

    @Test
    void longestReportArrivesWhole() {
        Map<String, Object> report = ReportsOverRest.report();
        report.put("title", "ế".repeat(200));
        report.put("description", "Dòng thứ nhất\n".repeat(1_428) + "hết");
        String code = rest.send(report).code();
        assertThat(crew.incident(code).title()).isEqualTo(report.get("title"));
        assertThat(crew.incident(code).description()).isEqualTo(report.get("description"));
    }

    @Test
    void sameReportNeverBecomesTwoIncidents() {
        Map<String, Object> report = ReportsOverRest.report();
        report.put("source", "giam-sat");
        report.put("sourceReference", "alert-2");
        String code = rest.send(report).code();

        refused(ReportsOverRest.message(report).toString(), 400, code);
        report.put("title", "Vẫn là tin đó, viết khác đi");
        refused(ReportsOverRest.message(report).toString(), 400, code);
        report.put("sourceReference", "alert-3");
        assertThat(rest.send(report).status()).isEqualTo(200);
    }

    static Stream<Arguments> badReports() {
        String now = FormFiller.moment(OffsetDateTime.parse("2029-03-05T23:59:00+07:00"));
        return Stream.of(
                bad("title", null, "Tóm tắt sự cố"),
                bad("title", "", "Tóm tắt sự cố"),
                bad("title", " \t\u200b\u00a0 ", "Tóm tắt sự cố"),
                bad("title", "ế".repeat(201), "200"),
                bad("title", 12, "Tóm tắt sự cố"),
                bad("title", "a\u0000b", "Tóm tắt sự cố"),
                bad("title", true, "Tóm tắt sự cố"),
                bad("description", null, "Mô tả"),
                bad("description", "x".repeat(20_001), "20.000"),
                bad("channel", null, "Tin báo đến"),
                bad("channel", "pigeon", "Tin báo đến"),
                bad("channel", "PHONE", "Tin báo đến"),
                bad("detectedAt", null, "Thời điểm phát hiện"),
                bad("detectedAt", "2029-03-06T00:05:00+07:00", "tương lai"),
                bad("detectedAt", "2029-03-05T18:05:00Z", "tương lai"),
                bad("detectedAt", "2029-03-05T20:00:00", "Thời điểm phát hiện"),
                bad("detectedAt", "2029-03-05", "Thời điểm phát hiện"),
                bad("detectedAt", "05/03/2029 20:00", "Thời điểm phát hiện"),
                bad("detectedAt", "2029-02-30T20:00:00+07:00", "Thời điểm phát hiện"),
                bad("detectedAt", "hôm qua", "Thời điểm phát hiện"),
                bad("detectedAt", 1_800_000_000, "Thời điểm phát hiện"),
                bad("reporterName", null, "Người báo"),
                bad("reporterName", "N".repeat(201), "200"),
                bad("reporterContact", "9".repeat(501), "500"),
                bad("affectedSystem", "m".repeat(501), "500"),
                bad("kind", "alien-invasion", "Nhóm sự cố"),
                bad("kind", "${runtimeService}", "Nhóm sự cố"),
                bad("drill", "maybe", "diễn tập"),
                bad("drill", 1, "diễn tập"),
                bad("source", "giam-sat", "đi cùng nhau"),
                bad("sourceReference", "alert-4", "đi cùng nhau"),
                bad("severity", "serious", "severity"),
                bad("code", "SC-2029-0001", "code"),
                bad("sceneHeld", true, "sceneHeld"),
                bad("verificationResult", "incident", "verificationResult"),
                bad("closureApproved", "yes", "closureApproved"),
                bad("__proto__", "x", "__proto__"),
                bad("", "x", ""));
    }

    private static Arguments bad(String field, Object value, String says) {
        return Arguments.of(field, value, says);
    }

    @ParameterizedTest(name = "{0}, {index}")
    @MethodSource("badReports")
    void badReportIsRefusedWithASentenceAndLeavesNothing(String field, Object value, String says) {
        Map<String, Object> report = ReportsOverRest.report();
        if (value == null) {
            report.remove(field);
        } else {
            report.put(field, value);
        }
        refused(ReportsOverRest.message(report).toString(), 400, says);
    }

    @Test
    void halfACharacterIsRefusedAndLeavesNothing() {
        Map<String, Object> report = ReportsOverRest.report();
        report.put("title", "half");
        refused(ReportsOverRest.message(report).toString().replace("half", "\\ud83d"), 400, "Tóm tắt sự cố");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"incident-reported\"",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": }}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": []}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": \"no object\"}}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": {\"value\": {\"a\": 1}}}}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": {\"value\": [1]}}}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": {\"type\": \"File\", \"value\": \"TVo=\"}}}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": {\"type\": \"Object\","
                        + " \"value\": \"rO0ABQ==\", \"valueInfo\": {\"serializationDataFormat\":"
                        + " \"application/x-java-serialized-object\", \"objectTypeName\": \"java.util.HashMap\"}}}}",
                "{\"messageName\": \"incident-reported\", \"processVariables\": {\"title\": {\"type\": \"Integer\", \"value\": \"x\"}}}",
                "{\"messageName\": \"incident-reported\"}",
                "{\"messageName\": \"incident-reported\"} {}",
                "{\"messageName\": \"incident-reported\", \"messageName\": \"incident-cancelled\"}",
            })
    void whatIsNoReportIsRefusedAndLeavesNothing(String body) {
        refused(body, null, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident-reopened",
                "incident-cancelled",
                "city-support-requested",
                "crime-signs-found",
                "facts-changed",
                "service-interrupted",
                "support-answered",
                "upgrade-answered",
                "national-response-ended",
                "no-such-message",
                "Incident-Reported",
                "incident-reported ",
                "",
            })
    void everyOtherMessageHasItsDoorAndIsNotTakenOverRest(String name) {
        refused(
                ReportsOverRest.message(ReportsOverRest.report())
                        .put("messageName", name)
                        .toString(),
                403,
                "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"businessKey\": \"SC-2029-0001\"",
                "\"processInstanceId\": \"x\"",
                "\"all\": true",
                "\"correlationKeys\": {\"code\": {\"value\": \"SC-2029-0001\"}}",
                "\"tenantId\": \"other\"",
                "\"processVariablesLocal\": {\"severity\": {\"value\": \"serious\"}}",
                "\"variablesInResultEnabled\": true",
            })
    void messageIsAimedAtNothingButANewIncident(String aim) {
        String message =
                ReportsOverRest.message(ReportsOverRest.report()).toString().replaceFirst("\\{", "{" + aim + ", ");
        refused(message, 403, "");
    }

    @Test
    void hugeBodyIsRefusedUnread() {
        Map<String, Object> report = ReportsOverRest.report();
        report.put("description", "x".repeat(3_000_000));
        refused(ReportsOverRest.message(report).toString(), 413, "1 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>",
                "'; drop table incident; --",
                "${execution.setVariable('severity', 'ordinary')}",
                "#{runtimeService.deleteProcessInstance('x')}",
                "=severity = null",
                "{{knownFacts}} [bấm đây](javascript:alert(1)) **đậm**",
                "\\u0000 %00 \\\" \u202Egnud\u202C 👩‍🚒 Việt Nam",
            })
    void hostileWordsAreKeptAsWordsAndDoNothing(String hostile) {
        Map<String, Object> report = ReportsOverRest.report();
        for (String field :
                new String[] {"title", "description", "reporterName", "reporterContact", "affectedSystem"}) {
            report.put(field, hostile);
        }
        report.put("source", hostile);
        report.put("sourceReference", hostile);
        Answer answer = rest.send(report);

        assertThat(answer.status()).isEqualTo(200);
        Incident incident = crew.incident(answer.code());
        assertThat(incident.title()).isEqualTo(hostile);
        assertThat(incident.description()).isEqualTo(hostile);
        assertThat(incident.reporterName()).isEqualTo(hostile);
        assertThat(incident.severity()).isNull();
        assertThat(crew.openTasks(answer.code())).containsExactly("acknowledge-report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phantich", "admin"})
    void whoeverHasNoPartInTheProcedureReportsNothing(String user) {
        Map<String, Long> before = TableSizes.of(jdbc);
        Answer answer = rest.post(
                user, ReportsOverRest.message(ReportsOverRest.report()).toString());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(TableSizes.of(jdbc)).isEqualTo(before);
    }

    /** @param status the only one expected, or null for 400 or 403 */
    private void refused(String body, Integer status, String says) {
        String before = rest.send(ReportsOverRest.report()).code();
        Map<String, Long> rows = TableSizes.of(jdbc);

        Answer answer = rest.post("vanphong", body);

        assertThat(answer.status())
                .as(answer.text())
                .isIn(status == null ? new Object[] {400, 403} : new Object[] {status});
        assertThat(answer.message()).matches(SENTENCE).contains(says).doesNotContainPattern("Exception|org\\.|java\\.");
        assertThat(TableSizes.of(jdbc)).isEqualTo(rows);
        assertThat(rest.send(ReportsOverRest.report()).code()).isEqualTo(following(before));
    }

    private static String following(String code) {
        return IncidentCode.typed(code.substring(0, 8) + (Integer.parseInt(code.substring(8)) + 1))
                .orElseThrow();
    }
}
