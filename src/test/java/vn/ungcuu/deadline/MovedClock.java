package vn.ungcuu.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Given to a node of a test by {@code spring.main.sources}: its machine's clock, and with it the engine's, is ahead by what the
 * file says at this moment (ISO 8601). The machine's real clock would move for all tests, and libfaketime makes a node too slow.
 */
class MovedClock {

    @Bean
    @Primary
    static NodeClock clockInAFile(JdbcClient jdbc, @Value("${test.clock}") Path file) {
        return new NodeClock(
                () -> {
                    Duration ahead = read(file);
                    ClockUtil.offset(ahead.toMillis());
                    return Instant.now().plus(ahead);
                },
                () -> jdbc.sql("select current_timestamp")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    private static Duration read(Path file) {
        try {
            return Duration.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
