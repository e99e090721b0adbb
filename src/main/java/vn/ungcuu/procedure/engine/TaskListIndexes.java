package vn.ungcuu.procedure.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Indexes on the engine's tables that answer what Tasklist counts at every look. Not Flyway's: it works before the engine has made
 * its tables. Where the trial runs on H2, lists are short.
 */
@Component
class TaskListIndexes extends AbstractProcessEnginePlugin {

    private static final ClassPathResource STATEMENTS =
            new ClassPathResource("TaskListIndexes.sql", TaskListIndexes.class);

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        DataSource database = configuration.getDataSource();
        if (DbSqlSessionFactory.POSTGRES.equals(configuration.getDatabaseType()) && areMissing(database)) {
            new ResourceDatabasePopulator(STATEMENTS).execute(database);
        }
    }

    /**
     * The last one stands for all. Asked first, because even {@code create index if not exists} waits for everybody who writes on
     * another node, and keeps the next ones waiting.
     */
    private static boolean areMissing(DataSource database) {
        return JdbcClient.create(database)
                .sql("select to_regclass('authorization_office') is null")
                .query(Boolean.class)
                .single();
    }
}
