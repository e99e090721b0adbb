package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.IncidentCode;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.FormField.Rules;

/**
 * Holds what is sent against the form it claims to come from; the browser checks too, but REST and attackers do not.
 *
 * <p>What comes back is what the procedure keeps: texts trimmed, nothing as null, dates as
 * {@code yyyy-MM-dd'T'HH:mm:ssXXX} in the zone of Vietnam, whole numbers as Integer, a chosen value typed as in the form,
 * lists as {@code List}. A question that was not answered keeps what is known; if nothing is, a checkbox is false (or as the
 * form sets it out). A question that was not asked (hidden) is absent, or null where the form takes an earlier answer back.
 *
 * <p>All problems together, in the order of the form, are thrown as one {@link Refusal}; but whether a question is asked may
 * hang on an answer that cannot be read, and then it is looked at once that is mended.
 */
@Component
public class FormCheck {

    /** Clocks of office computers differ; a few seconds "in the future" are no mistake of the user. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final Clock clock;
    private final FormSchemas schemas;
    private final Incidents incidents;
    private final Conditions conditions = new Conditions();

    FormCheck(Clock clock, FormSchemas schemas, Incidents incidents) {
        this.clock = clock;
        this.schemas = schemas;
        this.incidents = incidents;
    }

    /**
     * @param submitted what was sent, by key; values may be those of the engine
     * @param known the variables the form was shown with: earlier answers, lists to choose from, limits of dates
     * @return what to keep, in the order of the form
     */
    public Map<String, Object> validate(FormSchema form, Map<String, ?> submitted, Map<String, ?> known) {
        return check(form, PlainValues.of(submitted), PlainValues.of(known), true);
    }

    /** For corrections: a question that is left out keeps its known answer, also one that has to be answered. */
    public Map<String, Object> validateCorrection(FormSchema form, Map<String, ?> submitted, Map<String, ?> known) {
        return check(form, PlainValues.of(submitted), PlainValues.of(known), false);
    }

    /** As {@link #validate(FormSchema, Map, Map)} against the newest deployed form of this id. */
    public Map<String, Object> validate(String formId, Map<String, ?> submitted, Map<String, ?> known) {
        return validate(schemas.latest(formId), submitted, known);
    }

    /**
     * Checks what a process is started with.
     *
     * @param extraAllowedKeys variables that may come along although the form does not ask for them: short texts
     */
    public Map<String, Object> normalisedStart(String formId, Map<String, ?> submitted, Set<String> extraAllowedKeys) {
        Map<String, Object> answers = PlainValues.of(submitted);
        Map<String, Object> extra = new LinkedHashMap<>();
        for (String key : extraAllowedKeys) {
            if (answers.containsKey(key)) {
                extra.put(key, shortText(key, answers.remove(key)));
            }
        }
        Map<String, Object> values = check(schemas.latest(formId), answers, Map.of(), true);
        values.putAll(extra);
        return values;
    }

    private static String shortText(String key, Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > 500 || !Texts.isStorable(text)) {
            throw new Refusal("Mục “" + key + "” phải là một dòng chữ, tối đa 500 ký tự. Vui lòng gửi lại.");
        }
        return Texts.isBlank(text) ? null : Texts.normalise(text, true);
    }

    /**
     * One filled form.
     *
     * @param context what conditions and limits see
     * @param read the answers that could be read
     * @param problems why the others could not
     * @param all whether a known answer to a question that has to be answered must be sent all the same
     */
    private record Sheet(
            FormSchema form,
            Map<String, Object> submitted,
            Map<String, Object> known,
            Map<String, Object> context,
            Map<String, Object> read,
            Map<String, Refusal> problems,
            boolean all) {}

    private Map<String, Object> check(
            FormSchema form, Map<String, Object> submitted, Map<String, Object> known, boolean all) {
        refuseUnknown(form, submitted);
        Sheet sheet = new Sheet(form, submitted, known, context(form, known), new HashMap<>(), new HashMap<>(), all);
        for (FormField field : form.fields()) {
            if (submitted.containsKey(field.key()) && !field.isReadOnly()) {
                read(field, submitted.get(field.key()), sheet.context(), sheet.read(), sheet.problems());
            }
        }
        sheet.read().forEach((key, value) -> sheet.context().put(key, asInBrowser(form, key, value)));

        Map<String, Object> values = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        for (FormField field : form.fields()) {
            try {
                keep(field, sheet, values);
            } catch (Refusal refusal) {
                reasons.addAll(refusal.reasons());
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        return values;
    }

    private void keep(FormField field, Sheet sheet, Map<String, Object> values) {
        String key = field.key();
        Answers answers = new Answers(field, sheet.context(), conditions);
        if (field.hide() != null && sheet.problems().keySet().stream().anyMatch(names(field.hide())::contains)) {
            return;
        }
        if (field.hide() != null && conditions.isTrue(field.hide(), sheet.context())) {
            if (!PlainValues.isEmpty(sheet.submitted().get(key))) {
                throw answers.refuse("không dùng trong trường hợp này", "Vui lòng để trống mục này");
            }
            if (field.rules().clearWhenHidden() && sheet.known().get(key) != null) {
                values.put(key, null);
            }
        } else if (sheet.problems().containsKey(key)) {
            throw sheet.problems().get(key);
        } else if (sheet.read().containsKey(key)) {
            Object value = sheet.read().get(key);
            if (field.limits().required() && PlainValues.isEmpty(value)) {
                throw answers.missing();
            }
            if (value != null && "incident-code".equals(field.rules().rule())) {
                value = otherIncident(answers, value.toString(), sheet.context().get("code"));
            }
            checkDates(sheet.form(), answers, field, value, sheet.context());
            values.put(key, value);
        } else if (!field.isReadOnly()) {
            leaveOut(answers, field, sheet.known(), sheet.all(), values);
        }
    }

    /** The words of a condition; among them the answers it hangs on. */
    private static List<String> names(String condition) {
        return List.of(condition.split("\\W+"));
    }

    private static void refuseUnknown(FormSchema form, Map<String, Object> submitted) {
        for (String key : submitted.keySet()) {
            if (form.field(key).isEmpty()) {
                throw new Refusal("Biểu mẫu không có mục “" + shown(key)
                        + "”. Vui lòng tải lại trang và chỉ gửi các mục có trong biểu mẫu.");
            }
        }
    }

    private static String shown(String key) {
        String visible = key == null ? "" : key.replaceAll("[^\\p{L}\\p{N} ._-]", "?");
        return visible.length() > 60 ? visible.substring(0, 60) + "…" : visible;
    }

    private void read(
            FormField field,
            Object sent,
            Map<String, Object> context,
            Map<String, Object> read,
            Map<String, Refusal> problems) {
        try {
            Object value = new Answers(field, context, conditions).read(sent);
            read.put(field.key(), value == null && field.type() == FormField.Type.CHECKBOX ? Boolean.FALSE : value);
        } catch (Refusal problem) {
            problems.put(field.key(), problem);
        }
    }

    private static void leaveOut(
            Answers answers, FormField field, Map<String, Object> known, boolean all, Map<String, Object> values) {
        if (field.limits().required() && (all || PlainValues.isEmpty(known.get(field.key())))) {
            throw answers.missing();
        }
        if (known.get(field.key()) == null) {
            Object initial = initial(field);
            if (initial != null) {
                values.put(field.key(), initial);
            }
        }
    }

    private static Object initial(FormField field) {
        return field.defaultValue() != null
                ? field.defaultValue()
                : field.type() == FormField.Type.CHECKBOX ? Boolean.FALSE : null;
    }

    /** What FEEL in the form sees before the user types: what is known, else what the form starts with. */
    private static Map<String, Object> context(FormSchema form, Map<String, Object> known) {
        Map<String, Object> context = new HashMap<>(known);
        context.values().removeIf(TypedValue.class::isInstance);
        for (FormField field : form.fields()) {
            if (context.get(field.key()) == null) {
                context.put(field.key(), asInBrowser(form, field.key(), initial(field)));
            }
        }
        return context;
    }

    /** form-js keeps an empty text as "", not as null; a condition must come out the same on both sides. */
    private static Object asInBrowser(FormSchema form, String key, Object value) {
        boolean text = form.field(key).map(field -> field.type().isText()).orElse(false);
        return value == null && text ? "" : value;
    }

    private void checkDates(
            FormSchema form, Answers answers, FormField field, Object value, Map<String, Object> context) {
        Rules rules = field.rules();
        Optional<ZonedDateTime> moment = Moments.read(value);
        if (moment.isEmpty()) {
            return;
        }
        if ("now".equals(rules.notBefore())) {
            if (moment.get().toInstant().isBefore(clock.instant().minus(CLOCK_SKEW))) {
                throw answers.refuse("không được ở quá khứ", "Vui lòng chọn một thời điểm trong tương lai");
            }
        } else if (rules.notBefore() != null) {
            limit(rules.notBefore(), context)
                    .filter(limit -> minute(moment.get()).isBefore(minute(limit)))
                    .ifPresent(limit -> {
                        throw answers.refuse(
                                "không được trước " + name(form, rules.notBefore(), rules.notBeforeLabel(), limit),
                                "Vui lòng nhập lại thời điểm sau mốc đó");
                    });
        }
        if ("now".equals(rules.notAfter())) {
            if (moment.get().toInstant().isAfter(clock.instant().plus(CLOCK_SKEW))) {
                throw answers.refuse("không được ở tương lai", "Vui lòng nhập lại thời điểm đã qua");
            }
        } else if (rules.notAfter() != null) {
            limit(rules.notAfter(), context)
                    .filter(limit -> minute(moment.get()).isAfter(minute(limit)))
                    .ifPresent(limit -> {
                        throw answers.refuse(
                                "không được sau " + name(form, rules.notAfter(), rules.notAfterLabel(), limit),
                                "Vui lòng nhập lại thời điểm trước mốc đó");
                    });
        }
    }

    /** Forms ask for minutes, machines report seconds: the same minute is neither before nor after. */
    private static ZonedDateTime minute(ZonedDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Optional<ZonedDateTime> limit(String variable, Map<String, Object> context) {
        return Moments.read(context.get(variable));
    }

    private static String name(FormSchema form, String key, String label, ZonedDateTime limit) {
        String name =
                label != null ? label : form.field(key).map(FormField::label).orElse("mốc đã ghi");
        return "“" + name + "” (" + Moments.readAloud(limit) + ")";
    }

    /** @return the code as the register writes it, however it was typed */
    private String otherIncident(Answers answers, String typed, Object own) {
        String code = IncidentCode.typed(typed)
                .filter(incidents::exists)
                .orElseThrow(() -> answers.refuse(
                        "không có trong Sổ theo dõi sự cố", "Vui lòng kiểm tra lại mã, ví dụ SC-2026-0001"));
        if (code.equals(own)) {
            throw answers.refuse("là mã của chính hồ sơ này", "Vui lòng nhập mã của hồ sơ khác");
        }
        return code;
    }
}
