package vn.ungcuu.workplace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.FormField;
import vn.ungcuu.procedure.FormJson;
import vn.ungcuu.procedure.FormSchema;

/**
 * Shows Camunda Forms on our own pages and reads what comes back: the same files Tasklist shows, so that a change an analyst
 * makes shows here too. Whether the answers are right is not decided here but by the procedure.
 */
@Component
class FormPages {

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    /** Before the name of a field: what it held when the form was opened. */
    private static final String AS_OPENED = "luc-mo.";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final Organization organization;

    FormPages(Organization organization) {
        this.organization = organization;
    }

    /** What the inputs hold when the form is opened: what is known, or the form's own defaults. */
    MultiValueMap<String, String> inputs(FormSchema form, Map<String, ?> known) {
        MultiValueMap<String, String> inputs = new LinkedMultiValueMap<>();
        for (FormField field : form.fields()) {
            Object value = known.containsKey(field.key())
                    ? known.get(field.key())
                    : field.json().value("defaultValue");
            if (value instanceof Collection<?> values) {
                values.forEach(one -> inputs.add(field.key(), String.valueOf(one)));
            } else if (value != null) {
                inputs.add(field.key(), input(field, value));
            }
        }
        return inputs;
    }

    private static String input(FormField field, Object value) {
        if (field.type() != FormField.Type.DATETIME) {
            return String.valueOf(value);
        }
        try {
            return Dates.text(OffsetDateTime.parse(value.toString())
                    .atZoneSameInstant(UngCuuApplication.ZONE)
                    .toLocalDateTime());
        } catch (DateTimeException e) {
            return Dates.shown(value.toString());
        }
    }

    /**
     * The answers as the procedure wants them: numbers, booleans, lists and date-times with the offset of Vietnam. What cannot
     * be read stays the text it is, so that the procedure can say what is wrong with it; an emptied field is null.
     */
    Map<String, Object> answers(FormSchema form, MultiValueMap<String, String> inputs) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            answers.put(field.key(), answer(field, inputs.getOrDefault(field.key(), List.of())));
        }
        return answers;
    }

    /** What the inputs of these fields hold as the form is opened, by names of its own: the form carries it and sends it back. */
    Map<String, List<String>> asOpened(Set<String> keys, MultiValueMap<String, String> inputs) {
        Map<String, List<String>> opened = new LinkedHashMap<>();
        inputs.forEach((key, values) -> {
            if (keys.contains(key)) {
                opened.put(AS_OPENED + key, List.copyOf(values));
            }
        });
        return opened;
    }

    /** Whether a field comes back as it was when the form was opened: nobody has answered anything by that. */
    boolean untouched(String key, MultiValueMap<String, String> inputs) {
        return given(inputs.get(key)).equals(given(inputs.get(AS_OPENED + key)));
    }

    /** A browser sends a line break as two characters; a field that is hidden or empty says nothing. */
    private static List<String> given(@Nullable List<String> inputs) {
        return Objects.requireNonNullElse(inputs, List.<String>of()).stream()
                .filter(input -> !input.isBlank())
                .map(input -> input.replace("\r\n", "\n"))
                .toList();
    }

    private @Nullable Object answer(FormField field, List<String> inputs) {
        List<String> given = inputs.stream().filter(input -> !input.isBlank()).toList();
        String first = given.isEmpty() ? null : given.get(0);
        return switch (field.type()) {
            case CHECKBOX -> first != null;
            case CHECKLIST, TAGLIST -> given.isEmpty() ? null : given;
            case SELECT, RADIO -> first == null ? null : choice(field, first);
            case NUMBER -> first == null ? null : number(first.strip());
            case DATETIME -> first == null ? null : day(field) ? day(first) : moment(first);
            default -> first;
        };
    }

    /** The form's own value, which may be a number; the text itself when the form does not offer it. */
    private static Object choice(FormField field, String input) {
        return field.choices().fixed().stream()
                .map(FormField.Choice::value)
                .filter(value -> String.valueOf(value).equals(input))
                .findFirst()
                .orElse(input);
    }

    private static Object number(String input) {
        try {
            return Integer.valueOf(input);
        } catch (NumberFormatException notWhole) {
            try {
                return Double.valueOf(input.replace(',', '.'));
            } catch (NumberFormatException notANumber) {
                return input;
            }
        }
    }

    private static boolean day(FormField field) {
        return "date".equals(field.json().text("subtype"));
    }

    private static String day(String input) {
        return Dates.day(input).map(LocalDate::toString).orElse(input);
    }

    private static String moment(String input) {
        return Dates.moment(input)
                .map(moment -> STORED.format(moment.atZone(UngCuuApplication.ZONE)))
                .orElse(input);
    }

    /**
     * The form's components, holding these inputs.
     *
     * @param known what text components may quote and select fields offer
     * @param reasons why the answers were refused, each shown again at the field it names; none for a form just opened
     */
    List<FieldView> fields(
            FormSchema form, MultiValueMap<String, String> inputs, Map<String, ?> known, List<String> reasons) {
        Map<FormJson, FormField> questions = new LinkedHashMap<>();
        form.fields().forEach(field -> questions.put(field.json(), field));
        return form.components().stream()
                .map(component -> questions.containsKey(component)
                        ? question(questions.get(component), inputs, known, reasons)
                        : shown(component, known))
                .filter(Objects::nonNull)
                .toList();
    }

    private FieldView question(
            FormField field, MultiValueMap<String, String> inputs, Map<String, ?> known, List<String> reasons) {
        List<String> values = inputs.getOrDefault(field.key(), List.of());
        FormField.Type type = field.type();
        boolean text = type == FormField.Type.TEXTFIELD || type == FormField.Type.TEXTAREA;
        return new FieldView(
                htmlType(type),
                "f-" + field.key(),
                field.key(),
                field.label(),
                field.json().text("description"),
                field.limits().required(),
                text ? field.limits().maxLength() : null,
                inputType(field),
                type == FormField.Type.NUMBER ? "any" : null,
                type == FormField.Type.NUMBER ? "decimal" : null,
                field.hide(),
                values.isEmpty() ? "" : values.get(0),
                values.stream().anyMatch("true"::equals),
                options(field, known, values),
                reasons.stream()
                        .filter(reason -> reason.startsWith("Mục “" + field.label() + "”"))
                        .findFirst()
                        .orElse(null),
                List.of());
    }

    private static String htmlType(FormField.Type type) {
        return switch (type) {
            case TEXTAREA -> "textarea";
            case CHECKBOX -> "checkbox";
            case RADIO -> "radio";
            case SELECT -> "select";
            case CHECKLIST, TAGLIST -> "checklist";
            default -> "input";
        };
    }

    private static String inputType(FormField field) {
        return switch (field.type()) {
            case NUMBER -> "number";
            case DATETIME -> day(field) ? "date" : "datetime-local";
            default -> "email".equals(field.limits().validationType()) ? "email" : "text";
        };
    }

    private List<FieldView.Option> options(FormField field, Map<String, ?> known, List<String> chosen) {
        Stream<FormField.Choice> choices = choices(field, known);
        return choices.map(choice -> new FieldView.Option(
                        String.valueOf(choice.value()),
                        choice.label(),
                        chosen.contains(String.valueOf(choice.value()))))
                .toList();
    }

    private Stream<FormField.Choice> choices(FormField field, Map<String, ?> known) {
        String list = field.choices().valuesKey();
        if ("units".equals(list)) {
            return organization.offices().stream()
                    .filter(office -> office.kind() == Office.Kind.UNIT)
                    .map(unit -> new FormField.Choice(unit.id(), unit.name()));
        }
        if (list != null && known.get(list) instanceof Collection<?> offered) {
            return offered.stream()
                    .map(Map.class::cast)
                    .map(option -> new FormField.Choice(option.get("value"), String.valueOf(option.get("label"))));
        }
        return field.choices().fixed().stream();
    }

    /** Text and lines between the questions; null for what our pages do not show. */
    private static @Nullable FieldView shown(FormJson component, Map<String, ?> known) {
        String type = component.text("type");
        if (!"text".equals(type) && !"separator".equals(type)) {
            return null;
        }
        List<FieldView.TextLine> lines = new ArrayList<>();
        quote(Objects.requireNonNullElse(component.text("text"), ""), known)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(textLine(line)));
        String hide = component.text("conditional.hide");
        return new FieldView(
                type,
                "t-" + component.text("id"),
                "",
                "",
                null,
                false,
                null,
                null,
                null,
                null,
                hide != null && hide.startsWith("=") ? hide.substring(1) : null,
                "",
                false,
                List.of(),
                null,
                lines);
    }

    /** The little Markdown our forms use: headings and emphasis of a whole line. */
    private static FieldView.TextLine textLine(String line) {
        boolean heading = line.startsWith("#");
        boolean strong = line.startsWith("**") && line.endsWith("**");
        return new FieldView.TextLine(line.replaceFirst("^#+\\s*", "").replace("**", ""), heading, strong);
    }

    private static String quote(String text, Map<String, ?> known) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.toString(known.get(found.group(1)), "")));
    }
}
