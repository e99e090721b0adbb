package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import vn.ungcuu.UngCuuApplication;

class DecidedDeadlinesTests {

    private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-22T16:30:00Z");

    private final RepositoryService repository = mock();
    private final DecisionDefinitionQuery query = mock(DecisionDefinitionQuery.class, RETURNS_SELF);
    private final Deadlines deadlines = new DecidedDeadlines(
            repository,
            new WorkingCalendar(CalendarFile.read(new ClassPathResource("calendar.yaml"))),
            new Pace(1, new MockEnvironment()));

    DecidedDeadlinesTests() {
        when(repository.createDecisionDefinitionQuery()).thenReturn(query);
    }

    @Test
    void continuousClockRunsOverMidnight() {
        deployed("v1", row("receive", "serious", "PT2H", "continuous"));
        assertThat(finishBy("acknowledge-report", "receive", "serious"))
                .hasToString("2026-11-23T01:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void workingClockWaitsForMonday() {
        deployed("v1", row("close", "serious", "P1D", "working"));
        assertThat(finishBy("summarise-incident", "close", "serious"))
                .hasToString("2026-11-24T07:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void continuousClockRunsThroughTetAndTheWorkingOneWaits() {
        Instant lastAfternoon = Instant.parse("2026-02-13T09:00:00Z");
        deployed("v1", row("respond", "serious", "P1D", "continuous") + row("close", "serious", "P1D", "working"));
        assertThat(finishBy("contain-incident", "respond", "serious", lastAfternoon))
                .hasToString("2026-02-14T16:00+07:00[Asia/Ho_Chi_Minh]");
        assertThat(finishBy("summarise-incident", "close", "serious", lastAfternoon))
                .hasToString("2026-02-23T16:00+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void severityNotYetKnownCountsAsSerious() {
        deployed(
                "v1",
                row("respond", "ordinary", "P5D", "continuous") + row("respond", "serious", "PT48H", "continuous"));
        assertThat(finishBy("choose-plan", "respond", null)).hasToString("2026-11-24T23:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void newVersionOfTheAnalystCountsAtOnce() {
        deployed("v1", row("receive", "serious", "PT2H", "continuous"));
        finishBy("acknowledge-report", "receive", "serious");
        deployed("v2", row("receive", "serious", "PT1H", "continuous"));
        assertThat(finishBy("acknowledge-report", "receive", "serious"))
                .hasToString("2026-11-23T00:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void taskWithoutRowIsDueInADayInsteadOfFailing() {
        deployed("v1", row("receive", "serious", "PT2H", "continuous"));
        assertThat(finishBy("own-task", "own-stage", "ordinary"))
                .hasToString("2026-11-23T23:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void limitThatIsNoDurationIsDueInADayInsteadOfFailing() {
        deployed("v1", row("receive", "serious", "hai giờ", "continuous"));
        assertThat(finishBy("acknowledge-report", "receive", "serious"))
                .hasToString("2026-11-23T23:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void withoutAnyTableATaskIsStillDue() {
        assertThat(finishBy("acknowledge-report", "receive", "serious")).isNotNull();
    }

    @Test
    void workIsTakenAndRemindedOfAtMomentsOfTheTable() {
        deployed("v1", row("detect", "serious", "PT30M", "PT1H", "PT4H", "continuous"));
        Clocks clocks = deadlines.clocks(new Work("verify-incident", "detect", "serious"), SUNDAY_EVENING, null);
        assertThat(clocks)
                .isEqualTo(new Clocks(
                        SUNDAY_EVENING.plus(Duration.ofMinutes(30)),
                        SUNDAY_EVENING.plus(Duration.ofHours(3)),
                        SUNDAY_EVENING.plus(Duration.ofHours(4))));
        assertThat(clocks.first(false)).isEqualTo(clocks.claimBy());
        assertThat(clocks.first(true)).isEqualTo(clocks.warnAt());
    }

    @Test
    void workingClockRemindsWorkingDaysBefore() {
        deployed("v1", row("close", "serious", "P1D", "P1D", "P5D", "working"));
        Clocks clocks = deadlines.clocks(new Work("summarise-incident", "close", "serious"), SUNDAY_EVENING, null);
        // Five working days from Monday 23 November, 07:30; the reminder is due on Friday.
        assertThat(local(clocks.finishBy())).isEqualTo("2026-11-30T07:30");
        assertThat(local(clocks.warnAt())).isEqualTo("2026-11-27T07:30");
    }

    @Test
    void nobodyIsRemindedOfWhatBeginsAfterTheReminder() {
        deployed("v1", row("detect", "serious", "PT30M", "PT4H", "PT4H", "continuous"));
        assertThat(deadlines
                        .clocks(new Work("verify-incident", "detect", "serious"), SUNDAY_EVENING, null)
                        .warnAt())
                .isNull();
    }

    @Test
    void whatTheLawLimitsIsDueThenWhateverTheTableSays() {
        deployed("v1", row("respond", "serious", "PT30M", "PT12H", "PT48H", "continuous"));
        Instant latest = SUNDAY_EVENING.plus(Duration.ofMinutes(20));
        Clocks clocks = deadlines.clocks(new Work("own-task", "respond", "serious"), SUNDAY_EVENING, latest);
        assertThat(clocks).isEqualTo(new Clocks(latest, null, latest));
    }

    @Test
    void newFinishMovesTheReminderWithIt() {
        deployed("v1", row("detect", "serious", "PT30M", "PT1H", "PT4H", "continuous"));
        Instant finish = SUNDAY_EVENING.plus(Duration.ofHours(20));
        assertThat(deadlines.until(finish, new Work("verify-incident", "detect", "serious"), SUNDAY_EVENING))
                .isEqualTo(new Clocks(
                        SUNDAY_EVENING.plus(Duration.ofMinutes(30)), finish.minus(Duration.ofHours(1)), finish));
    }

    @Test
    void inTheDemoTimeMayRunFaster() {
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        Deadlines faster = new DecidedDeadlines(
                repository,
                new WorkingCalendar(CalendarFile.read(new ClassPathResource("calendar.yaml"))),
                new Pace(60, demo));
        deployed("v1", row("close", "serious", "P1D", "P1D", "P5D", "working"));
        assertThat(faster.clocks(new Work("summarise-incident", "close", "serious"), SUNDAY_EVENING, null))
                .isEqualTo(new Clocks(
                        SUNDAY_EVENING.plus(Duration.ofMinutes(24)),
                        SUNDAY_EVENING.plus(Duration.ofMinutes(4 * 24)),
                        SUNDAY_EVENING.plus(Duration.ofMinutes(5 * 24))));
        assertThat(faster.reminderInterval()).isEqualTo(Duration.ofMinutes(24));
    }

    @Test
    void outsideTheDemoTimeDoesNotRunFaster() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Pace(60, new MockEnvironment()))
                .withMessageContaining("ung-cuu.deadlines.faster-by");
        assertThatIllegalStateException().isThrownBy(() -> new Pace(0, new MockEnvironment()));
    }

    @Test
    void moreUrgentWorkIsHigherInTheList() {
        assertThat(deadlines.priority("serious", Urgency.IN_TIME, false))
                .isGreaterThan(deadlines.priority(null, Urgency.IN_TIME, false));
        assertThat(deadlines.priority(null, Urgency.IN_TIME, false))
                .isGreaterThan(deadlines.priority("ordinary", Urgency.IN_TIME, false));
        assertThat(deadlines.priority("ordinary", Urgency.OVERDUE, false))
                .isGreaterThan(deadlines.priority("serious", Urgency.UNCLAIMED, false));
        assertThat(deadlines.priority("serious", Urgency.ESCALATED, false)).isLessThanOrEqualTo(100);
        assertThat(deadlines.priority("serious", Urgency.ESCALATED, true))
                .isLessThan(deadlines.priority("ordinary", Urgency.IN_TIME, false))
                .isGreaterThan(deadlines.priority("serious", Urgency.IN_TIME, true));
    }

    private ZonedDateTime finishBy(String task, String stage, String severity) {
        return finishBy(task, stage, severity, SUNDAY_EVENING);
    }

    private ZonedDateTime finishBy(String task, String stage, String severity, Instant from) {
        return deadlines
                .clocks(new Work(task, stage, severity), from, null)
                .finishBy()
                .atZone(UngCuuApplication.ZONE);
    }

    private static String local(Instant moment) {
        return moment.atZone(UngCuuApplication.ZONE).toLocalDateTime().toString();
    }

    private void deployed(String id, String rows) {
        DecisionDefinition definition = mock();
        when(definition.getId()).thenReturn(id);
        when(query.singleResult()).thenReturn(definition);
        doAnswer(call -> new ByteArrayInputStream(TABLE.formatted(rows).getBytes(StandardCharsets.UTF_8)))
                .when(repository)
                .getDecisionModel(anyString());
    }

    private static String row(String stage, String severity, String finishWithin, String calendar) {
        return row(stage, severity, null, null, finishWithin, calendar);
    }

    private static String row(
            String stage,
            String severity,
            String claimWithin,
            String warnBefore,
            String finishWithin,
            String calendar) {
        return """
                <rule id="rule-%1$s-%2$s">
                  <inputEntry id="in-%1$s-%2$s-stage"><text>"%1$s"</text></inputEntry>
                  <inputEntry id="in-%1$s-%2$s-severity"><text>"%2$s"</text></inputEntry>
                  <outputEntry id="out-%1$s-%2$s-claim"><text>%3$s</text></outputEntry>
                  <outputEntry id="out-%1$s-%2$s-warn"><text>%4$s</text></outputEntry>
                  <outputEntry id="out-%1$s-%2$s-finish"><text>"%5$s"</text></outputEntry>
                  <outputEntry id="out-%1$s-%2$s-calendar"><text>"%6$s"</text></outputEntry>
                </rule>
                """.formatted(stage, severity, cell(claimWithin), cell(warnBefore), finishWithin, calendar);
    }

    private static String cell(String value) {
        return value == null ? "" : '"' + value + '"';
    }

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="deadlines"
                namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="deadlines" name="deadlines">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="stage"><inputExpression id="e1" typeRef="string"><text>stage</text></inputExpression></input>
                  <input id="severity"><inputExpression id="e2" typeRef="string"><text>severity</text></inputExpression></input>
                  <output id="o1" name="claimWithin" typeRef="string"/>
                  <output id="o2" name="warnBefore" typeRef="string"/>
                  <output id="o3" name="finishWithin" typeRef="string"/>
                  <output id="o4" name="calendar" typeRef="string"/>
                  %s
                </decisionTable>
              </decision>
            </definitions>
            """;
}
