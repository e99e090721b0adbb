package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {

    private static final Set<String> OWN_PAGE = Set.of(
            "receive",
            "detect",
            "classify",
            "initial-handling",
            "respond",
            "escalate",
            "close",
            "police-branch",
            "reassessment");

    private static Decisions decisions;

    @BeforeAll
    static void deploy() {
        decisions = new Decisions("deadlines.dmn");
    }

    @AfterAll
    static void close() {
        decisions.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "receive, ordinary, PT30M, -, PT2H, continuous",
                "receive, serious, PT30M, -, PT2H, continuous",
                "receive, -, PT30M, -, PT2H, continuous",
                "detect, -, PT30M, PT1H, PT4H, continuous",
                "classify, -, PT30M, PT1H, PT4H, continuous",
                "initial-handling, ordinary, PT1H, PT4H, PT24H, continuous",
                "initial-handling, serious, PT15M, PT1H, PT4H, continuous",
                "initial-handling, -, PT15M, PT1H, PT4H, continuous",
                "respond, ordinary, PT4H, P1D, P5D, continuous",
                "respond, serious, PT30M, PT12H, PT48H, continuous",
                "respond, -, PT30M, PT12H, PT48H, continuous",
                "escalate, ordinary, PT30M, PT1H, PT4H, continuous",
                "escalate, serious, PT30M, PT1H, PT4H, continuous",
                "close, ordinary, P1D, P1D, P5D, working",
                "close, serious, P1D, P1D, P5D, working",
                "police-branch, ordinary, PT30M, PT1H, PT4H, continuous",
                "reassessment, serious, PT30M, PT1H, PT4H, continuous",
                "-, -, PT30M, PT1H, PT4H, continuous"
            })
    void everyStageHasTheCommunesTimes(
            String stage, String severity, String claim, String warn, String finish, String calendar) {
        var expected = new HashMap<String, Object>();
        expected.put("claimWithin", claim);
        // An empty cell is not in the result at all.
        if (warn != null) {
            expected.put("warnBefore", warn);
        }
        expected.put("finishWithin", finish);
        expected.put("calendar", calendar);
        assertThat(deadline("some-task", stage, severity)).isEqualTo(expected);
    }

    static Stream<Arguments> userTasks() {
        return Arrays.stream(new File("processes").listFiles((dir, name) -> name.endsWith(".bpmn")))
                .sorted()
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class).stream()
                        .map(task -> arguments(task.getId(), stage(file.getName(), task))))
                .distinct();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("userTasks")
    void everyUserTaskHasUsableTimes(String task, String stage) {
        for (var severity : new String[] {"ordinary", "serious", null}) {
            var result = deadline(task, stage, severity);
            var finish = length(result.get("finishWithin"));
            assertThat(finish).isPositive();
            assertThat(length(result.get("claimWithin"))).isPositive().isLessThan(finish);
            if (result.get("warnBefore") != null) {
                assertThat(length(result.get("warnBefore"))).isPositive().isLessThan(finish);
            }
            assertThat(result.get("calendar")).isIn("continuous", "working");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ordinary", "serious"})
    void aTaskWithARowOfItsOwnDoesNotFollowItsStage(String severity) {
        assertThat(deadline("follow-support", "escalate", severity)).containsEntry("finishWithin", "PT48H");
        assertThat(deadline("archive-national-response", "escalate", severity)).containsEntry("calendar", "working");
    }

    @Test
    void anUnknownTaskStillHasADeadline() {
        assertThat(decisions.single("deadlines", Map.of())).containsEntry("finishWithin", "PT4H");
    }

    private static Map<String, Object> deadline(String task, String stage, String severity) {
        var facts = new HashMap<String, Object>();
        facts.put("task", task);
        facts.put("stage", stage);
        facts.put("severity", severity);
        return decisions.single("deadlines", facts);
    }

    private static String stage(String file, UserTask task) {
        if (file.startsWith("initial-handling-")) {
            return "initial-handling";
        }
        for (var scope = task.getParentElement(); scope instanceof SubProcess page; scope = scope.getParentElement()) {
            if (OWN_PAGE.contains(page.getId())) {
                return page.getId();
            }
        }
        return "escalate";
    }

    private static Duration length(Object iso) {
        var text = (String) iso;
        return text.contains("T")
                ? Duration.parse(text)
                : Duration.ofDays(Period.parse(text).getDays());
    }
}
