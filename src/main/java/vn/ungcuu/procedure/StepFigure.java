package vn.ungcuu.procedure;

import java.time.Duration;
import org.springframework.lang.Nullable;

/**
 * How one step of a diagram went, over all incidents that are no drill.
 *
 * @param name as the diagram that was asked for calls it; where it has no such step, as an older one called it
 * @param kind what it is, in Vietnamese: diagrams name a request, its call and what asks for it alike; null when it is gone
 * @param inDiagram whether the diagram that was asked for has the step
 * @param begun how often the step was begun, those that still run or were broken off among them
 * @param finished how often it was finished; the durations are of these
 * @param median half of the finished ones took no longer; null when none is finished
 * @param p90 nine of ten finished ones took no longer
 * @param holdsSteps whether it is a stage or another sub-process: begun and the durations are its own, the other three add up
 *     those of the steps that the diagram has in it, not those of the processes these call
 * @param unclaimed how many of its tasks nobody had taken when somebody should have
 * @param overdue how many of its tasks were not done when they should have been
 * @param stalled how many of its tasks were one or the other
 */
public record StepFigure(
        String activityId,
        String name,
        @Nullable String kind,
        boolean inDiagram,
        boolean holdsSteps,
        long begun,
        long finished,
        @Nullable Duration median,
        @Nullable Duration p90,
        long unclaimed,
        long overdue,
        long stalled) {}
