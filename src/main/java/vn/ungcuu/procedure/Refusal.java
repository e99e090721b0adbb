package vn.ungcuu.procedure;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What somebody asked for is not done, and the message says why and what to do, as one Vietnamese sentence or two for the
 * person at the screen. Thrown inside the engine it undoes the whole step; over REST and in the web applications it is
 * answered with status 400 and this message. The engine takes it as the user's mistake and does not log it as an error.
 */
public class Refusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    /** @param message for the user, in Vietnamese: what is wrong and the remedy. */
    public Refusal(String message) {
        super(message);
    }
}
