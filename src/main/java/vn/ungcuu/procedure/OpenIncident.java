package vn.ungcuu.procedure;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.incident.DuplicateReportException;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.NewIncident;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Office.Kind;

/**
 * For models, at the start of {@code incident-response}: every way in, form or message, ends here. A report is checked and
 * becomes a record with a code; a reopened record brings along what is known of it. A refusal leaves nothing behind, no
 * instance and no code.
 */
@ForModels
@Component("openIncident")
public class OpenIncident implements ExecutionListener {

    static final String REPORT = "report-incident";
    static final String REOPENED = "incident-reopened";

    private static final String SOURCE = "source";
    private static final String SOURCE_REFERENCE = "sourceReference";
    private static final int LONGEST_SOURCE = 200;

    private static final Set<String> CLASSIFIED =
            Set.of("severity", "proposedSeverity", "proposeUpgrade", "classificationBasis");

    /** Stages a reopened record goes through again: the diagram of the main process, after its start “reopened”. */
    private static final Set<String> FROM_RESPONSE_ON = Set.of("respond", "escalate", "close");

    private static final Set<String> FROM_VERIFICATION_ON =
            Set.of("detect", "classify", "initial-handling", "respond", "escalate", "close");

    private static final Set<String> KEPT_WHEN_REOPENED = Stream.of(Facts.ALL, CLASSIFIED, Set.of("channel"))
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final ModelElements elements;
    private final FormCheck check;
    private final FormSchemas forms;
    private final FormAnswers answers;
    private final Incidents incidents;
    private final Actors actors;
    private final Chronicle chronicle;
    private final Reopening reopening;

    OpenIncident(
            ModelElements elements,
            FormCheck check,
            FormSchemas forms,
            FormAnswers answers,
            Incidents incidents,
            Actors actors,
            Chronicle chronicle,
            Reopening reopening) {
        this.elements = elements;
        this.check = check;
        this.forms = forms;
        this.answers = answers;
        this.incidents = incidents;
        this.actors = actors;
        this.chronicle = chronicle;
        this.reopening = reopening;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Optional<ModelElement> start = elements.find(execution);
        if (start.filter(event -> REOPENED.equals(event.message())).isPresent()) {
            reopen(execution);
        } else {
            open(execution);
        }
    }

    private void open(DelegateExecution execution) {
        Map<String, Object> report =
                check.normalisedStart(REPORT, execution.getVariablesTyped(false), Set.of(SOURCE, SOURCE_REFERENCE));
        Map<String, Object> known = new LinkedHashMap<>();
        report.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        checkSource(known);
        Incident incident = record(known);
        String code = incident.code();
        incidents.runsAs(code, execution.getProcessInstanceId());
        execution.setProcessBusinessKey(code);
        report.forEach(execution::setVariable);
        shown(execution, code, incident.facts());
        execution.setVariable(Facts.SCENE_HELD, false);
        // The record decides: a later variable of this name changes nothing there.
        execution.setVariable("drill", incident.drill());
        String what = incident.drill() ? "Ghi nhận tin báo diễn tập: " : "Ghi nhận tin báo: ";
        chronicle.write(code, EntryKind.REPORT, what + incident.title(), answers.worded(forms.latest(REPORT), known));
    }

    private Incident record(Map<String, Object> report) {
        try {
            return incidents.open(new NewIncident(
                    report.get("title").toString(),
                    report.get("description").toString(),
                    report.get("channel").toString(),
                    OffsetDateTime.parse(report.get("detectedAt").toString()).toInstant(),
                    report.get("reporterName").toString(),
                    text(report, "reporterContact"),
                    actors.current().id(),
                    text(report, SOURCE),
                    text(report, SOURCE_REFERENCE),
                    Boolean.TRUE.equals(report.get("drill")),
                    report,
                    offices()));
        } catch (DuplicateReportException e) {
            throw new Refusal("Tin báo này đã được ghi nhận với mã " + e.code() + ".");
        }
    }

    /** Văn phòng receives every report; whoever filed it follows it with his office or unit. */
    private Set<String> offices() {
        Set<String> offices = new HashSet<>(Set.of(Groups.OFFICE));
        actors.current().offices().stream()
                .filter(office -> office.kind() != Kind.ROLE)
                .map(Office::id)
                .forEach(offices::add);
        return offices;
    }

    private static void checkSource(Map<String, Object> report) {
        String source = text(report, SOURCE);
        if ((source == null) != (text(report, SOURCE_REFERENCE) == null)) {
            throw new Refusal("Nguồn tin và số hiệu tại nguồn phải đi cùng nhau. Vui lòng gửi cả hai hoặc bỏ cả hai.");
        }
        if (source != null && source.length() > LONGEST_SOURCE) {
            throw new Refusal("Nguồn tin dài quá " + LONGEST_SOURCE + " ký tự. Vui lòng viết ngắn lại.");
        }
    }

    private void reopen(DelegateExecution execution) {
        String code = reopening
                .code()
                .filter(allowed -> allowed.equals(execution.getProcessBusinessKey()))
                .orElseThrow(
                        () -> new Refusal("Hồ sơ chỉ được mở lại bằng nút “Mở lại hồ sơ” trong sổ theo dõi sự cố."));
        Outcome previous = incidents.find(code).map(Incident::outcome).orElseThrow();
        incidents.reopen(code, previous == Outcome.RESOLVED ? FROM_RESPONSE_ON : FROM_VERIFICATION_ON);
        incidents.runsAs(code, execution.getProcessInstanceId());
        if (previous != Outcome.RESOLVED) {
            // It was never handled to the end: it goes through verification and classification again.
            Map<String, Object> unclassified = new HashMap<>();
            CLASSIFIED.forEach(fact -> unclassified.put(fact, null));
            incidents.learn(code, unclassified);
        }
        Incident incident = incidents.find(code).orElseThrow();
        // What was answered in finished tasks is asked anew.
        Map<String, Object> facts = new HashMap<>(incident.facts());
        facts.keySet().retainAll(KEPT_WHEN_REOPENED);
        facts.put("previousOutcome", previous.id());
        facts.put("drill", incident.drill());
        facts.putIfAbsent(Facts.SCENE_HELD, false);
        facts.forEach(execution::setVariable);
        shown(execution, code, incident.facts());
    }

    private static void shown(DelegateExecution execution, String code, Map<String, Object> facts) {
        execution.setVariable("code", code);
        execution.setVariable(KnownFacts.VARIABLE, KnownFacts.text(code, facts));
        execution.setVariable("severityName", FactLabels.severityName(facts.get("severity")));
    }

    private static @Nullable String text(Map<String, Object> values, String name) {
        return Objects.toString(values.get(name), null);
    }
}
