package vn.ungcuu.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts who asks, and for which incident as far as the address says so, into every line the request logs. */
class LogFields extends OncePerRequestFilter {

    static final String USER = "userId";
    static final String INCIDENT = "incident";

    private static final Pattern CODE = Pattern.compile("/((?:SC|DT)-\\d{4}-\\d{4,9})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher code = CODE.matcher(request.getRequestURI());
        try {
            if (request.getRemoteUser() != null) {
                MDC.put(USER, request.getRemoteUser());
            }
            if (code.find()) {
                MDC.put(INCIDENT, code.group(1));
            }
            chain.doFilter(request, response);
        } finally {
            MDC.remove(USER);
            MDC.remove(INCIDENT);
        }
    }
}
