package vn.ungcuu;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nodes that start at the same moment on one PostgreSQL database do so one after the other: each would create the tables,
 * rights and models that are missing. Nothing else uses the database before. A file of H2 has one process anyway.
 */
@Component
class OneStartAtATime implements BeanPostProcessor {

    /** Of the advisory lock: any number that nothing else in this database uses. */
    private static final int START = 20050405;

    /** Longer than the first start on the slowest machine, in seconds; then the start fails and says so. */
    private static final int PATIENCE = 600;

    /** The lock is this connection's, so a node that dies while it starts stands in nobody's way. */
    private Connection holder;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source && holder == null) {
            try {
                lock(source.getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot wait for other nodes that are starting", e);
            }
        }
        return bean;
    }

    private void lock(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.close();
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE);
            statement.execute("select pg_advisory_lock(" + START + ")");
        }
        holder = connection;
    }

    @EventListener(ApplicationReadyEvent.class)
    void letTheNextStart() throws SQLException {
        if (holder == null) {
            return;
        }
        try (Connection connection = holder;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + START + ")");
        }
    }
}
