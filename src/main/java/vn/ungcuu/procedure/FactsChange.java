package vn.ungcuu.procedure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.lang.Nullable;
import vn.ungcuu.incident.Incident;

/**
 * What one step changes in what is known of an incident.
 *
 * @param before all facts before the step
 * @param after all facts after it
 */
record FactsChange(
        String code, @Nullable String processInstanceId, Map<String, Object> before, Map<String, Object> after) {

    static FactsChange of(Incident incident, Map<String, ?> learned) {
        Map<String, Object> after = new HashMap<>(incident.facts());
        learned.forEach((fact, value) -> {
            if (value == null) {
                after.remove(fact);
            } else {
                after.put(fact, value);
            }
        });
        return new FactsChange(incident.code(), incident.processInstanceId(), incident.facts(), after);
    }

    boolean changes(String fact) {
        return !Objects.equals(Facts.meaning(fact, before.get(fact)), Facts.meaning(fact, after.get(fact)));
    }

    boolean becomesTrue(String fact) {
        return !Boolean.TRUE.equals(before.get(fact)) && Boolean.TRUE.equals(after.get(fact));
    }

    /** The facts the procedure keeps as variables that are different now, with their new values; null for one taken back. */
    Map<String, Object> facts() {
        Map<String, Object> changed = new LinkedHashMap<>();
        Facts.ALL.stream().filter(this::changes).forEach(fact -> changed.put(fact, after.get(fact)));
        return changed;
    }

    /** The variables that forms and task cards show, as far as they are different now. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        String knownFacts = KnownFacts.text(code, after);
        if (!knownFacts.equals(KnownFacts.text(code, before))) {
            shown.put(KnownFacts.VARIABLE, knownFacts);
        }
        if (changes("severity")) {
            shown.put("severityName", FactLabels.severityName(after.get("severity")));
        }
        return shown;
    }
}
