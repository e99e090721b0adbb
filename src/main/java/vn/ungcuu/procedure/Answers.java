package vn.ungcuu.procedure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.ungcuu.procedure.FormField.Choice;
import vn.ungcuu.procedure.FormField.Limits;

/**
 * Reads one answer: from what was sent to the value the procedure keeps. Null is no answer. Whatever cannot be kept is refused
 * with a sentence that names the field and the remedy; what was sent is never repeated in it.
 */
final class Answers {

    private static final int LONGEST_NUMBER = 30;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{5,19}");

    private final FormField field;
    private final Map<String, Object> context;
    private final Conditions conditions;

    Answers(FormField field, Map<String, Object> context, Conditions conditions) {
        this.field = field;
        this.context = context;
        this.conditions = conditions;
    }

    /** @throws Refusal when the answer cannot be kept */
    Object read(Object sent) {
        if (sent == null || sent instanceof String text && Texts.isBlank(text)) {
            return field.type().isManyOfMany() ? List.of() : null;
        }
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(sent);
            case NUMBER -> number(sent);
            case CHECKBOX -> flag(sent);
            case RADIO, SELECT -> choice(sent, choices());
            case CHECKLIST, TAGLIST -> choicesOf(sent);
            case DATETIME -> moment(sent);
            case OTHER ->
                throw refuse("thuộc loại chưa được hỗ trợ", "Vui lòng báo chuyên viên quy trình sửa biểu mẫu");
        };
    }

    Refusal missing() {
        return switch (field.type()) {
            case CHECKBOX -> refuse("phải được đánh dấu", "Vui lòng làm việc này rồi đánh dấu trước khi gửi");
            case RADIO, SELECT, CHECKLIST, TAGLIST -> refuse("chưa được chọn", "Vui lòng chọn trước khi gửi");
            case DATETIME -> refuse("chưa có ngày, giờ", "Vui lòng nhập đủ cả ngày và giờ");
            default -> refuse("chưa có nội dung", "Vui lòng nhập trước khi gửi");
        };
    }

    Refusal refuse(String problem, String remedy) {
        return new Refusal("Mục “" + field.label() + "” " + problem + ". " + remedy + ".");
    }

    private String text(Object sent) {
        if (!(sent instanceof String text)) {
            throw refuse("phải là chữ", "Vui lòng nhập lại bằng chữ");
        }
        if (!Texts.isStorable(text)) {
            throw refuse("có ký tự không lưu được", "Vui lòng nhập lại, không dán từ nguồn khác");
        }
        Limits limits = field.limits();
        // Longer than any limit after trimming could help: do not spend time on it.
        String clean = text.length() > 4L * limits.maxLength() + 1000
                ? text
                : Texts.normalise(text, field.type() == FormField.Type.TEXTFIELD);
        if (clean.length() > limits.maxLength()) {
            throw refuse(
                    "dài " + grouped(clean.length()) + " ký tự, nhiều hơn mức " + grouped(limits.maxLength())
                            + " cho phép",
                    "Vui lòng rút gọn");
        }
        if (limits.minLength() != null && clean.length() < limits.minLength()) {
            throw refuse("phải có ít nhất " + grouped(limits.minLength()) + " ký tự", "Vui lòng ghi rõ hơn");
        }
        if (limits.pattern() != null && !matches(limits.pattern(), clean)
                || "email".equals(limits.validationType())
                        && !EMAIL.matcher(clean).matches()
                || "phone".equals(limits.validationType())
                        && !PHONE.matcher(clean).matches()) {
            throw refuse("chưa đúng dạng yêu cầu", "Vui lòng xem hướng dẫn dưới mục này và nhập lại");
        }
        return clean;
    }

    private boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw refuse("có mẫu kiểm tra bị lỗi", "Vui lòng báo chuyên viên quy trình sửa biểu mẫu");
        }
    }

    private static String grouped(int number) {
        return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '.');
    }

    private Object flag(Object sent) {
        if (sent instanceof Boolean) {
            return sent;
        }
        if ("true".equals(sent) || "false".equals(sent)) {
            return Boolean.valueOf((String) sent);
        }
        throw refuse("chỉ được đánh dấu hoặc để trống", "Vui lòng chọn lại");
    }

    private Object number(Object sent) {
        BigDecimal number = decimal(sent);
        if (number == null) {
            throw refuse("phải là số", "Vui lòng nhập lại bằng chữ số");
        }
        Limits limits = field.limits();
        if (limits.decimalDigits() != null && number.stripTrailingZeros().scale() > limits.decimalDigits()) {
            throw limits.decimalDigits() == 0
                    ? refuse("phải là số nguyên", "Vui lòng nhập lại")
                    : refuse("chỉ được có " + limits.decimalDigits() + " chữ số sau dấu phẩy", "Vui lòng nhập lại");
        }
        BigDecimal min = bound(limits.min());
        if (min != null && number.compareTo(min) < 0) {
            throw refuse("không được nhỏ hơn " + min.toPlainString(), "Vui lòng nhập lại");
        }
        BigDecimal max = bound(limits.max());
        if (max != null && number.compareTo(max) > 0) {
            throw refuse("không được lớn hơn " + max.toPlainString(), "Vui lòng nhập lại");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return number.doubleValue();
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw refuse("là số quá lớn", "Vui lòng nhập lại");
        }
    }

    private BigDecimal bound(Object limit) {
        return limit instanceof String text && text.startsWith("=")
                ? decimal(conditions.value(text.substring(1), context))
                : decimal(limit);
    }

    /** Null for what is no number, and for numbers so long that calculating with them is an attack. */
    private static BigDecimal decimal(Object value) {
        String text;
        if (value instanceof BigInteger whole && whole.bitLength() > 128
                || value instanceof BigDecimal exact
                        && (exact.precision() > LONGEST_NUMBER || Math.abs(exact.scale()) > LONGEST_NUMBER)) {
            return null;
        } else if (value instanceof Number || value instanceof String) {
            text = value.toString().strip();
        } else {
            return null;
        }
        try {
            BigDecimal number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
            return number == null || Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Object choice(Object sent, List<Choice> choices) {
        String wanted = canonical(sent);
        return choices.stream()
                .map(Choice::value)
                .filter(value -> wanted != null && wanted.equals(canonical(value)))
                .findFirst()
                .orElseThrow(() -> refuse("có giá trị không nằm trong danh sách", "Vui lòng chọn lại từ danh sách"));
    }

    private List<Object> choicesOf(Object sent) {
        Collection<?> many = sent instanceof Object[] array
                ? Arrays.asList(array)
                : sent instanceof Collection<?> collection ? collection : null;
        List<Choice> choices = choices();
        if (many == null || many.size() > choices.size() * 2 + 10) {
            throw refuse("có giá trị không nằm trong danh sách", "Vui lòng chọn lại từ danh sách");
        }
        Set<Object> chosen = new LinkedHashSet<>();
        many.forEach(one -> chosen.add(choice(one, choices)));
        // In the order of the form, whatever order they were ticked in.
        return choices.stream()
                .map(Choice::value)
                .filter(chosen::contains)
                .distinct()
                .toList();
    }

    /** What the user may choose from right now. */
    private List<Choice> choices() {
        FormField.Choices choices = field.choices();
        if (choices.valuesExpression() != null) {
            return choices(conditions.value(choices.valuesExpression(), context));
        }
        return choices.valuesKey() != null ? choices(context.get(choices.valuesKey())) : choices.fixed();
    }

    private static List<Choice> choices(Object list) {
        List<Choice> choices = new ArrayList<>();
        if (list instanceof Collection<?> options) {
            for (Object option : options) {
                if (option instanceof Map<?, ?> labelled) {
                    choices.add(new Choice(labelled.get("value"), String.valueOf(labelled.get("label"))));
                } else if (option != null) {
                    choices.add(new Choice(option, option.toString()));
                }
            }
        }
        return choices;
    }

    /** So that 2, 2.0 and "2" are the same answer; null for what is no simple value. */
    private static String canonical(Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value.toString();
        }
        BigDecimal number = decimal(value);
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private Object moment(Object sent) {
        String subtype = field.json().text("subtype");
        boolean zoneless = "no_timezone".equals(field.json().text("timeSerializingFormat"));
        if ("time".equals(subtype)) {
            if (sent instanceof String text
                    && text.strip().matches("([01]\\d|2[0-3]):[0-5]\\d(Z|[+-]\\d\\d:\\d\\d)?")) {
                return text.strip();
            }
            throw refuse("chưa đúng giờ, phút", "Vui lòng nhập lại, ví dụ 08:15");
        }
        if ("datetime".equals(subtype)) {
            return Moments.read(sent, zoneless)
                    .map(Moments::write)
                    .orElseThrow(() ->
                            refuse("chưa đúng ngày, giờ", "Vui lòng nhập lại ngày và giờ, ví dụ 03/05/2026 08:15"));
        }
        return Moments.readDay(sent)
                .map(Object::toString)
                .orElseThrow(() -> refuse("chưa đúng ngày", "Vui lòng nhập lại, ví dụ 03/05/2026"));
    }
}
