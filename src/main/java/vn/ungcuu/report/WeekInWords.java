package vn.ungcuu.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.FactLabels;

/** Sums up a week of the register. It goes out by mail: codes and no titles, and of restricted records the number only. */
@Component
class WeekInWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(UngCuuApplication.ZONE);

    private final Incidents incidents;

    WeekInWords(Incidents incidents) {
        this.incidents = incidents;
    }

    /** The incidents of a week, as far as they count for one thing or another. */
    private record Week(List<Incident> reported, List<Incident> closed, List<Incident> open) {

        static Week of(List<Incident> incidents, Instant from, Instant to) {
            return new Week(
                    incidents.stream()
                            .filter(incident -> !incident.reportedAt().isBefore(from))
                            .toList(),
                    incidents.stream()
                            .filter(incident -> incident.closedAt() != null
                                    && incident.closedAt().isBefore(to))
                            .toList(),
                    incidents.stream().filter(Incident::open).toList());
        }

        boolean isEmpty() {
            return reported.isEmpty() && closed.isEmpty() && open.isEmpty();
        }
    }

    /** @param to the first moment that does not belong to the week any more */
    String of(Instant from, Instant to) {
        List<Incident> all = incidents.openBetween(from, to);
        Week week = Week.of(all.stream().filter(Predicate.not(Incident::drill)).toList(), from, to);
        Week drills = Week.of(all.stream().filter(Incident::drill).toList(), from, to);

        List<String> lines = new ArrayList<>();
        if (week.isEmpty()) {
            lines.add("Tuần này không có sự cố.");
        } else {
            lines.add("Được báo trong tuần: " + week.reported().size() + " sự cố.");
            lines.add("Đã đóng trong tuần: " + week.closed().size() + " sự cố" + outcomes(week.closed()) + ".");
            lines.add("Còn đang xử lý: " + week.open().size() + " sự cố"
                    + (week.open().isEmpty() ? "." : ":"));
            week.open().stream()
                    .filter(Predicate.not(Incident::restricted))
                    .map(WeekInWords::line)
                    .forEach(lines::add);
            long restricted = week.open().stream().filter(Incident::restricted).count();
            if (restricted > 0) {
                lines.add("- " + restricted + " hồ sơ hạn chế người xem");
            }
        }
        if (!drills.isEmpty()) {
            lines.add("Diễn tập, không tính ở trên: được báo %d, đã đóng %d, đang thực hiện %d."
                    .formatted(
                            drills.reported().size(),
                            drills.closed().size(),
                            drills.open().size()));
        }
        return String.join("\n", lines);
    }

    private static String outcomes(List<Incident> closed) {
        return closed.isEmpty()
                ? ""
                : closed.stream().collect(groupingBy(Incident::outcome, TreeMap::new, counting())).entrySet().stream()
                        .map(outcome -> StringUtils.uncapitalize(FactLabels.outcome(outcome.getKey())) + ": "
                                + outcome.getValue())
                        .collect(joining("; ", " (", ")"));
    }

    private static String line(Incident incident) {
        return "- " + incident.code() + ": mức độ "
                + (incident.severity() == null
                        ? "chưa phân loại"
                        : StringUtils.uncapitalize(FactLabels.value("severity", incident.severity())))
                + "; giai đoạn "
                + (incident.stage() == null ? "chưa bắt đầu" : FactLabels.stage(incident.stage()))
                + "; báo lúc " + MINUTE.format(incident.reportedAt());
    }
}
