package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.organization.Groups;

/** What every diagram and table keeps to, so that whoever changes one in Modeler learns at once what it would break. */
class ModelRulesTest {

    /** The law asks ten years of incident records; nothing in the engine's history goes earlier. */
    private static final String KEPT_FOR = "P3650D";

    /** What only carries messages: what was told stands in the tables of notices, and these runs serve to find faults. */
    private static final Map<String, String> KEPT_SHORTER =
            Map.of("send-notification", "P90D", "weekly-digest", "P90D");

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** A table names an input as the variable it reads: {@code deadlines-claimWithin}. */
    private static final Pattern KEBAB_CASE_WITH_VARIABLE = Pattern.compile("[a-z][a-zA-Z0-9]*(-[a-z][a-zA-Z0-9]*)*");

    /** What Modeler makes up: {@code Activity_1x2y3z4}, {@code sid-…}. */
    private static final Pattern GENERATED =
            Pattern.compile("[A-Za-z]+_[a-z0-9]{6,8}(_di)?|sid-.*|.*[0-9a-f]{8}-[0-9a-f]{4}-.*");

    /** Who may be given work, and the colour of it. One task goes to a unit that the incident names. */
    private static final Map<String, String> COLOURS = Map.of(
            Groups.OFFICE,
            "#BBDEFB",
            Groups.POLICE,
            "#FFCDD2",
            Groups.CULTURE_SOCIAL,
            "#C8E6C9",
            Groups.LEADERSHIP,
            "#E1BEE7",
            Groups.COORDINATORS,
            "#FFE0B2",
            "${affectedUnit}",
            "#E6E6E6");

    static Stream<Path> diagrams() {
        return Models.diagrams().stream();
    }

    static Stream<Path> decisions() {
        return Models.decisions().stream();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void isValidBpmnNamedAsItsFileAndKeptAsLongAsTheRecord(Path file) {
        BpmnModelInstance model = Models.diagram(file);
        Bpmn.validateModel(model);

        assertThat(model.getModelElementsByType(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(Models.name(file));
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString())
                    .isEqualTo(KEPT_SHORTER.getOrDefault(process.getId(), KEPT_FOR));
            assertThat(process.getName()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void isValidDmnNamedAsItsFileAndKeptAsLongAsTheRecord(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        Dmn.validateModel(model);
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);

        assertThat(decisions).extracting(Decision::getId).contains(Models.name(file));
        assertThat(decisions)
                .extracting(Decision::getCamundaHistoryTimeToLiveString)
                .containsOnly(KEPT_FOR);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idsSayWhatTheyName(Path file) throws IOException {
        assertThat(ids(file)).allMatch(KEBAB_CASE.asMatchPredicate()).noneMatch(GENERATED.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void idsOfTablesSayWhatTheyName(Path file) throws IOException {
        assertThat(ids(file))
                .allMatch(KEBAB_CASE_WITH_VARIABLE.asMatchPredicate())
                .noneMatch(GENERATED.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskIsOfferedToOneGroupAndToNoPersonByName(Path file) {
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroupsList()).singleElement().isIn(COLOURS.keySet());
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateUsers()).isNull();
        });
    }

    /** Due date and priority come from {@code deadlines} when a task is created; in a diagram they would be ignored. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void noUserTaskSetsItsOwnDueDateOrPriority(Path file) {
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDueDate()).isNull();
            assertThat(task.getCamundaFollowUpDate()).isNull();
            assertThat(task.getCamundaPriority()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyUserTaskTellsWhatToDoAndShowsTheFormOfItsOwnName(Path file) {
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(task.getName()).isNotBlank();
            assertThat(Models.documentation(task)).isNotBlank();
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("latest");
            assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).exists();
        });
        assertThat(all(file, StartEvent.class))
                .filteredOn(start -> start.getCamundaFormRef() != null)
                .allSatisfy(start -> {
                    assertThat(start.getCamundaFormRefBinding()).isEqualTo("latest");
                    assertThat(Path.of("forms", start.getCamundaFormRef() + ".form"))
                            .exists();
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyQuestionHasAnAnswerForWhatNobodyThoughtOf(Path file) {
        Map<Gateway, SequenceFlow> otherwise = new LinkedHashMap<>();
        all(file, ExclusiveGateway.class).forEach(gateway -> otherwise.put(gateway, gateway.getDefault()));
        all(file, InclusiveGateway.class).forEach(gateway -> otherwise.put(gateway, gateway.getDefault()));
        otherwise.keySet().removeIf(gateway -> gateway.getOutgoing().size() < 2);

        otherwise.forEach((gateway, byDefault) -> {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(byDefault).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .as(flow.getId())
                        .isEqualTo(flow.equals(byDefault));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void decisionsAndCalledProcessesAreTheNewestOnes(Path file) {
        assertThat(all(file, BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("latest");
            assertThat(Models.FOLDER.resolve(task.getCamundaDecisionRef() + ".dmn"))
                    .exists();
        });
        assertThat(all(file, CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("latest");
            assertThat(calledFiles(call)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyCallPassesOnTheCodeOfTheIncidentAndTellsWhatElse(Path file) {
        assertThat(all(file, CallActivity.class)).allSatisfy(call -> {
            List<CamundaIn> given = new ArrayList<>(call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list());
            assertThat(given).extracting(CamundaIn::getCamundaBusinessKey).contains("#{execution.processBusinessKey}");
            Set<String> names = given.stream()
                    .map(CamundaIn::getCamundaTarget)
                    .filter(target -> target != null)
                    .collect(Collectors.toSet());
            assertThat(names).contains("code", "title", "knownFacts", "stageName", "severityName", "drill");
            assertThat(Models.documentation(call)).contains(names).contains("business key", "Không nhận lại biến nào");
            assertThat(given).noneMatch(in -> "all".equals(in.getCamundaVariables()));
        });
    }

    /** The record is closed by the outcome that the end event names; an end that names none would leave it open. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void everyEndOfTheProcedureHasAnOutcomeAndNothingElseDoes(Path file) {
        Set<String> outcomes = Stream.of(Outcome.values()).map(Outcome::id).collect(Collectors.toSet());
        assertThat(all(file, EndEvent.class)).allSatisfy(end -> {
            boolean endsEverything =
                    end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance)
                            && end.getParentElement() instanceof Process;
            Predicate<EndEvent> cancels = event -> event.getParentElement() instanceof SubProcess scope
                    && scope.triggeredByEvent()
                    && scope.getChildElementsByType(StartEvent.class).stream().allMatch(StartEvent::isInterrupting);
            assertThat(Models.property(end, "outcome").isPresent()).isEqualTo(endsEverything || cancels.test(end));
            assertThat(outcomes)
                    .containsAll(Models.property(end, "outcome").stream().toList());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawnAndEveryCollapsedStageHasItsOwnPage(Path file) {
        Set<String> drawn = new HashSet<>();
        all(file, BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        all(file, BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
        assertThat(drawn)
                .containsAll(idsOf(file, FlowNode.class))
                .containsAll(idsOf(file, SequenceFlow.class))
                .containsAll(idsOf(file, TextAnnotation.class));

        Set<String> withPage = idsOf(file, Process.class);
        all(file, BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess && !shape.isExpanded())
                .forEach(shape -> withPage.add(shape.getBpmnElement().getId()));
        assertThat(all(file, BpmnPlane.class))
                .extracting(plane -> plane.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(withPage);
    }

    /** Colours say who works; a legend on the main page explains them. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void everyGroupHasItsColour(Path file) {
        assertThat(all(file, UserTask.class))
                .allSatisfy(task -> assertThat(task.getDiagramElement()
                                .getAttributeValueNs("http://bpmn.io/schema/bpmn/biocolor/1.0", "fill"))
                        .isEqualTo(COLOURS.get(task.getCamundaCandidateGroups())));
    }

    private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        return Models.diagram(file).getModelElementsByType(type);
    }

    private static Set<String> idsOf(Path file, Class<? extends BaseElement> type) {
        return all(file, type).stream().map(BaseElement::getId).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Path> calledFiles(CallActivity call) {
        Pattern called = Pattern.compile(Stream.of(call.getCalledElement().split("\\$\\{[^}]*}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[a-z-]+")));
        return Models.diagrams().stream()
                .filter(file -> called.matcher(Models.name(file)).matches())
                .toList();
    }

    private static List<String> ids(Path file) throws IOException {
        Matcher ids = Pattern.compile("\\sid=\"([^\"]*)\"").matcher(Files.readString(file));
        return ids.results().map(id -> id.group(1)).toList();
    }
}
