package vn.ungcuu.procedure.engine;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task's clock that could not do its work tries again every few minutes, and never gives up: what has gone wrong (a table or
 * a diagram somebody is just mending) will be over some time, and the task would go unwatched for ever. All other jobs fail
 * as the engine has it.
 */
class PatientRetry extends DefaultJobRetryCmd {

    private static final Logger LOG = LoggerFactory.getLogger(PatientRetry.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    PatientRetry(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    public Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job == null
                || !TaskTimers.TYPE.equals(job.getJobHandlerType())
                || exception instanceof OptimisticLockingException) {
            return super.execute(context);
        }
        LOG.error("The clock of task {} failed and tries again in {} minutes", jobId, PAUSE.toMinutes(), exception);
        job.unlock();
        job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSE)));
        return null;
    }
}
