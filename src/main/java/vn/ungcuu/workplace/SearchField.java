package vn.ungcuu.workplace;

import java.util.List;

/**
 * A field that narrows a list down.
 *
 * @param type {@code select}, {@code date} or {@code text}
 * @param value what it holds; empty for any
 */
record SearchField(String name, String label, String type, String value, List<FieldView.Option> options) {

    static SearchField input(String type, String name, String label, String value) {
        return new SearchField(name, label, type, value, List.of());
    }

    public boolean used() {
        return !value.isEmpty();
    }

    /** What was chosen, in words. */
    public String chosen() {
        return options.stream()
                .filter(FieldView.Option::chosen)
                .map(FieldView.Option::label)
                .findFirst()
                .orElse(value);
    }
}
