package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.lang.Nullable;

/** Steps of a diagram, as Cockpit's plug-ins draw them. */
final class StepView {

    private StepView() {}

    /**
     * A step that was finished in one process instance.
     *
     * @param visits each time, latest first: {@code 05/03/2026 14:30 · Nguyễn Thị Lan}
     * @param awaited what the incident still waits for there, in Vietnamese, or null
     */
    record Finished(
            String activityId,
            int count,
            List<String> visits,
            @Nullable String awaited) {}

    /**
     * @param inDiagram whether this version of the diagram still has the step
     * @param holdsSteps whether it is a stage: the last three then add up its steps
     * @param median in words, as p90; the four are null when none is finished
     */
    record Figure(
            String activityId,
            String name,
            @Nullable String kind,
            boolean inDiagram,
            boolean holdsSteps,
            long begun,
            long finished,
            @Nullable String median,
            @Nullable Long medianSeconds,
            @Nullable String p90,
            @Nullable Long p90Seconds,
            long unclaimed,
            long overdue,
            long stalled) {}
}
