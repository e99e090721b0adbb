package vn.ungcuu.procedure;

import java.time.Instant;
import java.util.Optional;

/** How the engine gets on with its timers and background work. */
public interface EngineJobs {

    /** One statement, however many jobs there are. */
    State state();

    /** Whether this node is to run jobs at all. */
    boolean areRunHere();

    /** Whether this node does run them at this moment. */
    boolean running();

    /**
     * @param failed jobs without a try left, which wait for somebody to look
     * @param oldestDue when the oldest job became due that should have run by now; empty when nothing is due
     */
    record State(long failed, Optional<Instant> oldestDue) {}
}
