package vn.ungcuu.workplace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import vn.ungcuu.UngCuuApplication;

/** Days in Vietnam, as addresses and forms hold them. */
final class Dates {

    /** A database knows not every date an address can hold, and nobody has incidents of other years. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    /** What a date field sends, and what people type into an address by hand. */
    private static final List<DateTimeFormatter> TYPED = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

    private Dates() {}

    /**
     * @param field what the field is called on the page
     * @throws BadSearch if it is no date between 2000 and 2100
     */
    static LocalDate parse(String typed, String field) {
        for (DateTimeFormatter format : TYPED) {
            try {
                LocalDate date = LocalDate.parse(typed.strip(), format);
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    return date;
                }
            } catch (DateTimeException e) {
                // Perhaps written the other way.
            }
        }
        throw new BadSearch("Mục “%s” có “%s”, không phải là ngày. Vui lòng nhập ngày, tháng, năm (ví dụ 31/12/2026)."
                .formatted(field, typed.strip()));
    }

    /** @throws BadSearch if the first lies behind the last */
    static void requireOrder(LocalDate first, LocalDate last, String firstField, String lastField) {
        if (first.isAfter(last)) {
            throw new BadSearch("“%s” (%s) sau “%s” (%s). Vui lòng chọn lại hai ngày."
                    .formatted(firstField, text(first), lastField, text(last)));
        }
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
