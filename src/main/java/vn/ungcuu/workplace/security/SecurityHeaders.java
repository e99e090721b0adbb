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
 * What every answer tells the browser not to do: pages, web applications, REST, files, errors and refusals alike. It stands
 * before everything else, so nothing that answers early can miss it; whoever knows better (a file that may be kept, the web
 * applications with the nonce of their page) sets the header anew.
 */
class SecurityHeaders extends OncePerRequestFilter {

    /** Only what we serve ourselves, nothing written into the page, and nobody may frame it. */
    static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** Seconds: a year, as the proxy of {@code docker/nginx} says. */
    static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

    private static final List<String> INTERFACES =
            List.of(SecurityConfiguration.REST, SecurityConfiguration.WEBAPPS + "/api", "/api");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // An address holds the code of an incident; other sites need not know it.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // A PC at the office has several users: the next one must not find pages of the last one.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONLY_TLS);
        }
        if (isInterface(EngineRequest.pathOf(request))) {
            // Asked for in a window of its own, an answer is a file and never a page.
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"api.json\"");
        }
        chain.doFilter(request, response);
    }

    /** Scripts of plug-ins come by the same door. */
    static boolean isInterface(String path) {
        return !path.contains("/static/")
                && INTERFACES.stream().anyMatch(door -> path.equals(door) || path.startsWith(door + "/"));
    }
}
