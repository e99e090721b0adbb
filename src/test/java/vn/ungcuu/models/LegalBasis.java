package vn.ungcuu.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Where the models say by which clause of law or plan something is done. */
final class LegalBasis {

    /** E.g. {@code QĐ05 Đ14.5.đ}, {@code Luật 116 Đ23.2}, {@code KH III.1}. */
    static final Pattern CLAUSE =
            Pattern.compile("(QĐ05|TT20|NĐ331|NĐ333|NĐ356|Luật 91|Luật 116) Đ\\d+(\\.[0-9a-zđ]+)*|KH [IVX]+(\\.\\d+)*");

    /** @param element as people know it, in Vietnamese */
    record Citation(String clause, String model, String element) {}

    private LegalBasis() {}

    static List<Citation> citations() {
        return Stream.concat(
                        Models.diagrams().stream().flatMap(LegalBasis::ofDiagram),
                        Models.decisions().stream().flatMap(LegalBasis::ofDecisions))
                .toList();
    }

    /** All clauses as they are written, also badly. */
    static List<String> clauses(String legalBasis) {
        return Stream.of(legalBasis.split(";")).map(String::strip).toList();
    }

    private static Stream<Citation> ofDiagram(Path file) {
        BpmnModelInstance model = Models.diagram(file);
        String text = Models.text(file);
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(BaseElement.class).stream()
                .sorted(Comparator.comparingInt(element -> text.indexOf(" id=\"" + element.getId() + "\"")))
                .flatMap(element -> Models.property(element, "legalBasis").stream()
                        .flatMap(basis -> clauses(basis).stream())
                        .map(clause -> new Citation(clause, process, name(element))));
    }

    /** A table tells the basis of each rule in the rule's description; a table is named once, with the number of rules. */
    private static Stream<Citation> ofDecisions(Path file) {
        List<Citation> citations = new ArrayList<>();
        for (Decision decision : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)) {
            Map<String, Integer> rules = new TreeMap<>();
            decision.getModelInstance().getModelElementsByType(Rule.class).stream()
                    .filter(rule -> decision.equals(rule.getParentElement().getParentElement()))
                    .filter(rule -> rule.getDescription() != null)
                    .flatMap(rule -> clauses(rule.getDescription().getTextContent()).stream())
                    .filter(CLAUSE.asMatchPredicate())
                    .forEach(clause -> rules.merge(clause, 1, Integer::sum));
            rules.forEach((clause, count) -> citations.add(
                    new Citation(clause, decision.getId(), "%s, %d dòng".formatted(decision.getName(), count))));
        }
        return citations.stream();
    }

    private static String name(BaseElement element) {
        String name = element instanceof FlowElement node ? node.getName() : ((Process) element).getName();
        return name == null ? "`" + element.getId() + "`" : "%s (`%s`)".formatted(name, element.getId());
    }

    /** The elements by model, in the order of the files. */
    static Map<String, List<String>> byModel(List<Citation> citations) {
        Map<String, List<String>> elements = new LinkedHashMap<>();
        citations.forEach(citation -> elements.computeIfAbsent(citation.model(), model -> new ArrayList<>())
                .add(citation.element()));
        return elements;
    }
}
