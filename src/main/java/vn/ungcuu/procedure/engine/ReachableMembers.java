package vn.ungcuu.procedure.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Properties and methods an expression may use: of plain values, of decision results and JSON, of our beans, and of the
 * execution or task what its interface offers, the engine's services apart. Nothing leads to a class or a class loader.
 */
class ReachableMembers extends BeanELResolver {

    private static final Set<String> NEVER = Set.of("class", "getClass", "notify", "notifyAll", "wait");

    private static final List<Class<?>> PLAIN = List.of(
            CharSequence.class, Number.class, Boolean.class, Character.class, Date.class, Collection.class, Map.class);

    /** Ours, times, what decisions result in, JSON, and the date functions of task lists. */
    private static final List<String> PACKAGES = List.of(
            "vn.ungcuu.",
            "java.time.",
            "org.joda.time.",
            "camundajar.impl.org.joda.time.",
            "org.camunda.bpm.dmn.engine.",
            "org.camunda.spin.");

    private static final Set<String> OF_EXECUTION_AND_TASK = Stream.of(DelegateExecution.class, DelegateTask.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> !leadsAway(method))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    ReachableMembers() {
        super(true);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        check(base, property);
        return super.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        check(base, method);
        return super.invoke(context, base, method, types, arguments);
    }

    private static boolean leadsAway(Method method) {
        Class<?> type = method.getReturnType();
        return Stream.of(ProcessEngineServices.class, ModelInstance.class, ModelElementInstance.class)
                .anyMatch(away -> away.isAssignableFrom(type));
    }

    private static void check(Object base, Object member) {
        if (base != null && !isReachable(base, String.valueOf(member))) {
            throw new ProcessEngineException("Biểu thức không được dùng “" + member + "” của "
                    + base.getClass().getSimpleName()
                    + ". Chỉ dùng biến, hàm của execution, task và các bean dành cho sơ đồ.");
        }
    }

    private static boolean isReachable(Object base, String member) {
        if (NEVER.contains(member)) {
            return false;
        }
        if (base instanceof DelegateExecution || base instanceof DelegateTask) {
            return OF_EXECUTION_AND_TASK.contains(member)
                    || OF_EXECUTION_AND_TASK.contains("get" + capitalized(member));
        }
        return PLAIN.stream().anyMatch(type -> type.isInstance(base))
                || PACKAGES.stream().anyMatch(base.getClass().getName()::startsWith);
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
