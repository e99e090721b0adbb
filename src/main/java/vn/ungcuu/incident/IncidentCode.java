package vn.ungcuu.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an incident as people say it on the phone: {@code SC-2026-0001}, of a drill {@code DT-2026-0001}.
 * It is also the business key of the incident's process instance.
 */
public final class IncidentCode {

    static final String INCIDENT_SERIES = "SC";
    public static final String DRILL_SERIES = "DT";

    private static final Pattern WRITTEN = Pattern.compile("(SC|DT)-\\d{4}-(\\d{4}|[1-9]\\d{4,8})");

    private static final Pattern TYPED = Pattern.compile("(SC|DT)[\\s-]*(\\d{4})[\\s-]*-?\\s*(\\d{1,9})");

    private IncidentCode() {}

    /** Four digits at least; the ten-thousandth incident of a year gets a fifth. */
    static String of(String series, int year, int number) {
        return String.format(Locale.ROOT, "%s-%04d-%04d", series, year, number);
    }

    /** Whether a text is a code as the register writes it. */
    public static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** The code somebody meant by what he typed ({@code sc 2026 17}), or empty when it is not a code. */
    public static Optional<String> typed(String text) {
        Matcher matcher = TYPED.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                of(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))));
    }
}
