package vn.ungcuu.deadline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;

/** An ISO 8601 duration of days and time, such as {@code P1DT4H}; days and hours are kept apart. */
record Span(Period days, Duration time) {

    /** @throws DateTimeException if it is no ISO 8601 duration, is negative, or counts months or years */
    static Span parse(String iso) {
        int t = iso.indexOf('T');
        Period days = iso.startsWith("PT") ? Period.ZERO : Period.parse(t < 0 ? iso : iso.substring(0, t));
        Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(t));
        if (days.toTotalMonths() != 0 || days.isNegative() || time.isNegative()) {
            throw new DateTimeException("Not a duration in days and hours: " + iso);
        }
        return new Span(days, time);
    }
}
