package vn.ungcuu.workplace;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.HandlingTime;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.TaskLoad;
import vn.ungcuu.procedure.TaskState;
import vn.ungcuu.report.MonthCount;
import vn.ungcuu.report.Situation;
import vn.ungcuu.report.Situations;
import vn.ungcuu.workplace.Dashboard.Month;
import vn.ungcuu.workplace.Dashboard.OfficeWork;
import vn.ungcuu.workplace.Dashboard.Stage;
import vn.ungcuu.workplace.Dashboard.Tasks;
import vn.ungcuu.workplace.Dashboard.Time;

/** The numbers of the present, for coordinators and leadership; each with the address of what it counts. */
@RestController
class DashboardController {

    private final Situations situations;
    private final Organization organization;
    private final Words words;
    private final VietnameseTime time;

    DashboardController(Situations situations, Organization organization, Words words, VietnameseTime time) {
        this.situations = situations;
        this.organization = organization;
        this.words = words;
        this.time = time;
    }

    @GetMapping("/api/dashboard")
    Dashboard dashboard(@ModelAttribute("me") Me me) {
        me.requireFigures();
        Situation now = situations.now(me.viewer());
        return new Dashboard(
                now.at().atZone(UngCuuApplication.ZONE).toOffsetDateTime(),
                Figure.of(now.open(), RegisterSearch.real().with(RegisterSearch.STATUS, "mo")),
                Figure.of(
                        now.drills(),
                        RegisterSearch.all().with(RegisterSearch.DRILL, "co").with(RegisterSearch.STATUS, "mo")),
                Words.STAGES.stream()
                        .map(stage -> stage(stage, now.stages().getOrDefault(stage, Map.of())))
                        .toList(),
                new Tasks(
                        figure(now.work(), WorkSearch.ALL, TaskState.OVERDUE),
                        figure(now.work(), WorkSearch.ALL, TaskState.UNCLAIMED),
                        figure(now.work(), WorkSearch.ALL, TaskState.UNCLAIMED_OVERDUE),
                        figure(now.work(), WorkSearch.ALL, TaskState.HELD)),
                offices(now.offices()),
                now.months().stream().map(DashboardController::month).toList(),
                now.times().stream().map(taken -> time(taken, now.since())).toList());
    }

    private Stage stage(String id, Map<String, Long> bySeverity) {
        RegisterSearch there = RegisterSearch.real().with(RegisterSearch.STAGE, id);
        return new Stage(
                id,
                words.stage(id),
                Figure.of(
                        bySeverity.values().stream().mapToLong(Long::longValue).sum(), there),
                severity(bySeverity, "serious", there, "serious"),
                severity(bySeverity, "ordinary", there, "ordinary"),
                severity(bySeverity, "", there, RegisterSearch.NONE));
    }

    private static Figure severity(Map<String, Long> counts, String severity, RegisterSearch there, String value) {
        return Figure.of(counts.getOrDefault(severity, 0L), there.with(RegisterSearch.SEVERITY, value));
    }

    /** Whoever carries out the procedure has a line even without work; other groups only when they have some. */
    private List<OfficeWork> offices(Map<String, TaskLoad> loads) {
        Set<String> ids = new LinkedHashSet<>();
        organization.offices().stream().filter(Office::hasWork).map(Office::id).forEach(ids::add);
        ids.addAll(loads.keySet());
        List<OfficeWork> offices = new ArrayList<>();
        for (String id : ids) {
            TaskLoad load = loads.getOrDefault(id, TaskLoad.NONE);
            WorkSearch work = WorkSearch.ALL.of(id);
            offices.add(new OfficeWork(
                    id,
                    organization.office(id).map(Office::name).orElse(id),
                    new Figure(load.open(), work.path()),
                    figure(load, work, TaskState.UNCLAIMED),
                    figure(load, work, TaskState.OVERDUE)));
        }
        offices.sort(Comparator.comparing((OfficeWork office) -> office.open().count())
                .reversed());
        return offices;
    }

    private static Figure figure(TaskLoad load, WorkSearch work, TaskState state) {
        return new Figure(load.of(state), work.in(state).path());
    }

    private static Month month(MonthCount counted) {
        YearMonth month = counted.month();
        return new Month(
                month.toString(),
                Dates.text(month),
                Figure.of(counted.reported(), RegisterSearch.real().reported(month.atDay(1), month.atEndOfMonth())),
                Figure.of(counted.closed(), RegisterSearch.real().closed(month.atDay(1), month.atEndOfMonth())));
    }

    private Time time(HandlingTime taken, YearMonth since) {
        YearMonth present = since.plusMonths(11);
        return new Time(
                taken.milestone().id(),
                words.milestone(taken.milestone()),
                taken.count(),
                time.length(taken.mean()),
                time.length(taken.median()),
                time.length(taken.p90()),
                RegisterSearch.real()
                        .reported(since.atDay(1), present.atEndOfMonth())
                        .with(RegisterSearch.MILESTONE, taken.milestone().id())
                        .path());
    }
}
