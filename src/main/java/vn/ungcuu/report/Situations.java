package vn.ungcuu.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Count;
import vn.ungcuu.incident.Dimension;
import vn.ungcuu.incident.Figures;
import vn.ungcuu.incident.Selection;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.procedure.OpenTasks;

/** Sums up the present, from what the viewer may see; a constant number of statements. */
@Component
public class Situations {

    private static final int MONTHS = 12;

    private final Figures figures;
    private final OpenTasks tasks;
    private final Clock clock;

    Situations(Figures figures, OpenTasks tasks, Clock clock) {
        this.figures = figures;
        this.tasks = tasks;
        this.clock = clock;
    }

    public Situation now(Viewer viewer) {
        Instant now = clock.instant();
        YearMonth present = YearMonth.from(now.atZone(UngCuuApplication.ZONE));
        YearMonth first = present.minusMonths(MONTHS - 1L);
        Selection real = Selection.all().drill(false);
        Selection recent = real.reportedFrom(start(first)).reportedBefore(start(present.plusMonths(1)));
        Map<String, Long> open =
                byValue(figures.count(Selection.all().open(true), viewer, Dimension.DRILL), Function.identity());
        return new Situation(
                now,
                open.getOrDefault("false", 0L),
                open.getOrDefault("true", 0L),
                stages(figures.count(real, viewer, Dimension.STAGE, Dimension.SEVERITY)),
                tasks.load(OpenTasks.Which.REAL, viewer),
                tasks.loadByOffice(OpenTasks.Which.REAL, viewer),
                months(
                        Stream.iterate(first, month -> month.plusMonths(1))
                                .limit(MONTHS)
                                .toList(),
                        figures.count(recent, viewer, Dimension.MONTH_REPORTED),
                        figures.count(
                                real.closedFrom(start(first)).closedBefore(start(present.plusMonths(1))),
                                viewer,
                                Dimension.MONTH_CLOSED)),
                figures.times(recent, viewer));
    }

    private static Map<String, Map<String, Long>> stages(List<Count> counts) {
        return counts.stream()
                .collect(groupingBy(
                        Count::value,
                        groupingBy(
                                count -> Objects.requireNonNullElse(
                                        count.values().get(1), ""),
                                summingLong(Count::count))));
    }

    static List<MonthCount> months(List<YearMonth> months, List<Count> reported, List<Count> closed) {
        Map<YearMonth, Long> reportedIn = byValue(reported, YearMonth::parse);
        Map<YearMonth, Long> closedIn = byValue(closed, YearMonth::parse);
        return months.stream()
                .map(month ->
                        new MonthCount(month, reportedIn.getOrDefault(month, 0L), closedIn.getOrDefault(month, 0L)))
                .toList();
    }

    private static <T> Map<T, Long> byValue(List<Count> counts, Function<String, T> value) {
        return counts.stream().collect(Collectors.toMap(count -> value.apply(count.value()), Count::count));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(UngCuuApplication.ZONE).toInstant();
    }
}
