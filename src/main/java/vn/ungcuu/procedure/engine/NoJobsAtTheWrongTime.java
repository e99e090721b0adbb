package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.NodeClock;

/** A node whose clock is wrong takes no job: what it takes for due is not. */
@Component
class NoJobsAtTheWrongTime extends AbstractProcessEnginePlugin {

    private final NodeClock clock;

    NoJobsAtTheWrongTime(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (jobs == null) {
            return;
        }
        DefaultAcquireJobsCommandFactory acquisition = new DefaultAcquireJobsCommandFactory(jobs);
        jobs.setAcquireJobsCmdFactory(
                number -> clock.isRight() ? acquisition.getCommand(number) : context -> new AcquiredJobs(number));
    }
}
