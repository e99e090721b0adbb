package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.ungcuu.deadline.CalendarYears;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.notification.Inbox;
import vn.ungcuu.procedure.OpenTasks;

/** The page people land on: what waits for them, and the way to report. */
@Controller
class StartController {

    private static final int NEWEST = 8;
    private static final int NEWEST_NOTICES = 10;

    private final WorkList work;
    private final OpenTasks openTasks;
    private final Housekeeping house;
    private final Incidents incidents;
    private final RosterPages roster;
    private final CalendarYears calendar;
    private final Inbox inbox;

    StartController(
            WorkList work,
            OpenTasks openTasks,
            Housekeeping house,
            Incidents incidents,
            RosterPages roster,
            CalendarYears calendar,
            Inbox inbox) {
        this.work = work;
        this.openTasks = openTasks;
        this.house = house;
        this.incidents = incidents;
        this.roster = roster;
        this.calendar = calendar;
        this.inbox = inbox;
    }

    @GetMapping("/")
    String start(@ModelAttribute("me") Me me, Model model) {
        model.addAttribute("here", "start");
        model.addAttribute("missingYears", me.seesToTheWhole() ? calendar.missing() : List.of());
        if (me.seesRegister()) {
            model.addAttribute("mine", work.of(me));
            model.addAttribute("overdue", work.overdueOf(me));
            model.addAttribute("unclaimed", work.unclaimedOf(me));
            model.addAttribute("alarms", me.seesFigures() ? Alarms.of(openTasks, incidents, me.viewer()) : null);
            model.addAttribute("notices", inbox.of(me.id(), me.groupIds(), NEWEST_NOTICES));
            model.addAttribute(
                    "newest",
                    incidents.list(RegisterFilter.newest(NEWEST), me.viewer()).incidents());
            model.addAttribute("onDuty", roster.now());
            model.addAttribute("workingTime", roster.isWorkingTime());
        }
        model.addAttribute("failedJobs", me.hasCockpit() ? house.failedJobs() : 0);
        model.addAttribute("procedures", me.analyses() ? house.procedures() : List.of());
        model.addAttribute("people", me.hasAdmin() ? house.people() : null);
        model.addAttribute("troubles", me.hasAdmin() ? house.troubles() : List.of());
        return "start";
    }
}
