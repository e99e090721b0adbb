package vn.ungcuu.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our checks into the engine itself, so that no way in (Tasklist, REST, Java) goes round them. */
@Component
class CheckedEngine extends AbstractProcessEnginePlugin {

    private final CheckedCompletion completion;
    private final PasswordPolicy passwords;

    CheckedEngine(CheckedCompletion completion, PasswordPolicy passwords) {
        this.completion = completion;
        this.passwords = passwords;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTaskService(new CheckedTaskService(completion));
        engine.setFormService(new CheckedFormService(completion));
        engine.setHistoryEventProducer(new LeanHistory());
        engine.setPasswordPolicy(passwords);
        engine.setCustomPreVariableSerializers(
                before(new LongStringSerializer(), engine.getCustomPreVariableSerializers()));
        engine.setCustomPreCommandInterceptorsTxRequired(
                before(new RefusalInterceptor(), engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                before(new RefusalInterceptor(), engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    @SuppressWarnings("rawtypes")
    private static <T> List<T> before(T first, List<? extends T> others) {
        List<T> all = new ArrayList<>();
        all.add(first);
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
