package vn.ungcuu.workplace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.StageVisit;
import vn.ungcuu.incident.TimelineEntry;
import vn.ungcuu.procedure.CitySupport;
import vn.ungcuu.procedure.CloseGate;
import vn.ungcuu.procedure.FactLabels;

/** Puts an incident into the words and the order of its page. */
@Component
class IncidentPages {

    private static final List<String> REPORT =
            List.of("description", "affectedSystem", "detectedAt", "channel", "reporterName", "reporterContact");

    private static final List<String> ASSESSMENT = List.of(
            "verificationResult",
            "duplicateOf",
            "kind",
            "attackType",
            "severity",
            "overrideReason",
            "systemLevel",
            "nationalCriticalSystem",
            "operatedByCommune",
            "ownedByCommune",
            "affectedUnit",
            "serviceDownSince",
            "serviceRestoredAt");

    private static final List<String> HANDLING = List.of(
            "acknowledgeNote",
            "verificationNote",
            "responsePlan",
            "direction",
            "scopeAnalysis",
            "originAnalysis",
            "containmentMeasures",
            "eradicationMeasures",
            "recoveryMeasures",
            "checkResult",
            "rootCause",
            "lessonsLearned",
            "preventiveMeasures",
            "closureNote");

    private final Words words;
    private final FormWords answers;
    private final VietnameseTime time;
    private final People people;
    private final CloseGate closing;
    private final CitySupport citySupport;

    IncidentPages(
            Words words,
            FormWords answers,
            VietnameseTime time,
            People people,
            CloseGate closing,
            CitySupport citySupport) {
        this.words = words;
        this.answers = answers;
        this.time = time;
        this.people = people;
        this.closing = closing;
        this.citySupport = citySupport;
    }

    /** A stage on the way; {@code state} is done, current, to-come or skipped. */
    record Step(String name, String state, String mark, String stateName) {}

    record FactGroup(String title, List<Line> lines) {}

    /** An entry of the timeline, ready to show. */
    record Entry(int sequence, String kind, String time, String iso, String who, String what, List<Line> details) {}

    List<Step> stages(Incident incident, List<StageVisit> visits) {
        Map<String, StageVisit> byStage = visits.stream().collect(Collectors.toMap(StageVisit::stage, visit -> visit));
        String awaited = incident.open() ? awaited(incident.code()) : null;
        return Words.STAGES.stream()
                .map(stage -> Words.ESCALATION.equals(stage) && awaited != null
                        ? new Step(words.stage(stage), "current", "●", awaited)
                        : step(stage, byStage.get(stage), incident.open()))
                .toList();
    }

    /**
     * What escalation waits for, in Vietnamese; null when nothing. A request to the city runs beside the stage, which ends
     * as soon as it is made, or was never entered when somebody asked from the incident's page.
     */
    @Nullable
    String awaited(String code) {
        String open = citySupport.open(code).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return open.isEmpty() ? null : "Đang chờ thành phố hỗ trợ (yêu cầu số " + open + ")";
    }

    private Step step(String stage, @Nullable StageVisit visit, boolean open) {
        String name = words.stage(stage);
        if (visit != null && visit.leftAt() == null && open) {
            return new Step(name, "current", "●", "Đang làm từ " + time.of(visit.enteredAt()));
        }
        if (visit != null && visit.leftAt() == null) {
            return new Step(name, "skipped", "–", "Đã dừng");
        }
        if (visit != null) {
            return new Step(name, "done", "✓", "Xong " + time.of(visit.leftAt()));
        }
        return open ? new Step(name, "to-come", "○", "Chưa tới") : new Step(name, "skipped", "–", "Không phải làm");
    }

    List<FactGroup> facts(Incident incident) {
        List<FactGroup> groups = new ArrayList<>();
        Map<String, Object> report = pick(incident, REPORT);
        List<Line> reportLines = answers.lines(report);
        reportLines.add(new Line("Báo lúc", time.of(incident.reportedAt())));
        groups.add(new FactGroup("Tin báo", reportLines));
        addUnlessEmpty(groups, "Xác minh, phân loại", answers.lines(pick(incident, ASSESSMENT)));
        addUnlessEmpty(groups, "Dấu hiệu nguy hiểm", dangerSigns(incident));
        addUnlessEmpty(groups, "Xử lý", answers.lines(pick(incident, HANDLING)));
        addUnlessEmpty(groups, "Mốc thời gian", milestones(incident));
        return groups;
    }

    private List<Line> dangerSigns(Incident incident) {
        List<String> signs = FactLabels.DANGER_SIGNS.stream()
                .filter(name -> Boolean.TRUE.equals(incident.facts().get(name)))
                .map(answers::label)
                .toList();
        if (!signs.isEmpty()) {
            return List.of(new Line("Ghi nhận", String.join("\n", signs)));
        }
        return incident.facts().containsKey("verificationResult")
                ? List.of(new Line("Ghi nhận", "Không có dấu hiệu nào"))
                : List.of();
    }

    private List<Line> milestones(Incident incident) {
        List<Line> lines = new ArrayList<>();
        addTime(lines, "Xác nhận đã tiếp nhận", time.of(incident.acknowledgedAt()));
        addTime(lines, "Phân loại", time.of(incident.classifiedAt()));
        addTime(lines, "Ngăn chặn được", time.of(incident.containedAt()));
        addTime(lines, "Khôi phục xong", time.of(incident.recoveredAt()));
        addTime(lines, "Đóng hồ sơ", time.of(incident.closedAt()));
        return lines;
    }

    private static void addTime(List<Line> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(new Line(label, value));
        }
    }

    private static void addUnlessEmpty(List<FactGroup> groups, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            groups.add(new FactGroup(title, lines));
        }
    }

    /** The record's own columns where a fact was never told as such, e.g. a report that came another way. */
    private static Map<String, Object> pick(Incident incident, List<String> names) {
        Map<String, Object> picked = new LinkedHashMap<>();
        for (String name : names) {
            Object value = incident.facts().get(name);
            picked.put(name, value == null ? column(incident, name) : value);
        }
        return picked;
    }

    private static @Nullable Object column(Incident incident, String name) {
        return switch (name) {
            case "description" -> incident.description();
            case "channel" -> incident.channel();
            case "detectedAt" -> incident.detectedAt().toString();
            case "reporterName" -> incident.reporterName();
            case "reporterContact" -> incident.reporterContact();
            default -> null;
        };
    }

    /** Everything that still keeps the record from being closed, as the gate itself would say it. */
    List<String> missing(Incident incident) {
        return incident.open()
                ? closing.openReasons(incident).stream()
                        .map(StringUtils::capitalize)
                        .toList()
                : List.of();
    }

    List<String> offices(Collection<String> groupIds) {
        return groupIds.stream().map(people::officeName).toList();
    }

    Entry entry(TimelineEntry entry) {
        String office = entry.office() == null ? "" : " · " + people.officeName(entry.office());
        return new Entry(
                entry.sequence(),
                entry.kind().id(),
                time.of(entry.at()),
                time.iso(entry.at()),
                entry.actorName() + office,
                entry.what(),
                answers.lines(entry.details()));
    }
}
