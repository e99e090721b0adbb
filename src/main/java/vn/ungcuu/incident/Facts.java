package vn.ungcuu.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Facts and details as JSON text. Keys are sorted: the same content is always the same text, which can be hashed. */
final class Facts {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Facts() {}

    static String write(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Only strings, numbers, booleans and lists can be recorded", e);
        }
    }

    static Map<String, Object> read(String text) {
        try {
            return Collections.unmodifiableMap(JSON.readValue(text, MAP));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The record holds text that is not JSON", e);
        }
    }

    /** What is known after learning: later values replace earlier ones, null takes away. */
    static Map<String, Object> merge(Map<String, ?> known, Map<String, ?> learned) {
        Map<String, Object> merged = new TreeMap<>(known);
        learned.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }
}
