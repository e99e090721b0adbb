package vn.ungcuu.procedure.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.ListableBeanFactory;
import vn.ungcuu.ForModels;

/**
 * What expressions reach that somebody deploys in a model or keeps in a list of tasks: variables, the beans that are there for
 * models, and of both only what {@link ReachableMembers} allows. The engine's own manager would give them every bean of the
 * application and, by way of any object's class, the whole machine.
 */
class ModelExpressions extends JuelExpressionManager {

    private final ListableBeanFactory application;

    ModelExpressions(ListableBeanFactory application) {
        this.application = application;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new BeansForModels(application));
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new ReachableMembers());
        return resolver;
    }

    private static final class BeansForModels extends ELResolver {

        private final ListableBeanFactory application;

        BeansForModels(ListableBeanFactory application) {
            this.application = application;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object name) {
            if (base != null || !(name instanceof String bean) || !isForModels(bean)) {
                return null;
            }
            context.setPropertyResolved(true);
            return application.getBean(bean);
        }

        private boolean isForModels(String bean) {
            return application.containsBean(bean) && application.findAnnotationOnBean(bean, ForModels.class) != null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object name) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object name, Object value) {
            // Beans are not set: the next resolver says so.
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object name) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
