package vn.ungcuu.workplace.security;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refusal over REST, in the shape of the engine's own errors so that Tasklist and Cockpit show its sentence. */
final class ForbiddenAnswer {

    private ForbiddenAnswer() {}

    static void send(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"RequestNotAllowed\",\"message\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(sentence))
                        + "\"}");
    }
}
