package vn.ungcuu.procedure.engine;

import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.PasswordChanged;

/** Tells of every changed password, whichever way it came: personal page, Admin, REST or Java. */
@Component
class PasswordWatch extends AbstractProcessEnginePlugin implements SessionFactory {

    private final ApplicationEventPublisher events;

    PasswordWatch(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(this);
    }

    @Override
    public Class<?> getSessionType() {
        return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new Watched();
    }

    private final class Watched extends DbIdentityServiceProvider {

        @Override
        public IdentityOperationResult saveUser(User user) {
            UserEntity person = (UserEntity) user;
            boolean known = person.getRevision() > 0;
            String before = person.getSalt();
            IdentityOperationResult result = super.saveUser(user);
            // Every new password gets a salt of its own.
            if (known && !Objects.equals(before, person.getSalt())) {
                events.publishEvent(new PasswordChanged(person.getId()));
            }
            return result;
        }
    }
}
