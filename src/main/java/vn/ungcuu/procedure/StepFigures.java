package vn.ungcuu.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the steps of a diagram take and how often they stall. Numbers only, of no single incident. */
public interface StepFigures {

    /**
     * The steps that were ever begun, most often begun first. Gateways, starts and ends are left out: nothing is done there.
     *
     * @param allVersions whether what ran under other versions of the diagram counts as well
     * @return empty when there is no such diagram
     */
    Optional<List<StepFigure>> of(String processDefinitionId, boolean allVersions);

    /** How many process instances, drills too, are at present in each stage or other sub-process of this version. */
    Map<String, Long> inside(String processDefinitionId);
}
