package vn.ungcuu.whole;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungcuu.models.StandIns;
import vn.ungcuu.support.CountingDataSource;

/**
 * The floor of measurements: the engine as it comes, with full history and what our diagrams name, and nothing else of ours; on a
 * database of its own of the same server, in a pool as large as the application's.
 */
final class EngineAlone implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final CountingDataSource source = new CountingDataSource(pool);
    private final ProcessEngine engine;

    private EngineAlone(String url, String user, String password) {
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(20);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("alone");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutor(tuned());
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.setBeans(new StandIns().byName());
        engine = configuration.buildProcessEngine();
    }

    /** As the starter and our settings have it. */
    private static DefaultJobExecutor tuned() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setCorePoolSize(3);
        executor.setMaxPoolSize(10);
        executor.setQueueSize(3);
        executor.setMaxJobsPerAcquisition(12);
        executor.setMaxWait(5000);
        return executor;
    }

    static EngineAlone beside(DataSource ours, JdbcConnectionDetails database) {
        String name = "alone_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(ours).execute("create database " + name);
        return new EngineAlone(
                database.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                database.getUsername(),
                database.getPassword());
    }

    ProcessEngine engine() {
        return engine;
    }

    CountingDataSource source() {
        return source;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
