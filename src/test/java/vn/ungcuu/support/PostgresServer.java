package vn.ungcuu.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL server for all tests of this JVM, started by the first that needs it. */
final class PostgresServer {

    private static EmbeddedPostgres server;
    private static int leases;
    private static int databases;

    private PostgresServer() {}

    /** One database on the server. The last one given back stops the server. */
    record Lease(String jdbcUrl) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            giveBack();
        }
    }

    static synchronized Lease lease() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    // Its own shutdown hook would stop the server under the feet of contexts that are still closing.
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    // every cached context holds a connection pool of its own
                    .setServerConfig("max_connections", "500")
                    .start();
        }
        String name = "test" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + vietnamese(connection));
        } catch (SQLException e) {
            throw new IOException("Cannot create the test database " + name, e);
        }
        leases++;
        return new Lease(server.getJdbcUrl("postgres", name));
    }

    /** As docs/operations.md has it; what is older than 15 cannot. */
    private static String vietnamese(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() < 15
                ? ""
                : " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN' LOCALE 'C'";
    }

    private static synchronized void giveBack() throws IOException {
        if (--leases == 0) {
            server.close();
            server = null;
        }
    }
}
