package vn.ungcuu.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/** A component of a form as it stands in the file; read-only. */
public record FormJson(JsonNode node) {

    /** Text at a path such as "validate.pattern", or null. */
    public String text(String path) {
        JsonNode found = at(path);
        return found.isValueNode() && !found.isNull() ? found.asText() : null;
    }

    /** Text, number or boolean at a path, or null. */
    public Object value(String path) {
        return plain(at(path));
    }

    boolean flag(String path) {
        return at(path).asBoolean(false);
    }

    Integer wholeNumber(String path) {
        JsonNode found = at(path);
        return found.canConvertToInt() ? Integer.valueOf(found.intValue()) : null;
    }

    /** A FEEL expression without its leading "=", or null when there is none. */
    String expression(String path) {
        String text = text(path);
        return text != null && text.startsWith("=") ? text.substring(1) : null;
    }

    JsonNode at(String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }

    static Object plain(JsonNode node) {
        if (node.getNodeType() == JsonNodeType.BOOLEAN) {
            return node.booleanValue();
        }
        if (node.isInt()) {
            return node.intValue();
        }
        return node.isNumber() ? node.numberValue() : node.isTextual() ? node.textValue() : null;
    }
}
