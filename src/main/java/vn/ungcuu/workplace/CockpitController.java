package vn.ungcuu.workplace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.procedure.FinishedStep;
import vn.ungcuu.procedure.InstanceHistory;
import vn.ungcuu.procedure.StepFigure;
import vn.ungcuu.procedure.StepFigures;

/** What our plug-ins in Cockpit ask for. */
@RestController
class CockpitController {

    private final InstanceHistory history;
    private final StepFigures figures;
    private final Incidents incidents;
    private final IncidentSummaries summaries;
    private final IncidentPages pages;
    private final VietnameseTime time;
    private final People people;

    CockpitController(
            InstanceHistory history,
            StepFigures figures,
            Incidents incidents,
            IncidentSummaries summaries,
            IncidentPages pages,
            VietnameseTime time,
            People people) {
        this.history = history;
        this.figures = figures;
        this.incidents = incidents;
        this.summaries = summaries;
        this.pages = pages;
        this.time = time;
        this.people = people;
    }

    /** What of ours there is in Cockpit for the person; asked for first, so that nothing is asked for that is refused. */
    record Parts(boolean dashboard, boolean steps) {}

    @GetMapping("/api/cockpit")
    Parts parts(@ModelAttribute("me") Me me) {
        return new Parts(me.seesFigures(), seesSteps(me));
    }

    /** Nothing (204) for an instance of no incident, and for one of an incident the person may not know of. */
    @GetMapping("/api/process-instances/{id}/incident")
    ResponseEntity<IncidentSummary> incident(@ModelAttribute("me") Me me, @PathVariable("id") String instance) {
        return history.incidentOf(instance)
                .flatMap(code -> summaries.find(code, me))
                .map(ResponseEntity::ok)
                .orElseGet(CockpitController::nothing);
    }

    /** Nothing (204) for an instance of no incident, and for one of an incident the person may not know of. */
    @GetMapping("/api/process-instances/{id}/finished-steps")
    ResponseEntity<List<StepView.Finished>> finishedSteps(
            @ModelAttribute("me") Me me, @PathVariable("id") String instance) {
        return history.incidentOf(instance)
                .filter(code -> incidents.isVisibleTo(code, me.viewer()))
                .map(code -> ResponseEntity.ok(finishedSteps(instance, code)))
                .orElseGet(CockpitController::nothing);
    }

    private List<StepView.Finished> finishedSteps(String instance, String code) {
        List<FinishedStep> steps = history.finishedSteps(instance);
        Map<String, String> names = people.namesOf(steps.stream()
                .flatMap(step -> step.visits().stream())
                .map(FinishedStep.Visit::userId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return steps.stream()
                .map(step -> view(step, names, Words.ESCALATION.equals(step.activityId()) ? pages.awaited(code) : null))
                .toList();
    }

    /** For who watches over the procedure and who improves it; the numbers name no incident. */
    @GetMapping("/api/process-definitions/{id}/steps")
    List<StepView.Figure> steps(
            @ModelAttribute("me") Me me,
            @PathVariable("id") String definition,
            @RequestParam(name = "allVersions", defaultValue = "true") boolean allVersions) {
        requireSteps(me);
        return figures.of(definition, allVersions).orElseThrow(CockpitController::notFound).stream()
                .map(this::view)
                .toList();
    }

    /** By stage: how many are in it at present. For the same people. */
    @GetMapping("/api/process-definitions/{id}/inside")
    Map<String, Long> inside(@ModelAttribute("me") Me me, @PathVariable("id") String definition) {
        requireSteps(me);
        return figures.inside(definition);
    }

    private static boolean seesSteps(Me me) {
        return me.groupIds().stream().anyMatch(Set.of(Groups.COORDINATORS, Groups.ANALYSTS)::contains);
    }

    private static void requireSteps(Me me) {
        if (!seesSteps(me)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private StepView.Finished view(FinishedStep step, Map<String, String> names, @Nullable String awaited) {
        return new StepView.Finished(
                step.activityId(),
                step.visits().size(),
                step.visits().stream()
                        .map(visit ->
                                time.of(visit.at()) + (visit.userId() == null ? "" : " · " + names.get(visit.userId())))
                        .toList(),
                awaited);
    }

    private StepView.Figure view(StepFigure figure) {
        return new StepView.Figure(
                figure.activityId(),
                figure.name(),
                figure.kind(),
                figure.inDiagram(),
                figure.holdsSteps(),
                figure.begun(),
                figure.finished(),
                time.length(figure.median()),
                seconds(figure.median()),
                time.length(figure.p90()),
                seconds(figure.p90()),
                figure.unclaimed(),
                figure.overdue(),
                figure.stalled());
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static <T> ResponseEntity<T> nothing() {
        return ResponseEntity.noContent().build();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
