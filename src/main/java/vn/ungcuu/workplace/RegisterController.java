package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.IncidentCode;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.incident.RegisterPage;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;
import vn.ungcuu.procedure.Doors;
import vn.ungcuu.procedure.OpenTasks;

/** The register and the page of one incident. */
@Controller
class RegisterController {

    private static final int PAGE_SIZE = 25;

    private final Incidents incidents;
    private final Timeline timeline;
    private final WorkList work;
    private final Doors doors;
    private final IncidentPages pages;
    private final OpenTasks openTasks;
    private final SearchFields fields;

    RegisterController(
            Incidents incidents,
            Timeline timeline,
            WorkList work,
            Doors doors,
            IncidentPages pages,
            OpenTasks openTasks,
            SearchFields fields) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.work = work;
        this.doors = doors;
        this.pages = pages;
        this.openTasks = openTasks;
        this.fields = fields;
    }

    @GetMapping(RegisterSearch.PATH)
    String register(
            @ModelAttribute("me") Me me,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        RegisterSearch search = RegisterSearch.of(parameters);
        model.addAttribute("here", "register");
        model.addAttribute("search", search);
        model.addAttribute("years", incidents.years(me.viewer()));
        model.addAttribute("more", fields.more(search));
        try {
            RegisterFilter filter = new RegisterFilter(search.selection(), Pages.asked(parameters), PAGE_SIZE);
            RegisterPage found = incidents.list(filter, me.viewer());
            model.addAttribute("register", found);
            model.addAttribute(
                    "loads",
                    openTasks.loadByIncident(found.incidents().stream()
                            .filter(Incident::open)
                            .map(Incident::code)
                            .toList()));
        } catch (BadSearch mistake) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("mistake", mistake.getMessage());
        }
        return "register";
    }

    @GetMapping("/so-theo-doi/{code}")
    String incident(
            @ModelAttribute("me") Me me,
            @PathVariable("code") String typed,
            @RequestParam(name = "loai", required = false) String kindId,
            Model model) {
        // People type codes by hand and read them out: sc-2026-1 is SC-2026-0001.
        String code = IncidentCode.typed(typed).orElse(typed);
        Incident incident =
                incidents.find(code, me.viewer()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!code.equals(typed)) {
            return "redirect:/so-theo-doi/" + code;
        }
        List<OpenTask> ofIncident = work.ofIncident(code, me);
        List<TimelineEntry> entries = timeline.of(code);
        EntryKind kind = Arrays.stream(EntryKind.values())
                .filter(known -> known.id().equals(kindId))
                .findFirst()
                .orElse(null);
        model.addAttribute("here", "register");
        model.addAttribute("incident", incident);
        model.addAttribute("stages", pages.stages(incident, incidents.stagesOf(code)));
        model.addAttribute("facts", pages.facts(incident));
        model.addAttribute("tasks", ofIncident);
        model.addAttribute("missing", pages.missing(incident));
        model.addAttribute("doors", doors.openDoors(code, me.id()));
        model.addAttribute("offices", pages.offices(incidents.officesOf(code)));
        model.addAttribute("kind", kind);
        model.addAttribute(
                "kinds",
                entries.stream().map(TimelineEntry::kind).distinct().sorted().toList());
        model.addAttribute(
                "timeline",
                entries.stream()
                        .filter(entry -> kind == null || entry.kind() == kind)
                        .sorted(Comparator.comparing(TimelineEntry::sequence).reversed())
                        .map(pages::entry)
                        .toList());
        return "incident";
    }
}
