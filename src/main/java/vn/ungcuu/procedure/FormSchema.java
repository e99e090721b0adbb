package vn.ungcuu.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ungcuu.procedure.FormField.Choice;
import vn.ungcuu.procedure.FormField.Choices;
import vn.ungcuu.procedure.FormField.Limits;
import vn.ungcuu.procedure.FormField.Rules;
import vn.ungcuu.procedure.FormField.Type;

/**
 * A Camunda Form as the server reads it.
 *
 * @param fields the questions in the order of the form
 * @param components all components in the order of the form, also those that only show something
 * @param words all words of the questions: among them the variables that their conditions, limits and lists refer to
 */
public record FormSchema(String id, List<FormField> fields, List<FormJson> components, Set<String> words) {

    private static final int TEXTFIELD_LIMIT = 500;
    private static final int TEXTAREA_LIMIT = 20_000;
    private static final Set<String> SHOW_ONLY =
            Set.of("text", "html", "separator", "spacer", "image", "iframe", "button", "table");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when the text is not a form */
    public static FormSchema read(byte[] json) {
        JsonNode form;
        try {
            form = JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a Camunda Form: it is not JSON", e);
        }
        if (form == null || !form.path("components").isArray()) {
            throw new IllegalArgumentException("Not a Camunda Form: it has no components");
        }
        List<FormJson> components = new ArrayList<>();
        flatten(form, components);
        List<FormField> fields = components.stream()
                .filter(FormSchema::asks)
                .map(FormSchema::field)
                .toList();
        return new FormSchema(form.path("id").asText(), fields, List.copyOf(components), words(fields));
    }

    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static Set<String> words(List<FormField> fields) {
        return fields.stream()
                .flatMap(field -> WORD.matcher(field.json().node().toString()).results())
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void flatten(JsonNode parent, List<FormJson> components) {
        for (JsonNode component : parent.path("components")) {
            components.add(new FormJson(component));
            if (component.path("type").asText().equals("group")) {
                flatten(component, components);
            }
        }
    }

    /** A disabled field is shown but never sent by form-js, so it is no field to us. */
    private static boolean asks(FormJson component) {
        String type = component.text("type");
        return !SHOW_ONLY.contains(type) && !"group".equals(type) && !component.flag("disabled");
    }

    private static FormField field(FormJson component) {
        Type type = type(component.text("type"));
        String label = component.text(type == Type.DATETIME ? "dateLabel" : "label");
        String key = Optional.ofNullable(component.text("key")).orElse(component.text("id"));
        return new FormField(
                key,
                label == null || label.isBlank() ? key : label.strip(),
                type,
                limits(type, component),
                choices(component),
                rules(component),
                component.expression("conditional.hide"),
                component);
    }

    private static Type type(String name) {
        try {
            return Type.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Type.OTHER;
        }
    }

    private static Limits limits(Type type, FormJson component) {
        Integer maxLength = component.wholeNumber("validate.maxLength");
        int limit = type == Type.TEXTAREA ? TEXTAREA_LIMIT : TEXTFIELD_LIMIT;
        return new Limits(
                component.flag("validate.required"),
                component.value("validate.min"),
                component.value("validate.max"),
                component.wholeNumber("validate.minLength"),
                maxLength == null ? limit : maxLength,
                component.text("validate.pattern"),
                component.text("validate.validationType"),
                component.wholeNumber("decimalDigits"));
    }

    private static Choices choices(FormJson component) {
        List<Choice> fixed = new ArrayList<>();
        for (JsonNode option : component.at("values")) {
            fixed.add(new Choice(
                    FormJson.plain(option.path("value")), option.path("label").asText()));
        }
        return new Choices(List.copyOf(fixed), component.text("valuesKey"), component.expression("valuesExpression"));
    }

    private static Rules rules(FormJson component) {
        return new Rules(
                component.text("properties.notBefore"),
                component.text("properties.notBeforeLabel"),
                component.text("properties.notAfter"),
                component.text("properties.notAfterLabel"),
                component.text("properties.rule"),
                "clear".equals(component.text("properties.whenHidden")));
    }
}
