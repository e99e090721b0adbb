package vn.ungcuu.procedure.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungcuu.procedure.Refusal;

/**
 * The one place that answers for a {@link Refusal}: status 400 and {@code {"type":"Refusal","message":"…"}}, whatever status
 * and words the engine's REST API made of it. It also says in Vietnamese that what was sent for a task, a start or a message
 * could not be read, where the engine does so in English; the engine's words stay in {@code details}. Any other answer passes
 * through untouched and unbuffered.
 */
class RefusalFilter extends OncePerRequestFilter {

    private static final Pattern SUBMITS =
            Pattern.compile("/task/[^/]+/(complete|submit-form|resolve|bpmnError|bpmnEscalation)$"
                    + "|/process-definition/.+/(submit-form|start)$|/message$");

    private static final String UNREADABLE =
            "Dữ liệu gửi lên không đúng định dạng nên chưa được ghi nhận. Vui lòng tải lại trang rồi thử lại.";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RefusedRequest refused = RefusedRequest.open();
        boolean submits = request.getMethod().equals("POST")
                && SUBMITS.matcher(request.getRequestURI()).find();
        WithheldErrors answer = new WithheldErrors(
                response, status -> status >= 400 && refused.refusal() != null || status == 400 && submits);
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
            write(response, refused.refusal() != null ? refusal(refused.refusal()) : unreadable(answer.withheld()));
        }
    }

    /** Tasklist shows messages as HTML; a refusal may repeat what somebody typed, and must stay text. */
    private static ObjectNode refusal(Refusal refusal) {
        String text = refusal.getMessage().replace('<', '‹').replace('>', '›');
        return JSON.createObjectNode().put("type", "Refusal").put("message", text);
    }

    private static ObjectNode unreadable(byte[] body) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("type", "InvalidRequestException").put("message", UNREADABLE);
        try {
            JsonNode said = JSON.readTree(body).path("message");
            return said.isTextual() ? answer.put("details", said.asText()) : answer;
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return answer;
        }
    }

    private static void write(HttpServletResponse response, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
