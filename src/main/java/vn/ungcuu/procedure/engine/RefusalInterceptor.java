package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.ungcuu.procedure.Refusal;

/** The engine wraps what a listener throws, sometimes several times; a refusal leaves it bare, as the user must read it. */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = refusalIn(e);
            if (refusal == null) {
                throw e;
            }
            throw RefusedRequest.remember(refusal);
        }
    }

    private static Refusal refusalIn(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
