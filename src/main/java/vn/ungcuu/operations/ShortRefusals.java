package vn.ungcuu.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.Refusal;

/**
 * A refusal, and what REST answers with a status below 500, is no fault: the engine writes a stack of a hundred lines for it,
 * here it becomes one line.
 */
@Component
class ShortRefusals extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ShortRefusals.class);

    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final String REST = ENGINE + "rest.exception";
    private static final Pattern CLIENT_ERROR = Pattern.compile("^ENGINE-REST-HTTP4\\d\\d ");
    private static final int DEEPEST = 50;

    @PostConstruct
    void install() {
        context().addTurboFilter(this);
    }

    @PreDestroy
    void remove() {
        context().getTurboFilterList().remove(this);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        if (format == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !logger.getName().startsWith(ENGINE)) {
            return FilterReply.NEUTRAL;
        }
        if (logger.getName().equals(REST)) {
            return ofRest(format);
        }
        Optional<Refusal> refusal = refusal(thrown);
        refusal.ifPresent(said -> LOG.info("Refused: {}", said.getMessage()));
        return refusal.isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** REST writes the stack as the message. The engine has spoken of a refusal already. */
    private static FilterReply ofRest(String message) {
        if (message.contains(Refusal.class.getName())) {
            return FilterReply.DENY;
        }
        if (CLIENT_ERROR.matcher(message).find()) {
            LOG.info("{}", message.lines().findFirst().orElse(message));
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    private static Optional<Refusal> refusal(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }
}
