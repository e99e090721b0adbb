package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class DecidedDeadlinesTests {

    private static final Instant SUNDAY_EVENING = Instant.parse("2026-11-22T16:30:00Z");

    private final RepositoryService repository = mock();
    private final DecisionDefinitionQuery query = mock(DecisionDefinitionQuery.class, RETURNS_SELF);
    private final Deadlines deadlines = new DecidedDeadlines(
            repository, new WorkingCalendar(CalendarFile.read(new ClassPathResource("calendar.yaml"))));

    DecidedDeadlinesTests() {
        when(repository.createDecisionDefinitionQuery()).thenReturn(query);
    }

    @Test
    void continuousClockRunsOverMidnight() {
        deployed("v1", row("receive", "serious", "PT2H", "continuous"));
        assertThat(deadlines.finishBy("acknowledge-report", "receive", "serious", SUNDAY_EVENING))
                .hasToString("2026-11-23T01:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void workingClockWaitsForMonday() {
        deployed("v1", row("close", "serious", "P1D", "working"));
        assertThat(deadlines.finishBy("summarise-incident", "close", "serious", SUNDAY_EVENING))
                .hasToString("2026-11-24T07:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void continuousClockRunsThroughTetAndTheWorkingOneWaits() {
        Instant lastAfternoon = Instant.parse("2026-02-13T09:00:00Z");
        deployed("v1", row("respond", "serious", "P1D", "continuous") + row("close", "serious", "P1D", "working"));
        assertThat(deadlines.finishBy("contain-incident", "respond", "serious", lastAfternoon))
                .hasToString("2026-02-14T16:00+07:00[Asia/Ho_Chi_Minh]");
        assertThat(deadlines.finishBy("summarise-incident", "close", "serious", lastAfternoon))
                .hasToString("2026-02-23T16:00+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void severityNotYetKnownCountsAsSerious() {
        deployed(
                "v1",
                row("respond", "ordinary", "P5D", "continuous") + row("respond", "serious", "PT48H", "continuous"));
        assertThat(deadlines.finishBy("choose-plan", "respond", null, SUNDAY_EVENING))
                .hasToString("2026-11-24T23:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void newVersionOfTheAnalystCountsAtOnce() {
        deployed("v1", row("receive", "serious", "PT2H", "continuous"));
        deadlines.finishBy("acknowledge-report", "receive", "serious", SUNDAY_EVENING);
        deployed("v2", row("receive", "serious", "PT1H", "continuous"));
        assertThat(deadlines.finishBy("acknowledge-report", "receive", "serious", SUNDAY_EVENING))
                .hasToString("2026-11-23T00:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void taskWithoutRowIsDueInADayInsteadOfFailing() {
        deployed("v1", row("receive", "serious", "PT2H", "continuous"));
        assertThat(deadlines.finishBy("own-task", "own-stage", "ordinary", SUNDAY_EVENING))
                .hasToString("2026-11-23T23:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void limitThatIsNoDurationIsDueInADayInsteadOfFailing() {
        deployed("v1", row("receive", "serious", "hai giờ", "continuous"));
        assertThat(deadlines.finishBy("acknowledge-report", "receive", "serious", SUNDAY_EVENING))
                .hasToString("2026-11-23T23:30+07:00[Asia/Ho_Chi_Minh]");
    }

    @Test
    void withoutAnyTableATaskIsStillDue() {
        assertThat(deadlines.finishBy("acknowledge-report", "receive", "serious", SUNDAY_EVENING))
                .isNotNull();
    }

    @Test
    void seriousComesFirstAndUnknownBeforeOrdinary() {
        assertThat(deadlines.priority("serious")).isGreaterThan(deadlines.priority(null));
        assertThat(deadlines.priority(null)).isGreaterThan(deadlines.priority("ordinary"));
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
        return """
                <rule id="rule-%1$s-%2$s">
                  <inputEntry id="in-%1$s-%2$s-stage"><text>"%1$s"</text></inputEntry>
                  <inputEntry id="in-%1$s-%2$s-severity"><text>"%2$s"</text></inputEntry>
                  <outputEntry id="out-%1$s-%2$s-finish"><text>"%3$s"</text></outputEntry>
                  <outputEntry id="out-%1$s-%2$s-calendar"><text>"%4$s"</text></outputEntry>
                </rule>
                """.formatted(stage, severity, finishWithin, calendar);
    }

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="deadlines"
                namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="deadlines" name="deadlines">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="stage"><inputExpression id="e1" typeRef="string"><text>stage</text></inputExpression></input>
                  <input id="severity"><inputExpression id="e2" typeRef="string"><text>severity</text></inputExpression></input>
                  <output id="o1" name="finishWithin" typeRef="string"/>
                  <output id="o2" name="calendar" typeRef="string"/>
                  %s
                </decisionTable>
              </decision>
            </definitions>
            """;
}
