package vn.ungcuu.procedure;

import java.util.List;
import java.util.Optional;

/**
 * What one process instance has gone through, running or ended. Whoever asks must have made sure that the person may see
 * its incident.
 */
public interface InstanceHistory {

    /** The incident the instance works on, called ones too; empty for an instance of something else. */
    Optional<String> incidentOf(String processInstanceId);

    /** What was broken off was not finished; at a gateway nothing is done. */
    List<FinishedStep> finishedSteps(String processInstanceId);
}
