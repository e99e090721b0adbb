package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too large before it is read, whoever sends it. A body that does not say how large it is (machines do
 * that) is read up to the limit and no further.
 */
class BodyLimit extends OncePerRequestFilter {

    private static final int MEGABYTE = 1024 * 1024;

    /** Bytes; several times the longest report with all its fields full. */
    static final int LARGEST = MEGABYTE;

    /** Bytes of a deployment: all models and forms of the procedure are a tenth of it. The proxy lets as much through. */
    static final int LARGEST_DEPLOYMENT = 10 * MEGABYTE;

    private static final String DEPLOYMENT = "/deployment/create";

    private static final String SENTENCE =
            "Nội dung gửi lên quá lớn: nhiều nhất %d MB mỗi lần. Hãy rút gọn rồi gửi lại.";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = EngineRequest.pathOf(request);
        int limit = EngineRequest.of(request)
                        .filter(asked -> asked.path().equals(DEPLOYMENT))
                        .isPresent()
                ? LARGEST_DEPLOYMENT
                : LARGEST;
        if (request.getContentLengthLong() > limit) {
            refuse(request, response, limit);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else if (!SecurityHeaders.isInterface(path)) {
            // No browser sends a form of ours so, and its fields would be read past this filter.
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else {
            byte[] body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                refuse(request, response, limit);
            } else {
                chain.doFilter(new RequestWithBody(request, body), response);
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int limit) throws IOException {
        if (SecurityHeaders.isInterface(EngineRequest.pathOf(request))) {
            new Answer(HttpStatus.PAYLOAD_TOO_LARGE.value(), SENTENCE.formatted(limit / MEGABYTE)).send(response);
        } else {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        }
    }
}
