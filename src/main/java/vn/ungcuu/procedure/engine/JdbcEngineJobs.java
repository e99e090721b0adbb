package vn.ungcuu.procedure.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.EngineJobs;

/** Reads the engine's table of jobs: its query API can neither give a minimum nor count two things at once. */
@Component
class JdbcEngineJobs implements EngineJobs {

    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;
    private final boolean runHere;

    /** @param runHere the setting by which the starter starts the job executor; the engine's own flag stays false then */
    JdbcEngineJobs(
            JdbcClient jdbc,
            ProcessEngine engine,
            Clock clock,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean runHere) {
        this.jdbc = jdbc;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.clock = clock;
        this.runHere = runHere;
    }

    @Override
    public State state() {
        return jdbc.sql("""
                select count(case when RETRIES_ = 0 then 1 end) as failed,
                       min(case when RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= :now)
                                then coalesce(DUEDATE_, CREATE_TIME_) end) as oldest
                from ACT_RU_JOB""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new State(
                        row.getLong("failed"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
                .single();
    }

    @Override
    public boolean areRunHere() {
        return runHere;
    }

    @Override
    public boolean running() {
        return engine.getJobExecutor() != null && engine.getJobExecutor().isActive();
    }
}
