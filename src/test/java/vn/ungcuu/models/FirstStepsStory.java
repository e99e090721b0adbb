package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import vn.ungcuu.organization.Groups;

/** The first steps of one kind of incident, begun with a list of what each office has to do. */
abstract class FirstStepsStory extends ProcessStory {

    private final String kind;

    FirstStepsStory(ProcessEngineCoverageExtension extension, String kind) {
        super(extension, "initial-handling-" + kind, List.of(), List.of());
        this.kind = kind;
    }

    void incidentHappens() {
        start(
                "kind",
                kind,
                "initialSteps",
                Spin.JSON(Stream.of(Groups.OFFICE, Groups.POLICE, Groups.CULTURE_SOCIAL)
                        .map(office -> Map.of("office", office, "step", stepOf(office)))
                        .toList()));
    }

    @Test
    void everyTaskShowsTheStepsOfItsOwnOfficeAndNoOthers() {
        incidentHappens();
        while (!openTasks().isEmpty()) {
            Task task = tasks().createTaskQuery().list().get(0);
            String office = officeOf(task);
            SpinJsonNode steps = (SpinJsonNode) tasks().getVariable(task.getId(), "steps");

            assertThat(steps.elements())
                    .as(task.getTaskDefinitionKey())
                    .extracting(step -> step.prop("label").stringValue())
                    .containsExactly(stepOf(office));
            complete(office, task.getTaskDefinitionKey());
        }
    }

    private static String stepOf(String office) {
        return "Việc của " + office;
    }
}
