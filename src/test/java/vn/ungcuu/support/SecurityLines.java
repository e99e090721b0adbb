package vn.ungcuu.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import vn.ungcuu.SecurityLog;

/** What the security log says while a test runs; to be closed. */
public class SecurityLines implements AutoCloseable {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private SecurityLines() {
        events.start();
        logger().addAppender(events);
    }

    public static SecurityLines open() {
        return new SecurityLines();
    }

    /** As plain text; the fields of a line in their order. */
    public List<String> all() {
        return List.copyOf(events.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events.list);
    }

    @Override
    public void close() {
        logger().detachAppender(events);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SecurityLog.NAME);
    }
}
