package vn.ungcuu.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param readAtMostEvery how long what was read from the database is shown again, whoever asks how often
 * @param timersLate from when on a due job that has not run is worth a warning
 * @param messagesLate from when on a message that has not left is worth a warning
 * @param leaveFor how long a node that is told to stop says so before it does
 */
@ConfigurationProperties("ung-cuu.operations")
record OperationsSettings(Duration readAtMostEvery, Duration timersLate, Duration messagesLate, Duration leaveFor) {}
