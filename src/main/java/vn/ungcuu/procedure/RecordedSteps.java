package vn.ungcuu.procedure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.IncidentCode;
import vn.ungcuu.procedure.engine.ActivityFigures;
import vn.ungcuu.procedure.engine.ActivityFigures.Figures;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** What the engine has recorded of the steps of diagrams. */
@Component
class RecordedSteps implements StepFigures, InstanceHistory {

    private static final String DRILLS = IncidentCode.DRILL_SERIES + "-";

    private final ActivityFigures figures;
    private final HistoryService history;
    private final RepositoryService repository;
    private final ModelElements elements;
    private final WithoutAuthorization withoutAuthorization;

    RecordedSteps(
            ActivityFigures figures,
            HistoryService history,
            RepositoryService repository,
            ModelElements elements,
            WithoutAuthorization withoutAuthorization) {
        this.figures = figures;
        this.history = history;
        this.repository = repository;
        this.elements = elements;
        this.withoutAuthorization = withoutAuthorization;
    }

    @Override
    public Optional<List<StepFigure>> of(String processDefinitionId, boolean allVersions) {
        return withoutAuthorization.call(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(processDefinitionId)
                        .singleResult())
                .map(definition -> figures(definition, find(definition, allVersions))));
    }

    private List<Figures> find(ProcessDefinition definition, boolean allVersions) {
        return allVersions
                ? figures.ofAllVersions(definition.getKey(), DRILLS)
                : figures.ofVersion(definition.getId(), DRILLS);
    }

    private List<StepFigure> figures(ProcessDefinition definition, List<Figures> found) {
        return found.stream()
                .map(one -> {
                    Optional<ModelElement> element = elements.find(definition.getId(), one.activityId());
                    boolean holdsSteps = element.map(ModelElement::holdsSteps).orElse(false);
                    return figure(one, element, holdsSteps, holdsSteps ? within(one, definition, found) : List.of(one));
                })
                .toList();
    }

    private List<Figures> within(Figures scope, ProcessDefinition definition, List<Figures> found) {
        return found.stream()
                .filter(step -> elements.find(definition.getId(), step.activityId())
                        .filter(element -> element.scopes().contains(scope.activityId()))
                        .isPresent())
                .toList();
    }

    private static String kind(ModelElement element) {
        return switch (element.type()) {
            case USER_TASK -> "việc";
            case DECISION -> "bảng quyết định";
            case SERVICE -> "phần mềm tự làm";
            case CALL -> "gọi quy trình khác";
            case STAGE -> "giai đoạn";
            case EVENT_SUB_PROCESS -> "nhánh chạy song song";
            case SUB_PROCESS -> "nhóm bước";
            case MESSAGE, TIMER, CONDITION, EVENT, END, OTHER -> "sự kiện";
        };
    }

    /** @param stalling whose tasks count as its own */
    private static StepFigure figure(
            Figures found, Optional<ModelElement> element, boolean holdsSteps, List<Figures> stalling) {
        return new StepFigure(
                found.activityId(),
                element.map(ModelElement::name).orElse(found.name() == null ? found.activityId() : found.name()),
                element.map(RecordedSteps::kind).orElse(null),
                element.isPresent(),
                holdsSteps,
                found.begun(),
                found.finished(),
                found.median(),
                found.p90(),
                stalling.stream().mapToLong(Figures::unclaimed).sum(),
                stalling.stream().mapToLong(Figures::overdue).sum(),
                stalling.stream().mapToLong(Figures::stalled).sum());
    }

    @Override
    public Map<String, Long> inside(String processDefinitionId) {
        return figures.inside(processDefinitionId);
    }

    @Override
    public Optional<String> incidentOf(String processInstanceId) {
        return withoutAuthorization.call(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .singleResult())
                .flatMap(instance -> IncidentKey.of(instance.getBusinessKey())));
    }

    @Override
    public List<FinishedStep> finishedSteps(String processInstanceId) {
        List<HistoricActivityInstance> finished =
                withoutAuthorization.call(() -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .finished()
                        .orderByHistoricActivityInstanceEndTime()
                        .desc()
                        .list());
        return finished.stream()
                .filter(step -> !step.isCanceled() && !step.getActivityType().endsWith("Gateway"))
                .collect(groupingBy(
                        HistoricActivityInstance::getActivityId,
                        LinkedHashMap::new,
                        mapping(
                                step -> new FinishedStep.Visit(step.getEndTime().toInstant(), step.getAssignee()),
                                toList())))
                .entrySet()
                .stream()
                .map(step -> new FinishedStep(step.getKey(), step.getValue()))
                .toList();
    }
}
