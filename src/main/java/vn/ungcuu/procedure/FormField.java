package vn.ungcuu.procedure;

import java.util.List;

/**
 * One question of a form, as drawn in Camunda Modeler.
 *
 * @param key name of the process variable the answer becomes
 * @param label what the user reads; names the field in every message
 * @param hide FEEL condition under which the question is not asked, without the leading "=", or null
 * @param json the component as it stands in the form, for pages that show the form themselves
 */
public record FormField(
        String key, String label, Type type, Limits limits, Choices choices, Rules rules, String hide, FormJson json) {

    /** What form-js 1.8.7 calls the component; OTHER takes input we have no check for. */
    public enum Type {
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        CHECKBOX,
        RADIO,
        SELECT,
        CHECKLIST,
        TAGLIST,
        DATETIME,
        OTHER;

        boolean isText() {
            return this == TEXTFIELD || this == TEXTAREA;
        }

        boolean isManyOfMany() {
            return this == CHECKLIST || this == TAGLIST;
        }
    }

    /** One answer of a closed question; {@code value} is a text, a whole number or a boolean. */
    public record Choice(Object value, String label) {}

    /**
     * Where the answers of a closed question come from: exactly one of the three is set.
     *
     * @param valuesKey variable that holds the list
     * @param valuesExpression FEEL expression that gives the list, without the leading "="
     */
    public record Choices(List<Choice> fixed, String valuesKey, String valuesExpression) {}

    /**
     * @param min number or FEEL expression, or null
     * @param max number or FEEL expression, or null
     * @param maxLength in UTF-16 units, as the browser counts
     * @param decimalDigits digits allowed after the point, or null for any
     */
    public record Limits(
            boolean required,
            Object min,
            Object max,
            Integer minLength,
            int maxLength,
            String pattern,
            String validationType,
            Integer decimalDigits) {}

    /**
     * Our own rules, kept in the component's custom properties.
     *
     * @param notBefore variable whose date is the earliest allowed
     * @param notAfter variable whose date is the latest allowed, or "now"
     * @param rule "incident-code": the code of another incident that exists
     * @param clearWhenHidden an answer given earlier is taken back when the question is no longer asked
     */
    public record Rules(
            String notBefore,
            String notBeforeLabel,
            String notAfter,
            String notAfterLabel,
            String rule,
            boolean clearWhenHidden) {}

    /** What the form shows when nothing is known yet, or null. */
    Object defaultValue() {
        return json.value("defaultValue");
    }

    /** Shown but not to be changed: whatever is sent for it is ignored. */
    boolean isReadOnly() {
        return Boolean.TRUE.equals(json.value("readonly"));
    }
}
