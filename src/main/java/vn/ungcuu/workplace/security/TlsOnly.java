package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the session's cookie travels by TLS only, so does everything else: a password must not be typed into a page that
 * came in the clear, and a login would only come back without a word. Health and metrics are asked inside the house.
 */
class TlsOnly extends OncePerRequestFilter {

    /** Attribute of a request, for the page that tells of the refusal: where the application is to be opened. */
    static final String ADDRESS = "tlsAddress";

    /** What that page itself is made of, and what a proxy asks. */
    private static final List<String> OPEN = List.of("/actuator", "/css/", "/js/", "/favicon.ico");

    private static final String HTTPS = "https://";

    private final String address;

    /** @param baseUrl where people reach the application */
    TlsOnly(String baseUrl) {
        this.address = baseUrl.startsWith(HTTPS) ? baseUrl : HTTPS;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = EngineRequest.pathOf(request);
        return request.isSecure() || OPEN.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")) {
            request.setAttribute(ADDRESS, address);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            Answer.notAllowed("Chỉ trả lời qua kết nối có mã hóa. Hãy dùng địa chỉ " + address + " rồi gửi lại.")
                    .send(response);
        }
    }
}
