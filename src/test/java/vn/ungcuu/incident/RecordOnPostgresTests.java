package vn.ungcuu.incident;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@RecordSlice
@Import(RecordOnPostgresTests.WithPostgres.class)
class RecordOnPostgresTests extends RecordContract {

    @TestConfiguration
    static class WithPostgres {

        // Spring closes it after the pool; its own shutdown hook would stop it too early.
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "off")
                    .start();
        }

        @Bean
        JdbcConnectionDetails connection(EmbeddedPostgres postgres) {
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
                    return postgres.getJdbcUrl("postgres", "postgres");
                }
            };
        }
    }
}
