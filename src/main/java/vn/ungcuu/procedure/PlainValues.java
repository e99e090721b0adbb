package vn.ungcuu.procedure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * Variables as plain Java: JSON becomes lists and maps. What is neither a simple value nor JSON (a file, a serialised object)
 * stays a {@link TypedValue} that no check accepts; it is never deserialised.
 */
final class PlainValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainValues() {}

    static Map<String, Object> of(Map<String, ?> variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : variables.keySet()) {
            // A map of the engine would deserialise on get().
            Object value = variables instanceof VariableMap typed ? typed.getValueTyped(name) : variables.get(name);
            plain.put(name, plain(value));
        }
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof JsonValue json) {
            return json.isDeserialized() ? plain(json.getValue()) : parse(json.getValueSerialized(), json);
        }
        if (value instanceof SpinJsonNode json) {
            return parse(json.toString(), json);
        }
        if (value instanceof TypedValue typed && (typed instanceof PrimitiveValue<?> || typed.getType() == null)) {
            return typed.getValue();
        }
        if (value instanceof TypedValue typed && typed.getType().getName().equals("null")) {
            return null;
        }
        return value;
    }

    private static Object parse(String text, Object otherwise) {
        try {
            return text == null ? null : JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return otherwise;
        }
    }

    static boolean isEmpty(Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || value instanceof String text && Texts.isBlank(text)
                || value instanceof Collection<?> list && list.isEmpty();
    }
}
