package vn.ungcuu.procedure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
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
                .map(definition -> find(definition, allVersions).stream()
                        .map(found -> figure(definition, found))
                        .toList()));
    }

    private List<Figures> find(ProcessDefinition definition, boolean allVersions) {
        return allVersions
                ? figures.ofAllVersions(definition.getKey(), DRILLS)
                : figures.ofVersion(definition.getId(), DRILLS);
    }

    private StepFigure figure(ProcessDefinition definition, Figures found) {
        Optional<ModelElement> element = elements.find(definition.getId(), found.activityId());
        return new StepFigure(
                found.activityId(),
                element.map(ModelElement::name).orElse(found.name() == null ? found.activityId() : found.name()),
                element.isPresent(),
                found.begun(),
                found.finished(),
                found.median(),
                found.p90(),
                found.unclaimed(),
                found.overdue(),
                found.stalled());
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
