package vn.ungcuu.workplace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;

/** Times as people here write them: {@code 05/03/2026 14:30}. Templates know it as {@code @time}. */
@Component("time")
class VietnameseTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Clock clock;

    VietnameseTime(Clock clock) {
        this.clock = clock;
    }

    /** Empty for null. */
    public String of(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(UngCuuApplication.ZONE));
    }

    /** For machines, in the {@code datetime} attribute. */
    public String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(UngCuuApplication.ZONE));
    }

    /** The moment a page is made, for machines: the clock of an old PC may be wrong. */
    public String now() {
        return iso(clock.instant());
    }

    /** How far away a deadline is, or how long past: {@code còn 2 giờ 5 phút}, {@code quá hạn 3 ngày}. */
    public String until(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return (left.isNegative() ? "quá hạn " : "còn ") + span(left.abs());
    }

    /** A length of time in its two largest units: {@code 3 ngày 4 giờ}, {@code 2 giờ 5 phút}; null for null. */
    public @Nullable String length(@Nullable Duration length) {
        if (length == null || length.toDays() == 0) {
            return length == null ? null : span(length);
        }
        int hours = length.toHoursPart();
        return length.toDays() + " ngày" + (hours == 0 ? "" : " " + hours + " giờ");
    }

    /** {@code con-lai.js} says the same while a page stays open. */
    private static String span(Duration span) {
        if (span.toDays() >= 2) {
            return span.toDays() + " ngày";
        }
        if (span.toHours() >= 1) {
            int minutes = span.toMinutesPart();
            return span.toHours() + " giờ" + (minutes == 0 ? "" : " " + minutes + " phút");
        }
        return span.toMinutes() == 0 ? "dưới 1 phút" : span.toMinutes() + " phút";
    }
}
