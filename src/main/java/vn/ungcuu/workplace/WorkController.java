package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.ListedTask;
import vn.ungcuu.procedure.OpenTasks;

/** The open work of the whole commune, most urgent first, for coordinators and leadership. */
@Controller
class WorkController {

    private static final int PAGE_SIZE = 25;

    private final OpenTasks tasks;
    private final Incidents incidents;
    private final People people;
    private final SearchFields fields;
    private final Clock clock;

    WorkController(OpenTasks tasks, Incidents incidents, People people, SearchFields fields, Clock clock) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.people = people;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * A task of the list.
     *
     * @param claimBy by when somebody has to take it over; null once somebody has
     */
    record Row(
            String name,
            String code,
            String title,
            boolean drill,
            String offices,
            @Nullable String assignee,
            Instant due,
            boolean overdue,
            @Nullable Instant claimBy,
            boolean claimOverdue,
            @Nullable Instant heldUntil) {}

    @GetMapping(WorkSearch.PATH)
    String work(
            @ModelAttribute("me") Me me,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        me.requireFigures();
        model.addAttribute("here", "register");
        model.addAttribute("fields", fields.ofWork(parameters));
        model.addAttribute(
                "drill", parameters.getOrDefault(WorkSearch.DRILL, "").equals("co"));
        try {
            WorkSearch search = WorkSearch.of(parameters);
            int page = Pages.asked(parameters);
            long total = tasks.load(search.which(), me.viewer()).open();
            model.addAttribute("search", search);
            model.addAttribute("page", page);
            model.addAttribute("pages", Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE));
            model.addAttribute("total", total);
            model.addAttribute("rows", rows(tasks.list(search.which(), me.viewer(), page, PAGE_SIZE)));
        } catch (BadSearch mistake) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("mistake", mistake.getMessage());
        }
        return "work";
    }

    private List<Row> rows(List<ListedTask> listed) {
        Map<String, Incident> known = incidents.findAll(
                listed.stream().map(ListedTask::code).distinct().toList());
        Map<String, String> names = people.namesOf(listed.stream()
                .map(ListedTask::assignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        return listed.stream()
                .map(task -> row(task, known.get(task.code()), names, now))
                .toList();
    }

    private Row row(ListedTask task, @Nullable Incident incident, Map<String, String> names, Instant now) {
        boolean claimed = task.assignee() != null;
        return new Row(
                task.name(),
                task.code(),
                incident == null ? "" : incident.title(),
                incident != null && incident.drill(),
                task.offices().stream().map(people::officeName).sorted().collect(Collectors.joining(", ")),
                claimed ? names.get(task.assignee()) : null,
                task.finishBy(),
                task.finishBy().isBefore(now),
                claimed ? null : task.claimBy(),
                !claimed && task.claimBy().isBefore(now),
                task.heldUntil() != null && task.heldUntil().isAfter(now) ? task.heldUntil() : null);
    }
}
