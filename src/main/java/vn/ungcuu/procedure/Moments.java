package vn.ungcuu.procedure;

import static vn.ungcuu.UngCuuApplication.ZONE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;

/**
 * Points in time as the procedure keeps them: texts like {@code 2026-05-03T08:15:00+07:00}, always in the zone of Vietnam.
 */
final class Moments {

    private static final DateTimeFormatter KEPT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter READ_ALOUD = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    /** form-js sends {@code 2026-05-03T08:15+07:00} or {@code …Z}; the engine's REST API writes {@code +0700}. */
    private static final DateTimeFormatter SENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = 40;

    private Moments() {}

    /** Reads a date and time that says its offset; a Java date is one too. */
    static Optional<ZonedDateTime> read(Object value) {
        return read(value, false);
    }

    /** @param zoneless whether a text without offset means the time in Vietnam */
    static Optional<ZonedDateTime> read(Object value, boolean zoneless) {
        if (value instanceof Date date) {
            return usual(date.toInstant().atZone(ZONE));
        }
        if (value instanceof Instant instant) {
            return usual(instant.atZone(ZONE));
        }
        if (value instanceof OffsetDateTime || value instanceof ZonedDateTime) {
            return usual(ZonedDateTime.from((java.time.temporal.TemporalAccessor) value)
                    .withZoneSameInstant(ZONE));
        }
        if (!(value instanceof String text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return usual(SENT.parse(text.strip(), OffsetDateTime::from).atZoneSameInstant(ZONE));
        } catch (DateTimeException e) {
            return zoneless ? local(text.strip()) : Optional.empty();
        }
    }

    private static Optional<ZonedDateTime> local(String text) {
        try {
            return usual(LocalDateTime.parse(text).atZone(ZONE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> readDay(Object value) {
        try {
            return value instanceof String text && text.length() <= LONGEST
                    ? usual(LocalDate.parse(text.strip()).atStartOfDay(ZONE)).map(ZonedDateTime::toLocalDate)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A year of another age is a slip of the finger, and would not fit the format. */
    private static Optional<ZonedDateTime> usual(ZonedDateTime moment) {
        return moment.getYear() < 1900 || moment.getYear() > 2999
                ? Optional.empty()
                : Optional.of(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    static String write(ZonedDateTime moment) {
        return KEPT.format(moment);
    }

    static String readAloud(Instant moment) {
        return readAloud(moment.atZone(ZONE));
    }

    static String readAloud(ZonedDateTime moment) {
        return READ_ALOUD.format(moment);
    }
}
