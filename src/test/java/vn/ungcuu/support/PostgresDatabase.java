package vn.ungcuu.support;

import java.io.IOException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A new database for the context that imports this; the server is shared and stops with the last such context. */
@TestConfiguration(proxyBeanMethods = false)
class PostgresDatabase {

    /** Closed by Spring after everything that uses the database, hence the connection details depend on it. */
    @Bean(destroyMethod = "close")
    PostgresServer.Lease postgresLease() throws IOException {
        return PostgresServer.lease();
    }

    @Bean
    JdbcConnectionDetails postgresConnectionDetails(PostgresServer.Lease lease) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return lease.jdbcUrl();
            }
        };
    }
}
