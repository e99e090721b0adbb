package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A component of a form, ready to show as accessible HTML.
 *
 * @param id of the HTML element
 * @param hide FEEL condition under which the field is not asked, or null
 * @param value what the input holds, in the input's own format
 * @param on whether a checkbox is ticked
 * @param error what is wrong with what was typed, or null
 * @param lines the lines of a component that only shows text
 */
record FieldView(
        String type,
        String id,
        String key,
        String label,
        @Nullable String description,
        boolean required,
        @Nullable Integer maxLength,
        @Nullable String inputType,
        @Nullable String step,
        @Nullable String inputMode,
        @Nullable String hide,
        String value,
        boolean on,
        List<Option> options,
        @Nullable String error,
        List<TextLine> lines) {

    /** One answer to choose. */
    record Option(String value, String label, boolean chosen) {}

    record TextLine(String text, boolean heading, boolean strong) {}

    /** The kind of calendar that helps to fill the field in; null for what is no date. */
    public @Nullable String calendar() {
        return "date".equals(inputType) || "datetime-local".equals(inputType) ? inputType : null;
    }

    /** What explains the field, with how a date is written; null when there is nothing to explain. */
    public @Nullable String help() {
        if (calendar() == null) {
            return description;
        }
        String example = "date".equals(inputType) ? "Ghi như 03/05/2026." : "Ghi như 03/05/2026 08:15.";
        return description == null ? example : description + " " + example;
    }

    /** How a date is written; null for what is no date. */
    public @Nullable String placeholder() {
        return calendar() == null ? null : "date".equals(inputType) ? "ngày/tháng/năm" : "ngày/tháng/năm giờ:phút";
    }

    /** Ids of the elements that explain the field, for screen readers; null when there is nothing to explain. */
    public @Nullable String describedBy() {
        String help = help() == null ? "" : id + "-help ";
        String wrong = error == null ? "" : id + "-error";
        String both = (help + wrong).strip();
        return both.isEmpty() ? null : both;
    }
}
