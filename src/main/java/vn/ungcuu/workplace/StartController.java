package vn.ungcuu.workplace;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;

/** The page people land on: what waits for them, and the way to report. */
@Controller
class StartController {

    private static final int NEWEST = 8;

    private final WorkList work;
    private final Incidents incidents;

    StartController(WorkList work, Incidents incidents) {
        this.work = work;
        this.incidents = incidents;
    }

    @GetMapping("/")
    String start(@ModelAttribute("me") Me me, Model model) {
        model.addAttribute("here", "start");
        model.addAttribute("mine", work.of(me));
        model.addAttribute("unclaimed", work.unclaimedOf(me));
        model.addAttribute(
                "newest",
                incidents.list(RegisterFilter.newest(NEWEST), me.viewer()).incidents());
        return "start";
    }
}
