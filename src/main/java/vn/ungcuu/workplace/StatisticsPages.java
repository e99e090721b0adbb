package vn.ungcuu.workplace;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.HandlingTime;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.report.MonthCount;
import vn.ungcuu.report.Statistics;

/** Puts statistics into words, in the order of their page, each number with the list it counts. */
@Component
class StatisticsPages {

    private final Words words;
    private final VietnameseTime time;
    private final People people;

    StatisticsPages(Words words, VietnameseTime time, People people) {
        this.words = words;
        this.time = time;
        this.people = people;
    }

    /** @param share of the largest number of its table, in percent */
    record Row(String label, Figure figure, long share) {}

    /** @param note what a reader has to know to read it right, or null */
    record Table(String id, String title, @Nullable String note, List<Row> rows) {}

    record MonthRow(String label, Figure reported, Figure closed) {}

    record TimeRow(
            String label,
            Figure figure,
            @Nullable String mean,
            @Nullable String median,
            @Nullable String p90) {}

    record View(List<Row> totals, List<Table> tables, List<MonthRow> months, List<TimeRow> times) {}

    View view(Statistics statistics) {
        return new View(
                totals(statistics),
                tables(statistics),
                statistics.months().stream()
                        .map(month -> month(month, statistics))
                        .toList(),
                statistics.times().stream()
                        .map(taken -> time(taken, reported(statistics)))
                        .toList());
    }

    private static RegisterSearch reported(Statistics statistics) {
        return RegisterSearch.real().reported(statistics.from(), statistics.to());
    }

    private static List<Row> totals(Statistics statistics) {
        return List.of(
                new Row("Được báo trong kỳ", Figure.of(statistics.reported(), reported(statistics)), 0),
                new Row(
                        "Đã đóng trong kỳ",
                        Figure.of(
                                statistics.closed(), RegisterSearch.real().closed(statistics.from(), statistics.to())),
                        0),
                new Row(
                        "Còn mở cuối kỳ",
                        Figure.of(
                                statistics.openAtEnd(),
                                RegisterSearch.real()
                                        .with(
                                                RegisterSearch.OPEN_ON,
                                                statistics.to().toString())),
                        0));
    }

    private List<Table> tables(Statistics statistics) {
        RegisterSearch reported = reported(statistics);
        RegisterSearch attacks = reported.with(RegisterSearch.KIND, "network-attack");
        return List.of(
                table(
                        "nhom",
                        "Theo nhóm sự cố",
                        null,
                        statistics.kinds(),
                        Words.KINDS,
                        id -> id.isEmpty() ? "Chưa xác định" : words.kind(id),
                        narrow(reported, RegisterSearch.KIND, RegisterSearch.NONE)),
                table(
                        "loai-tan-cong",
                        "Tấn công mạng, theo loại tấn công",
                        null,
                        statistics.attackTypes(),
                        Words.ATTACK_TYPES,
                        id -> id.isEmpty() ? "Chưa xác định" : words.attackType(id),
                        narrow(attacks, RegisterSearch.ATTACK_TYPE, RegisterSearch.NONE)),
                table(
                        "muc-do",
                        "Theo mức độ",
                        null,
                        statistics.severities(),
                        Words.SEVERITIES,
                        words::severity,
                        narrow(reported, RegisterSearch.SEVERITY, RegisterSearch.NONE)),
                table(
                        "ket-qua",
                        "Theo kết quả",
                        null,
                        statistics.outcomes(),
                        Arrays.stream(Outcome.values()).map(Outcome::id).toList(),
                        id -> id.isEmpty() ? "Đang xử lý" : StringUtils.capitalize(words.outcome(Outcome.of(id))),
                        id -> id.isEmpty()
                                ? reported.with(RegisterSearch.STATUS, "mo")
                                : reported.with(RegisterSearch.OUTCOME, id)),
                table(
                        "giai-doan",
                        "Đang xử lý, theo giai đoạn",
                        "Sự cố được báo trong kỳ mà nay chưa đóng; một sự cố có thể ở hai giai đoạn cùng lúc.",
                        statistics.stages(),
                        Words.STAGES,
                        words::stage,
                        narrow(reported, RegisterSearch.STAGE, RegisterSearch.NONE)),
                table(
                        "he-thong",
                        "Theo hệ thống, thiết bị",
                        "Sự cố được báo trong kỳ; tên hệ thống như đã ghi trong hồ sơ.",
                        statistics.systems(),
                        List.of(),
                        id -> id.isEmpty() ? RegisterSearch.NO_SYSTEM : id,
                        narrow(reported, RegisterSearch.SYSTEM, RegisterSearch.NO_SYSTEM)),
                table(
                        "don-vi",
                        "Theo đơn vị tham gia",
                        "Sự cố có nhiều đơn vị tham gia được tính cho từng đơn vị.",
                        statistics.offices(),
                        List.of(),
                        people::officeName,
                        narrow(reported, RegisterSearch.OFFICE, RegisterSearch.NONE)));
    }

    private static Function<String, RegisterSearch> narrow(RegisterSearch search, String field, String none) {
        return id -> search.with(field, id.isEmpty() ? none : id);
    }

    private static Table table(
            String id,
            String title,
            @Nullable String note,
            Map<String, Long> counts,
            List<String> order,
            Function<String, String> name,
            Function<String, RegisterSearch> search) {
        long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new Table(
                id,
                title,
                note,
                counts.entrySet().stream()
                        .sorted(inOrder(order))
                        .map(count -> new Row(
                                name.apply(count.getKey()),
                                Figure.of(count.getValue(), search.apply(count.getKey())),
                                100 * count.getValue() / largest))
                        .toList());
    }

    /** As the procedure orders them, those without a value last; what has no order of its own by number. */
    private static Comparator<Map.Entry<String, Long>> inOrder(List<String> order) {
        return Comparator.comparing(
                        (Map.Entry<String, Long> count) -> count.getKey().isEmpty())
                .thenComparing(count -> order.contains(count.getKey()) ? order.indexOf(count.getKey()) : order.size())
                .thenComparing(Map.Entry.<String, Long>comparingByValue().reversed())
                .thenComparing(Map.Entry.comparingByKey());
    }

    private static MonthRow month(MonthCount counted, Statistics statistics) {
        YearMonth month = counted.month();
        LocalDate first = later(month.atDay(1), statistics.from());
        LocalDate last = earlier(month.atEndOfMonth(), statistics.to());
        return new MonthRow(
                Dates.text(month),
                Figure.of(counted.reported(), RegisterSearch.real().reported(first, last)),
                Figure.of(counted.closed(), RegisterSearch.real().closed(first, last)));
    }

    private TimeRow time(HandlingTime taken, RegisterSearch reported) {
        return new TimeRow(
                words.milestone(taken.milestone()),
                Figure.of(
                        taken.count(),
                        reported.with(
                                RegisterSearch.MILESTONE, taken.milestone().id())),
                time.length(taken.mean()),
                time.length(taken.median()),
                time.length(taken.p90()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
