package vn.ungcuu.procedure.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungcuu.ErrorReference;
import vn.ungcuu.procedure.Refusal;

/**
 * The one place that answers for a {@link Refusal}: status 400 and {@code {"type":"Refusal","message":"…"}}, whatever status
 * and words the engine's REST API made of it. It also says in Vietnamese that what was sent for a task, a start or a message
 * could not be read, where the engine does so in English or names its classes, and gives a technical failure the number under which it stands in the
 * log; the engine's words stay in {@code details}. Any other answer passes through untouched and unbuffered.
 */
class RefusalFilter extends OncePerRequestFilter {

    private static final Pattern SUBMITS =
            Pattern.compile("/task/[^/]+/(complete|submit-form|resolve|bpmnError|bpmnEscalation)$"
                    + "|/process-definition/.+/(submit-form|start)$|/message$");

    /** Of a parameter that is no number, date or the like: "Cannot convert value x to java type java.lang.Integer". */
    private static final Pattern JAVA_TYPE = Pattern.compile("java type java\\.\\w+\\.(\\w+)");

    private static final String UNREADABLE =
            "Dữ liệu gửi lên không đúng định dạng nên chưa được ghi nhận. Vui lòng tải lại trang rồi thử lại.";

    private static final String FAILED =
            "Có lỗi kỹ thuật nên yêu cầu này chưa thực hiện được. Vui lòng thử lại; nếu vẫn lỗi, báo quản trị mã lỗi %s.";

    private static final int SERVER_ERROR = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RefusedRequest refused = RefusedRequest.open();
        boolean submits = request.getMethod().equals("POST")
                && SUBMITS.matcher(request.getRequestURI()).find();
        WithheldErrors answer = new WithheldErrors(
                response,
                status -> status >= SERVER_ERROR || status >= 400 && refused.refusal() != null || status == 400);
        try {
            chain.doFilter(request, answer);
        } catch (IOException | ServletException | RuntimeException thrown) {
            if (refused.refusal() == null || response.isCommitted()) {
                throw thrown;
            }
            answer.withhold();
        } finally {
            RefusedRequest.close();
        }
        if (answer.isWithheld() && !request.isAsyncStarted()) {
            if (refused.refusal() != null) {
                write(response, HttpServletResponse.SC_BAD_REQUEST, refusal(refused.refusal()));
            } else if (answer.getStatus() >= SERVER_ERROR) {
                write(response, answer.getStatus(), failed(request, answer));
            } else {
                JsonNode said = said(answer.withheld());
                // What is no JSON names classes of the engine.
                if (submits || !said.isObject()) {
                    write(response, answer.getStatus(), unreadable(said));
                } else {
                    write(response, answer.getStatus(), withoutJava(said));
                }
            }
        }
    }

    /** The engine's REST API has logged the cause just before, in this thread. */
    private static ObjectNode failed(HttpServletRequest request, WithheldErrors answer) throws IOException {
        String reference = ErrorReference.next();
        JsonNode said = said(answer.withheld());
        LOG.error("Error {} at {} {}: {}", reference, request.getMethod(), request.getRequestURI(), said);
        String type = said.path("type").asText("RestException");
        ObjectNode failed = JSON.createObjectNode()
                .put("type", type)
                .put("message", FAILED.formatted(reference))
                .put("reference", reference);
        // What the engine says helps an analyst; what Java says helps nobody who may see it.
        return type.equals("RestException") || type.endsWith("EngineException")
                ? failed.put("details", said.path("message").asText())
                : failed;
    }

    /** Tasklist shows messages as HTML; a refusal may repeat what somebody typed, and must stay text. */
    private static ObjectNode refusal(Refusal refusal) {
        String text = refusal.getMessage().replace('<', '‹').replace('>', '›');
        return JSON.createObjectNode().put("type", "Refusal").put("message", text);
    }

    private static ObjectNode unreadable(JsonNode said) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("type", "InvalidRequestException").put("message", UNREADABLE);
        JsonNode message = said.path("message");
        return message.isTextual() ? answer.put("details", message.asText()) : answer;
    }

    private static JsonNode withoutJava(JsonNode said) {
        JsonNode message = said.path("message");
        return message.isTextual()
                ? ((ObjectNode) said)
                        .put("message", JAVA_TYPE.matcher(message.asText()).replaceAll("$1"))
                : said;
    }

    private static JsonNode said(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static void write(HttpServletResponse response, int status, JsonNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
