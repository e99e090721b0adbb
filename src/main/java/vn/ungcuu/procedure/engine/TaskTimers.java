package vn.ungcuu.procedure.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.TaskClock;

/**
 * One timer of the engine for every watched task, beside its diagram: an analyst draws a task and it is timed. A timeout
 * listener of the engine's own would make every task a scope with an execution of its own, and cost several times as much.
 *
 * <p>The timer has its task's id, so that nobody has to remember or to look for it. Methods that do not say otherwise want
 * to be called within an engine command, as by a listener.
 */
@Component
public class TaskTimers extends AbstractProcessEnginePlugin {

    /** As the engine's tables and Cockpit name this kind of job. */
    static final String TYPE = "task-clock";

    private final ObjectProvider<TaskClock> clock;
    private ProcessEngineConfigurationImpl configuration;

    TaskTimers(ObjectProvider<TaskClock> clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<JobHandler> handlers = new ArrayList<>();
        if (engine.getCustomJobHandlers() != null) {
            handlers.addAll(engine.getCustomJobHandlers());
        }
        handlers.add(new Handler());
        engine.setFailedJobCommandFactory(PatientRetry::new);
        configuration = engine;
        engine.setCustomJobHandlers(handlers);
    }

    /** For a task just being made. */
    public void start(DelegateTask task, Instant at) {
        start((TaskEntity) task, at);
    }

    /** For a task at rest; needs no command around it. */
    public void start(Task task, Instant at) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            start((TaskEntity) task, at);
            return null;
        });
    }

    private static void start(TaskEntity task, Instant at) {
        TimerEntity timer = new TimerEntity();
        timer.setId(task.getId());
        timer.setJobHandlerType(TYPE);
        timer.setJobHandlerConfiguration(new OfTask(task.getId()));
        timer.setDuedate(Date.from(at));
        // Not the execution: what the engine does to timers of executions, as in a migration, must not touch this one.
        timer.setProcessInstanceId(task.getProcessInstanceId());
        timer.setProcessDefinitionId(task.getProcessDefinitionId());
        timer.setProcessDefinitionKey(task.getProcessDefinition().getKey());
        Context.getCommandContext().getJobManager().schedule(timer);
    }

    /** Nothing happens when the timer has fired. */
    public void move(String taskId, Instant at) {
        find(taskId).ifPresent(timer -> timer.setDuedate(Date.from(at)));
    }

    /**
     * @return false when there is no timer any more, because it has fired
     */
    public boolean cancel(String taskId) {
        JobEntity timer = find(taskId).orElse(null);
        if (timer == null) {
            return false;
        }
        if (timer.getExceptionByteArrayId() != null) {
            // With the trace of its failure.
            timer.delete();
        } else {
            Context.getCommandContext().getJobManager().deleteJob(timer, false);
        }
        return true;
    }

    private static Optional<JobEntity> find(String taskId) {
        return Optional.ofNullable(Context.getCommandContext().getJobManager().findJobById(taskId));
    }

    private final class Handler implements JobHandler<OfTask> {

        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public void execute(OfTask task, ExecutionEntity none, CommandContext context, String tenantId) {
            clock.getObject().runsOut(task.id());
        }

        @Override
        public OfTask newConfiguration(String taskId) {
            return new OfTask(taskId);
        }

        @Override
        public void onDelete(OfTask task, JobEntity job) {
            // The timer is all there is.
        }
    }

    private record OfTask(String id) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return id;
        }
    }
}
