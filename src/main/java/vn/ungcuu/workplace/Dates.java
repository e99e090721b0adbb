package vn.ungcuu.workplace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ungcuu.UngCuuApplication;

/** Days in Vietnam and times of day, as addresses and forms hold them. */
final class Dates {

    /** A database knows not every date an address can hold, and nobody has incidents of other years. */
    private static final int FIRST_YEAR = 2000;

    static final int LAST_YEAR = 2100;

    /** What people type, and what stands in an address. */
    private static final DateTimeFormatter TYPED = strict("[d/M/uuuu][uuuu-MM-dd]");

    private static final DateTimeFormatter TYPED_MOMENT = strict("[d/M/uuuu H:mm][uuuu-MM-dd'T'HH:mm[:ss]]");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final DateTimeFormatter SHOWN_MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private Dates() {}

    /**
     * @param field what the field is called on the page
     * @throws BadSearch if it is no date between 2000 and 2100
     */
    static LocalDate parse(String typed, String field) {
        return day(typed)
                .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR)
                .orElseThrow(() -> new BadSearch(
                        "Mục “%s” có “%s”, không phải là ngày. Vui lòng nhập ngày, tháng, năm (ví dụ 31/12/2026)."
                                .formatted(field, typed.strip())));
    }

    /** @throws BadSearch if the first lies behind the last */
    static void requireOrder(LocalDate first, LocalDate last, String firstField, String lastField) {
        if (first.isAfter(last)) {
            throw new BadSearch("“%s” (%s) sau “%s” (%s). Vui lòng chọn lại hai ngày."
                    .formatted(firstField, text(first), lastField, text(last)));
        }
    }

    /** Empty for what is no day. */
    static Optional<LocalDate> day(String typed) {
        return read(() -> LocalDate.parse(typed.strip(), TYPED));
    }

    /** Empty for what is no day with a time of day. */
    static Optional<LocalDateTime> moment(String typed) {
        return read(() -> LocalDateTime.parse(typed.strip(), TYPED_MOMENT));
    }

    private static <T> Optional<T> read(Supplier<T> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A day of an address as people write it; what is no day stays as it is. */
    static String shown(String typed) {
        return day(typed).map(Dates::text).orElse(typed);
    }

    static String text(LocalDateTime moment) {
        return SHOWN_MOMENT.format(moment);
    }

    static String text(LocalDate date) {
        return SHOWN.format(date);
    }

    static String text(YearMonth month) {
        return MONTH.format(month);
    }

    static Instant start(LocalDate date) {
        return date.atStartOfDay(UngCuuApplication.ZONE).toInstant();
    }

    /** The first moment that does not belong to the day any more. */
    static Instant end(LocalDate date) {
        return start(date.plusDays(1));
    }
}
