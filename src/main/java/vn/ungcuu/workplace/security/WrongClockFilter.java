package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungcuu.deadline.NodeClock;

/**
 * A node whose clock is wrong answers nothing but how it is (503): before sessions are looked at, which it would take for
 * expired, and before anything is written at a time that is not. The proxy turns to another node.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongClockFilter extends OncePerRequestFilter {

    private final NodeClock clock;

    WrongClockFilter(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/actuator/health") || clock.isRight()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "30");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write(
                        "Máy chủ đang sai giờ nên tạm ngừng phục vụ. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo quản trị.");
    }
}
