package vn.ungcuu.workplace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.FactLabels;
import vn.ungcuu.procedure.FormField;
import vn.ungcuu.procedure.FormSchema;

/**
 * Facts and answers as people read them: with the labels of the packaged forms. A label that is Vietnamese already, as in
 * entries of the timeline, which keeps the words of the form that asked, stays as it is.
 */
@Component
class FormWords {

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Map<String, String>> choices = new HashMap<>();
    private final People people;

    FormWords(People people) throws IOException {
        this.people = people;
        for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            FormSchema.read(form.getContentAsByteArray()).fields().forEach(this::learn);
        }
    }

    private void learn(FormField field) {
        labels.putIfAbsent(field.key(), field.label());
        Map<String, String> known = choices.computeIfAbsent(field.key(), key -> new HashMap<>());
        field.choices().fixed().forEach(choice -> known.putIfAbsent(String.valueOf(choice.value()), choice.label()));
    }

    String label(String name) {
        return labels.getOrDefault(name, FactLabels.label(name));
    }

    /** Empty for null. */
    String value(String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return yes ? "Có" : "Không";
        }
        if (value instanceof Collection<?> values) {
            String mark = values.size() > 1 ? "• " : "";
            return values.stream().map(one -> mark + value(name, one)).collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .map(part -> label(String.valueOf(part.getKey())) + ": "
                            + value(String.valueOf(part.getKey()), part.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        String text = value.toString();
        if ("affectedUnit".equals(name)) {
            return people.officeName(text);
        }
        String choice = choices.getOrDefault(name, Map.of()).get(text);
        return choice != null ? choice : FactLabels.value(name, text);
    }

    /** One line each, in their order, without those that have no value. */
    List<Line> lines(Map<String, ?> values) {
        List<Line> lines = new ArrayList<>();
        values.forEach((name, value) -> {
            String text = value(name, value);
            if (!text.isBlank()) {
                lines.add(new Line(label(name), text));
            }
        });
        return lines;
    }
}
