package vn.ungcuu.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Count;
import vn.ungcuu.incident.Dimension;
import vn.ungcuu.incident.Figures;
import vn.ungcuu.incident.Selection;
import vn.ungcuu.incident.Viewer;

/** Sums up any span of days, from what the viewer may see; a constant number of statements. */
@Component
public class StatisticsOfSpan {

    private static final String NETWORK_ATTACK = "network-attack";

    private final Figures figures;

    StatisticsOfSpan(Figures figures) {
        this.figures = figures;
    }

    /** @param to the last day that belongs to the span, not before the first */
    public Statistics of(LocalDate from, LocalDate to, Viewer viewer) {
        Instant start = start(from);
        Instant end = start(to.plusDays(1));
        Selection real = Selection.all().drill(false);
        Selection reported = real.reportedFrom(start).reportedBefore(end);
        List<Count> what = figures.count(
                reported, viewer, Dimension.KIND, Dimension.ATTACK_TYPE, Dimension.SEVERITY, Dimension.OUTCOME);
        List<Count> closed = figures.count(real.closedFrom(start).closedBefore(end), viewer, Dimension.MONTH_CLOSED);
        return new Statistics(
                from,
                to,
                sum(what),
                sum(closed),
                figures.count(real.openAt(end), viewer),
                by(what, 0),
                by(
                        what.stream()
                                .filter(count -> NETWORK_ATTACK.equals(count.value()))
                                .toList(),
                        1),
                by(what, 2),
                by(what, 3),
                by(figures.count(reported, viewer, Dimension.STAGE), 0),
                by(figures.count(reported, viewer, Dimension.SYSTEM), 0),
                by(figures.count(reported, viewer, Dimension.OFFICE), 0),
                Situations.months(months(from, to), figures.count(reported, viewer, Dimension.MONTH_REPORTED), closed),
                figures.times(reported, viewer));
    }

    private static long sum(List<Count> counts) {
        return counts.stream().mapToLong(Count::count).sum();
    }

    /** @param dimension its place among those counted by */
    private static Map<String, Long> by(List<Count> counts, int dimension) {
        return counts.stream()
                .collect(groupingBy(
                        count -> Objects.requireNonNullElse(count.values().get(dimension), ""),
                        summingLong(Count::count)));
    }

    private static List<YearMonth> months(LocalDate from, LocalDate to) {
        YearMonth last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(UngCuuApplication.ZONE).toInstant();
    }
}
