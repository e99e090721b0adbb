package vn.ungcuu.procedure.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets the procedure use the engine for a user who has no right to do so himself. He stays the one who acts, in the
 * engine's history as in the record; whether he may is for the caller to decide, before.
 */
@Component
public class WithoutAuthorization {

    private final ProcessEngineConfigurationImpl engine;

    WithoutAuthorization(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** One engine command: what is done within reaches the database when it ends. */
    public <T> T call(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work::get));
    }

    /** @see #call(Supplier) */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
