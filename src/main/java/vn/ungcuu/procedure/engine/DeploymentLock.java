package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The engine's own lock on deployments, over all nodes: also what analysts deploy waits for it. */
@Component
public class DeploymentLock {

    private final ProcessEngineConfigurationImpl engine;

    DeploymentLock(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Waits for the lock and holds it until the transaction, which must be there, ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acquire() {
        engine.getCommandExecutorTxRequired().execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            return null;
        });
    }
}
