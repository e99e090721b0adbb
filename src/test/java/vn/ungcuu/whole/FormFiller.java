package vn.ungcuu.whole;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.spin.json.SpinJsonNode;
import vn.ungcuu.procedure.FormField;
import vn.ungcuu.procedure.FormSchema;

/**
 * Fills in any form the way a diligent officer in Tasklist does: he starts from what the form shows, answers from the facts
 * he knows, writes something into every text, says when it happened, and sends every question he saw. A form an analyst adds
 * is filled in too.
 */
final class FormFiller {

    /** What an officer says when the facts do not decide it: things go well. */
    private static final Map<String, Object> GOOD_COURSE =
            Map.of("systemStable", "yes", "closureApproved", "yes", "needsDirection", "no", "upgradeAccepted", "yes");

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final Map<String, Object> facts;

    /** @param facts by variable name; they answer the question of the same key in whichever form it is asked */
    FormFiller(Map<String, ?> facts) {
        this.facts = new HashMap<>(facts);
    }

    /**
     * @param shown variables the form is shown with
     * @param otherwise answers that this time differ from what the officer would say; null leaves the question open
     */
    Map<String, Object> fill(FormSchema form, Map<String, ?> shown, Map<String, ?> otherwise) {
        Map<String, Object> context = new HashMap<>();
        shown.forEach((name, value) -> context.put(name, plain(value)));
        Map<String, Object> answers = new LinkedHashMap<>();
        form.fields()
                .forEach(field -> context.putIfAbsent(field.key(), field.json().value("defaultValue")));
        for (FormField field : form.fields()) {
            if (Boolean.TRUE.equals(field.json().value("readonly")) || isHidden(field, context)) {
                continue;
            }
            Object answer = otherwise.containsKey(field.key())
                    ? otherwise.get(field.key())
                    : answer(field, context, shown.get(field.key()));
            context.put(field.key(), answer);
            answers.put(field.key(), answer);
        }
        if (!answers.keySet().containsAll(otherwise.keySet())) {
            throw new AssertionError(form.id() + " asks " + answers.keySet() + ", not all of " + otherwise.keySet());
        }
        return answers;
    }

    private boolean isHidden(FormField field, Map<String, Object> context) {
        return field.hide() != null
                && Boolean.TRUE.equals(
                        feel.evaluateExpression(field.hide(), context).result());
    }

    private Object answer(FormField field, Map<String, Object> context, Object shown) {
        Object fact = facts.get(field.key());
        if (fact != null) {
            return fact;
        }
        boolean required = field.limits().required();
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> shown != null ? shown : text(field);
            case NUMBER -> shown != null ? shown : required ? Integer.valueOf(1) : null;
            case CHECKBOX -> required || Boolean.TRUE.equals(context.get(field.key()));
            case RADIO, SELECT -> choice(field, context, shown, required);
            case CHECKLIST, TAGLIST -> choices(field, context);
            case DATETIME -> shown != null ? shown : required || endsOutage(field, context) ? moment() : null;
            case OTHER -> throw new AssertionError("Nobody knows how to answer " + field);
        };
    }

    private static String text(FormField field) {
        String text = field.label() + ": đã làm xong, ghi tại hiện trường.";
        return text.length() <= field.limits().maxLength() ? text : "Đã xong";
    }

    private static Object choice(FormField field, Map<String, Object> context, Object shown, boolean required) {
        if (field.key().equals("severity") && context.get("proposedSeverity") != null) {
            return context.get("proposedSeverity");
        }
        if (GOOD_COURSE.containsKey(field.key())) {
            return GOOD_COURSE.get(field.key());
        }
        return shown != null || !required ? shown : choices(field, context).get(0);
    }

    private static List<Object> choices(FormField field, Map<String, Object> context) {
        FormField.Choices choices = field.choices();
        if (choices.valuesKey() == null) {
            return choices.fixed().stream().map(FormField.Choice::value).toList();
        }
        return context.get(choices.valuesKey()) instanceof List<?> options
                ? options.stream()
                        .map(option -> (Object) ((Map<?, ?>) option).get("value"))
                        .toList()
                : List.of();
    }

    /** Whoever restores a service that is still down says when he did. */
    private static boolean endsOutage(FormField field, Map<String, Object> context) {
        return field.key().equals("serviceRestoredAt")
                && context.get("serviceDownSince") != null
                && context.containsKey("recoveredAt");
    }

    /** Now, as form-js writes it. */
    static String moment() {
        return moment(WallClock.now());
    }

    static String moment(OffsetDateTime when) {
        return when.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static Object plain(Object value) {
        return value instanceof SpinJsonNode json && json.isArray()
                ? json.elements().stream().map(FormFiller::option).toList()
                : value;
    }

    private static Map<String, Object> option(SpinJsonNode option) {
        Map<String, Object> plain = new HashMap<>();
        Stream.of("value", "label")
                .filter(option::hasProp)
                .forEach(name -> plain.put(name, option.prop(name).stringValue()));
        return plain;
    }
}
