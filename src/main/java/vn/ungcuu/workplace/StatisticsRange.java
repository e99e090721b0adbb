package vn.ungcuu.workplace;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The days statistics are about.
 *
 * @param to the last day
 */
record StatisticsRange(LocalDate from, LocalDate to) {

    static final String FROM = "tu";
    static final String TO = "den";

    private static final int LONGEST_YEARS = 10;

    /** A range to choose with one click. */
    record Quick(String name, StatisticsRange range, boolean chosen) {

        public String path() {
            return range.path("/thong-ke");
        }
    }

    /**
     * What was asked for; this year until today where nothing was.
     *
     * @throws BadSearch if it is no range of days, or longer than ten years
     */
    static StatisticsRange of(Map<String, String> parameters, LocalDate today) {
        String typedFrom = parameters.getOrDefault(FROM, "");
        String typedTo = parameters.getOrDefault(TO, "");
        LocalDate to = typedTo.isBlank() ? today : Dates.parse(typedTo, "Đến ngày");
        LocalDate from = typedFrom.isBlank() ? to.withDayOfYear(1) : Dates.parse(typedFrom, "Từ ngày");
        Dates.requireOrder(from, to, "Từ ngày", "Đến ngày");
        if (!to.isBefore(from.plusYears(LONGEST_YEARS))) {
            throw new BadSearch("Khoảng thời gian dài nhất là " + LONGEST_YEARS + " năm. Vui lòng chọn lại hai ngày.");
        }
        return new StatisticsRange(from, to);
    }

    /** @param chosen what is shown, or null */
    static List<Quick> quick(LocalDate today, @Nullable StatisticsRange chosen) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((today.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        Map<String, StatisticsRange> ranges = new LinkedHashMap<>();
        ranges.put("Tháng này", new StatisticsRange(month, today));
        ranges.put("Quý này", new StatisticsRange(quarter, today));
        ranges.put("Năm nay", new StatisticsRange(year, today));
        ranges.put("Năm trước", new StatisticsRange(year.minusYears(1), year.minusDays(1)));
        return ranges.entrySet().stream()
                .map(entry -> new Quick(
                        entry.getKey(), entry.getValue(), entry.getValue().equals(chosen)))
                .toList();
    }

    /** As people write it: {@code từ 01/01/2026 đến 31/12/2026}. */
    String inWords() {
        return "từ " + Dates.text(from) + " đến " + Dates.text(to);
    }

    String path(String page) {
        return UriComponentsBuilder.fromPath(page)
                .queryParam(FROM, from)
                .queryParam(TO, to)
                .toUriString();
    }
}
