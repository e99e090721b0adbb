package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungcuu.SecurityLog;
import vn.ungcuu.SecurityLog.Outcome;

/**
 * Tells the {@link SecurityLog} what an answer says: refused, a password changed, an incident read, a list taken out of the house. It stands
 * around the security filters, so it sees the refusals of all of them and those of the engine alike. Queries are not
 * logged: people search for what reports say.
 */
class SecurityLogFilter extends OncePerRequestFilter {

    /** Attribute of a request: who makes it. */
    static final String PERSON = SecurityLogFilter.class.getName() + ".person";

    /** The page of an incident, and what Tasklist and Cockpit show of it. */
    private static final Pattern INCIDENT =
            Pattern.compile("/so-theo-doi/[^/]+|/api/(?:tasks|process-instances)/[^/]+/incident");

    private static final Pattern CREDENTIALS = Pattern.compile("/user/([^/]+)/credentials");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (MDC.MDCCloseable address = MDC.putCloseable(SecurityLog.ADDRESS, request.getRemoteAddr())) {
            chain.doFilter(request, response);
            tell(request, response.getStatus());
        }
    }

    private static void tell(HttpServletRequest request, int status) {
        String person = (String) request.getAttribute(PERSON);
        String path = EngineRequest.pathOf(request);
        Optional<Matcher> password = EngineRequest.of(request)
                .filter(asked -> asked.method().equals("PUT"))
                .map(asked -> CREDENTIALS.matcher(asked.path()))
                .filter(Matcher::matches);
        if (password.isPresent()) {
            SecurityLog.record(
                    "password-change",
                    status < HttpServletResponse.SC_BAD_REQUEST ? Outcome.SUCCESS : Outcome.FAILURE,
                    person,
                    Map.of("user.target.name", password.get().group(1)));
        } else if (status == HttpServletResponse.SC_FORBIDDEN) {
            SecurityLog.record("refused", Outcome.FAILURE, person, what(request, path));
        } else if (status == HttpServletResponse.SC_OK && path.endsWith(".csv")) {
            SecurityLog.record("export", Outcome.SUCCESS, person, what(request, path));
        } else if (status == HttpServletResponse.SC_OK && INCIDENT.matcher(path).matches()) {
            SecurityLog.record("read", Outcome.SUCCESS, person, what(request, path));
        }
    }

    private static Map<String, String> what(HttpServletRequest request, String path) {
        return Map.of("http.request.method", request.getMethod(), "url.path", path);
    }
}
