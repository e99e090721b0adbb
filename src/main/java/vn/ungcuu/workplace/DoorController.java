package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.Door;
import vn.ungcuu.procedure.Doors;
import vn.ungcuu.procedure.FactLabels;
import vn.ungcuu.procedure.FormField;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.procedure.FormSchemas;

/** One page per door: what can be done to an incident outside its tasks. */
@Controller
@RequestMapping("/so-theo-doi/{code}/{door}")
class DoorController {

    /** What a form is opened with; severity is decided anew each time. */
    private static final Set<String> FACTS = FactLabels.facts().stream()
            .filter(fact -> !fact.equals("severity"))
            .collect(Collectors.toUnmodifiableSet());

    private final Incidents incidents;
    private final Doors doors;
    private final FormSchemas schemas;
    private final FormPages forms;
    private final FormWords words;

    DoorController(Incidents incidents, Doors doors, FormSchemas schemas, FormPages forms, FormWords words) {
        this.incidents = incidents;
        this.doors = doors;
        this.schemas = schemas;
        this.forms = forms;
        this.words = words;
    }

    @GetMapping
    String open(
            @ModelAttribute("me") Me me,
            @PathVariable("code") String code,
            @PathVariable("door") String doorId,
            @RequestParam(name = "cho", required = false) String executionId,
            Model model,
            RedirectAttributes next) {
        Incident incident = visible(code, me);
        Optional<Door> door = door(doorId, executionId, incident, me);
        if (door.isEmpty()) {
            return notOpen(doorId, incident, me, next);
        }
        FormSchema form = schemas.latest(doorId);
        return page(door.get(), incident, form, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping
    String perform(
            @ModelAttribute("me") Me me,
            @PathVariable("code") String code,
            @PathVariable("door") String doorId,
            @RequestParam(name = "cho", required = false) String executionId,
            @RequestParam MultiValueMap<String, String> inputs,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Incident incident = visible(code, me);
        Optional<Door> door = door(doorId, executionId, incident, me);
        if (door.isEmpty()) {
            schemas.find(doorId).ifPresent(form -> next.addFlashAttribute("kept", typed(form, inputs)));
            return notOpen(doorId, incident, me, next);
        }
        FormSchema form = schemas.latest(doorId);
        // Others work on the same incident: what this person left as it was must not undo what they have found out
        // since.
        Set<String> untouched =
                FACTS.stream().filter(fact -> forms.untouched(fact, inputs)).collect(Collectors.toSet());
        Map<String, Object> answers = forms.answers(form, inputs);
        answers.keySet().removeAll(untouched);
        try {
            doors.perform(doorId, code, executionId, answers);
        } catch (RuntimeException failure) {
            List<String> reasons = Refusals.reasons(failure).orElseThrow(() -> failure);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            form.fields().stream()
                    .map(FormField::key)
                    .filter(key -> !untouched.contains(key))
                    .forEach(key -> typed.put(key, inputs.getOrDefault(key, List.of())));
            return page(door.get(), incident, form, typed, reasons, model);
        }
        next.addFlashAttribute("done", "Đã ghi nhận: " + door.get().name() + ".");
        return "redirect:/so-theo-doi/" + code;
    }

    /** What somebody has entered or changed, in words, to be used elsewhere. */
    private List<Line> typed(FormSchema form, MultiValueMap<String, String> inputs) {
        Map<String, Object> answers = forms.answers(form, inputs);
        answers.keySet().removeIf(key -> forms.untouched(key, inputs));
        return words.lines(answers);
    }

    private Incident visible(String code, Me me) {
        return incidents.find(code, me.viewer()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Door> door(String id, @Nullable String executionId, Incident incident, Me me) {
        return doors.find(id, incident.code(), executionId, me.id());
    }

    /** A door may have closed since the page was opened; a door nobody knows looks the same. */
    private String notOpen(String doorId, Incident incident, Me me, RedirectAttributes next) {
        next.addFlashAttribute(
                "sorry",
                doors.notYours(doorId, me.id())
                        .orElse("Thao tác này hiện không thực hiện được với hồ sơ. Mục “Thao tác” cho biết những gì"
                                + " anh/chị làm được lúc này."));
        return "redirect:/so-theo-doi/" + incident.code();
    }

    /** @param typed what was sent and refused; a field it does not name shows what is known */
    private String page(
            Door door,
            Incident incident,
            FormSchema form,
            MultiValueMap<String, String> typed,
            List<String> reasons,
            Model model) {
        String back = "/so-theo-doi/" + incident.code();
        model.addAttribute("here", "register");
        model.addAttribute("title", door.name());
        model.addAttribute("about", incident.code() + " · " + incident.title());
        model.addAttribute("back", back);
        model.addAttribute("backName", "Về hồ sơ " + incident.code());
        model.addAttribute(
                "action",
                UriComponentsBuilder.fromPath(back)
                        .pathSegment(door.id())
                        .queryParamIfPresent("cho", Optional.ofNullable(door.executionId()))
                        .build()
                        .toUriString());
        model.addAttribute("send", "Gửi");
        model.addAttribute(
                "guideAnchor",
                door.id().equals("hand-over-task") ? "khi-bận-hoặc-đổi-ca" : "khi-cần-làm-gì-với-một-hồ-sơ");
        model.addAttribute("reasons", reasons);
        MultiValueMap<String, String> inputs = forms.inputs(form, known(incident));
        model.addAttribute("opened", forms.asOpened(FACTS, inputs));
        inputs.putAll(typed);
        Map<String, Object> shown = new LinkedHashMap<>(incident.facts());
        shown.putAll(doors.lists(door, incident.code()));
        model.addAttribute("fields", forms.fields(form, inputs, shown, reasons));
        return "form";
    }

    /** A form shows the facts as they are, and nothing else that was answered before. */
    private static Map<String, Object> known(Incident incident) {
        Map<String, Object> known = new LinkedHashMap<>(incident.facts());
        known.keySet().retainAll(FACTS);
        return known;
    }
}
