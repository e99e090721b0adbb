package vn.ungcuu.procedure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;

/** What somebody answered, as the form words it: for the timeline, which is read long after the form has changed. */
@Component
class FormAnswers {

    private static final Set<String> OFFICES = Set.of("office", "affectedUnit");

    private final Organization organization;

    FormAnswers(Organization organization) {
        this.organization = organization;
    }

    /** Answers by label, in the order of the form; what was left empty is left out. */
    Map<String, Object> worded(@Nullable FormSchema form, Map<String, ?> values) {
        return worded(form, values, key -> false);
    }

    /** @param telling which empty answers are told too: a "no" where it was "yes" before says something */
    Map<String, Object> worded(@Nullable FormSchema form, Map<String, ?> values, Predicate<String> telling) {
        Map<String, Object> worded = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!PlainValues.isEmpty(value) || telling.test(key)) {
                worded.put(label(form, key), worded(form, key, value));
            }
        });
        return worded;
    }

    static String label(@Nullable FormSchema form, String key) {
        return form == null
                ? FactLabels.label(key)
                : form.field(key).map(FormField::label).orElse(FactLabels.label(key));
    }

    Object worded(@Nullable FormSchema form, String key, @Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(item -> worded(form, key, item)).toList();
        }
        List<FormField.Choice> choices = form == null
                ? List.of()
                : form.field(key).map(field -> field.choices().fixed()).orElse(List.of());
        return choices.stream()
                .filter(choice -> choice.value() != null && choice.value().equals(value))
                .map(choice -> (Object) choice.label())
                .findFirst()
                .orElseGet(() -> worded(key, value));
    }

    /** In the words that hold whatever form asked; an office by its name. */
    String worded(String key, @Nullable Object value) {
        if (key.equals(Receiver.FIELD) && value != null) {
            return Receiver.parse(value.toString()).label(organization);
        }
        if (key.equals(HandOvers.COLLEAGUE) && value != null) {
            return organization.nameOf(value.toString());
        }
        return OFFICES.contains(key) && value != null
                ? organization.office(value.toString()).map(Office::name).orElse(value.toString())
                : FactLabels.value(key, value);
    }
}
