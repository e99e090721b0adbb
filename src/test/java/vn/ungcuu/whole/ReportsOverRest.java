package vn.ungcuu.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

/** A machine that reports incidents over REST, with somebody's name and password. */
final class ReportsOverRest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Visitor> senders = new ConcurrentHashMap<>();
    private final int port;

    ReportsOverRest(int port) {
        this.port = port;
    }

    /** @param body null when it is no JSON */
    record Answer(int status, JsonNode body, String text) {

        /** What the sender gets to read. */
        String message() {
            return body == null ? "" : body.path("message").asText();
        }

        /** Of the incident the report became. */
        String code() {
            return body.path(0).path("processInstance").path("businessKey").asText(null);
        }
    }

    /** Everything a report must say, and nothing else. */
    static Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("title", "Máy tính phòng tiếp dân hiện thông báo lạ");
        report.put("description", "Màn hình hiện chữ tiếng nước ngoài, không tắt được.");
        report.put("channel", "monitoring");
        report.put("detectedAt", FormFiller.moment(WallClock.now().minusHours(1)));
        report.put("reporterName", "Hệ thống giám sát");
        return report;
    }

    static ObjectNode message(Map<String, ?> report) {
        ObjectNode message = JSON.createObjectNode();
        message.put("messageName", "incident-reported").put("resultEnabled", true);
        ObjectNode variables = message.putObject("processVariables");
        report.forEach((name, value) -> variables.putObject(name).set("value", JSON.valueToTree(value)));
        return message;
    }

    Answer send(Map<String, ?> report) {
        return post("vanphong", message(report).toString());
    }

    Answer post(String user, String body) {
        Reply reply = senders.computeIfAbsent(user, name -> Visitor.through(Door.REST, port, name))
                .post(Door.REST.path + "/message", body);
        return new Answer(reply.status(), json(reply.body()), reply.body());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
