package vn.ungcuu.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.stereotype.Component;

/** Switches {@link OfficeRights} and {@link OfficeTasks} on. */
@Component
class OfficeRightsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new OfficeRights());
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new InsteadOfTaskManager());
        engine.setCustomSessionFactories(sessions);
    }

    private static final class InsteadOfTaskManager implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new OfficeTasks();
        }
    }
}
