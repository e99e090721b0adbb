package vn.ungcuu.procedure.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Switches {@link OfficeRights} on, and lists that look them up by key. */
@Component
class OfficeRightsPlugin extends AbstractProcessEnginePlugin {

    private static final ClassPathResource STATEMENTS = new ClassPathResource("RightsByKey.xml", RightsByKey.class);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new OfficeRights());
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new InsteadOf(TaskManager.class, OfficeTasks::new));
        sessions.add(new InsteadOf(VariableInstanceManager.class, OfficeVariables::new));
        sessions.add(new InsteadOf(AuthorizationManager.class, RightsByKey::new));
        engine.setCustomSessionFactories(sessions);
    }

    /** Our statements are built from pieces of the engine's, which are known by now. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration statements =
                engine.getDbSqlSessionFactory().getSqlSessionFactory().getConfiguration();
        try (InputStream xml = STATEMENTS.getInputStream()) {
            new XMLMapperBuilder(xml, statements, STATEMENTS.getPath(), statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record InsteadOf(Class<?> sessionType, Supplier<Session> ours) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return sessionType;
        }

        @Override
        public Session openSession() {
            return ours.get();
        }
    }
}
