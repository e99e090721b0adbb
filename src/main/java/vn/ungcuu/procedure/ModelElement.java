package vn.ungcuu.procedure;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What the record has to know about an element of a diagram.
 *
 * @param process id of the process it belongs to, the definition's key
 * @param name what people read; the id where the analyst gave none
 * @param todo what an officer has to do, as its documentation says; empty where the analyst wrote none
 * @param scopes ids of the sub-processes the element lies in, innermost first; empty directly in the process
 * @param inStage whether the outermost of them is a stage, not one that an event starts
 * @param message name of the message the element waits for, or null
 * @param calls id of the process a call activity starts, as written: it may be an expression; null for others
 * @param outcome how the record is closed when this end event is reached, or null
 */
record ModelElement(
        String id,
        String process,
        Type type,
        String name,
        String todo,
        List<String> scopes,
        boolean inStage,
        @Nullable String message,
        @Nullable String calls,
        @Nullable String outcome) {

    /** Process that runs the whole procedure; the others are called by it. */
    static final String INCIDENT_RESPONSE = "incident-response";

    /** Process that watches over one task of another. */
    static final String STALLED_WORK = "stalled-work";

    /** Id of the outermost sub-process the element lies in, or null directly in the process. */
    @Nullable
    String scope() {
        return scopes.isEmpty() ? null : scopes.get(scopes.size() - 1);
    }

    boolean holdsSteps() {
        return type == Type.STAGE || type == Type.EVENT_SUB_PROCESS || type == Type.SUB_PROCESS;
    }

    boolean watches() {
        return process.equals(STALLED_WORK);
    }

    /**
     * What its tasks count to for their deadlines: the stage, or the event sub-process, they lie in; for a called process
     * the stage that calls it. Null for a task that lies in none.
     */
    @Nullable
    String stage() {
        if (!scopes.isEmpty()) {
            return scope();
        }
        if (process.startsWith("initial-handling")) {
            return "initial-handling";
        }
        return process.equals("national-response") || process.equals("city-support") ? "escalate" : null;
    }

    enum Type {
        USER_TASK,
        DECISION,
        /** Whatever the system does by itself in one step. */
        SERVICE,
        CALL,
        STAGE,
        EVENT_SUB_PROCESS,
        /** Within a stage. */
        SUB_PROCESS,
        MESSAGE,
        TIMER,
        CONDITION,
        /** Signals, errors and whatever else can happen. */
        EVENT,
        END,
        /** Gateways and plain starts: nothing the record tells. */
        OTHER
    }
}
