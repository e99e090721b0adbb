package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Whoever deploys a model decides about the procedure, not about the machine it runs on. */
@Component
class GuardedModels extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory application;

    GuardedModels(ListableBeanFactory application) {
        this.application = application;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ModelExpressions(application));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setDeserializationTypeValidationEnabled(true);
    }
}
