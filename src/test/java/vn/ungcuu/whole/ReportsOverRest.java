package vn.ungcuu.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A machine that reports incidents over REST, with somebody's name and password. */
final class ReportsOverRest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/message"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString(UTF_8));
            return new Answer(response.statusCode(), json(response.body()), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
