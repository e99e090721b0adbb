package vn.ungcuu.procedure;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What somebody asked for is not done, and the message says why and what to do, as one Vietnamese sentence or two for the
 * person at the screen. Thrown inside the engine it undoes the whole step; over REST and in the web applications it is
 * answered with status 400 and this message. The engine takes it as the user's mistake and does not log it as an error.
 */
public class Refusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    /** @param message for the user, in Vietnamese: what is wrong and the remedy. */
    public Refusal(String message) {
        this(List.of(message));
    }

    /** @param reasons all that is wrong, each with its remedy; the message says them one after the other. */
    public Refusal(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
