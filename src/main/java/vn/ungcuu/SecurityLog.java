package vn.ungcuu;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.lang.Nullable;

/**
 * Who got in, who was refused, who changed people, rights and models: one line each, by a logger of its own, with the names
 * of ECS as fields. Never a password, a token or what a report says: callers pass ids and addresses only.
 */
public final class SecurityLog {

    public static final String NAME = "ung-cuu.security";

    /** Field of every line a request writes: where the request comes from. */
    public static final String ADDRESS = "source.ip";

    public enum Outcome {
        SUCCESS,
        FAILURE
    }

    private static final Logger LOG = LoggerFactory.getLogger(NAME);

    /** Line ends of every kind, and what turns the direction of text: a value must not look like another line. */
    private static final Pattern TRICKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\"]");

    private static final int LONGEST = 200;

    private SecurityLog() {}

    /**
     * @param action in the words of docs/security.md, e.g. {@code login}
     * @param userId who acted; null when nobody is known
     * @param details what it was about, by names of fields
     */
    public static void record(String action, Outcome outcome, @Nullable String userId, Map<String, String> details) {
        record(Level.INFO, action, outcome, userId, details);
    }

    /** For what happens with every request of a machine: written only where somebody switches it on. */
    public static void recordOften(String action, Outcome outcome, @Nullable String userId) {
        record(Level.DEBUG, action, outcome, userId, Map.of());
    }

    private static void record(
            Level level, String action, Outcome outcome, @Nullable String userId, Map<String, String> details) {
        Map<String, String> fields = new TreeMap<>();
        details.forEach((name, value) -> fields.put(name, plain(value)));
        if (userId != null) {
            fields.put("user.name", plain(userId));
        }
        StringBuilder line = new StringBuilder(action).append(' ').append(outcome);
        LoggingEventBuilder event = LOG.atLevel(level)
                .addKeyValue("event.action", action)
                .addKeyValue("event.outcome", outcome.name().toLowerCase(Locale.ROOT));
        for (Map.Entry<String, String> field : fields.entrySet()) {
            event = event.addKeyValue(field.getKey(), field.getValue());
            append(line, field.getKey(), field.getValue());
        }
        // A field of this line already, as of every line of the request.
        if (MDC.get(ADDRESS) != null) {
            append(line, ADDRESS, plain(MDC.get(ADDRESS)));
        }
        event.log(line.toString());
    }

    private static void append(StringBuilder line, String name, String value) {
        line.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private static String plain(@Nullable String value) {
        String text = String.valueOf(value);
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return TRICKS.matcher(text).replaceAll("_");
    }
}
