package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.procedure.FormSchemas;

/**
 * Staff report an incident: the start form of the procedure on a page of its own, because Tasklist has no address for a start
 * form and is not made for phones.
 */
@Controller
@RequestMapping("/bao-cao")
class ReportController {

    private static final String PROCESS = "incident-response";
    private static final String FORM = "report-incident";

    /**
     * Marks one opened form: the same answers sent twice from it (a double click, going back) make one incident. Other answers
     * are another report: people go back to a filled form because much of it fits the next incident too.
     */
    private static final String ONCE = "lan-gui";

    private final FormService engineForms;
    private final RepositoryService repository;
    private final Incidents incidents;
    private final FormSchemas schemas;
    private final FormPages forms;
    private final SentReports sent;

    ReportController(
            FormService engineForms,
            RepositoryService repository,
            Incidents incidents,
            FormSchemas schemas,
            FormPages forms,
            SentReports sent) {
        this.engineForms = engineForms;
        this.repository = repository;
        this.incidents = incidents;
        this.schemas = schemas;
        this.forms = forms;
        this.sent = sent;
    }

    @GetMapping
    String form(@ModelAttribute("me") Me me, Model model) {
        requireRight(me);
        FormSchema form = schemas.latest(FORM);
        return page(form, forms.inputs(form, known(me)), "", List.of(), model);
    }

    @PostMapping
    String send(
            @ModelAttribute("me") Me me,
            @RequestParam MultiValueMap<String, String> inputs,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        requireRight(me);
        FormSchema form = schemas.latest(FORM);
        String once = Objects.requireNonNullElse(inputs.getFirst(ONCE), "");
        String code;
        try {
            Map<String, Object> answers = forms.answers(form, inputs);
            code = once.isEmpty()
                    ? start(answers)
                    : sent.once(fingerprint(me.id() + " " + once + " " + answers), () -> start(answers));
        } catch (RuntimeException failure) {
            List<String> reasons = Refusals.reasons(failure).orElseThrow(() -> failure);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, inputs, once, reasons, model);
        }
        next.addFlashAttribute("done", "Đã gửi báo cáo sự cố. Mã hồ sơ: " + code + ".");
        return incidents.isVisibleTo(code, me.viewer()) ? "redirect:/so-theo-doi/" + code : "redirect:/";
    }

    private String start(Map<String, Object> answers) {
        Map<String, Object> given = new LinkedHashMap<>(answers);
        given.values().removeIf(Objects::isNull);
        ProcessDefinition procedure = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult();
        return engineForms.submitStartForm(procedure.getId(), given).getBusinessKey();
    }

    private static UUID fingerprint(String report) {
        return UUID.nameUUIDFromBytes(report.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireRight(Me me) {
        if (!me.mayReport()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The office mostly writes down what others say; everybody else mostly reports for themselves. */
    private static Map<String, Object> known(Me me) {
        return me.groupIds().contains(Groups.OFFICE)
                ? Map.of()
                : Map.of("reporterName", me.name() + ", " + me.officeNames());
    }

    /** @param once as it came back, or empty for a form that is opened now */
    private String page(
            FormSchema form, MultiValueMap<String, String> inputs, String once, List<String> reasons, Model model) {
        model.addAttribute("here", "report");
        model.addAttribute("title", "Báo cáo sự cố");
        model.addAttribute("back", "/");
        model.addAttribute("backName", "Về trang chính");
        model.addAttribute("guideAnchor", "khi-báo-sự-cố");
        model.addAttribute("action", "/bao-cao");
        model.addAttribute("send", "Gửi báo cáo");
        model.addAttribute("once", once.isEmpty() ? UUID.randomUUID().toString() : once);
        model.addAttribute("reasons", reasons);
        model.addAttribute("fields", forms.fields(form, inputs, Map.of(), reasons));
        return "form";
    }
}
