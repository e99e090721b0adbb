package vn.ungcuu.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungcuu.deadline.NodeClock;

/**
 * A node that is starting or stopping, or whose clock is wrong, answers nothing but how it is: 503, before anything has been
 * done, so that the proxy may give any request to another node. A wrong clock would take every login for expired.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the headers, which every answer has
class OutOfService extends OncePerRequestFilter {

    private final ApplicationAvailability availability;
    private final NodeClock clock;

    OutOfService(ApplicationAvailability availability, NodeClock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            refuse(response, "Phần mềm đang khởi động lại. Anh/chị hãy thử lại sau ít phút.");
        } else if (!clock.isRight()) {
            refuse(
                    response,
                    "Máy chủ đang sai giờ nên tạm ngừng phục vụ. Anh/chị hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo quản trị.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, String reason) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "30");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(reason);
    }
}
