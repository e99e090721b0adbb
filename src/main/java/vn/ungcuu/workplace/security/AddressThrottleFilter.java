package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungcuu.SecurityLog;
import vn.ungcuu.SecurityLog.Outcome;

/** Has whoever sends too many wrong passwords wait before the next one is looked at, by whichever door. */
class AddressThrottleFilter extends OncePerRequestFilter {

    static final String SENTENCE = "Địa chỉ mạng này đã gửi quá nhiều mật khẩu sai. Hãy chờ 15 phút rồi thử lại;"
            + " nếu không phải anh/chị gửi thì báo ngay quản trị viên.";

    private final AddressThrottle throttle;

    AddressThrottleFilter(AddressThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isLogin(request)
                && !String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).regionMatches(true, 0, "Basic ", 0, 6);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!throttle.mustWait(request.getRemoteAddr())) {
            chain.doFilter(request, response);
            return;
        }
        SecurityLog.record("login-throttled", Outcome.FAILURE, null, Map.of("url.path", EngineRequest.pathOf(request)));
        if (isLogin(request)) {
            request.getSession().setAttribute(LoginFailure.SENTENCE, SENTENCE);
            response.sendRedirect(request.getContextPath() + LoginController.PATH);
        } else {
            new Answer(HttpStatus.TOO_MANY_REQUESTS.value(), SENTENCE).send(response);
        }
    }

    private static boolean isLogin(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && EngineRequest.pathOf(request).equals(LoginController.PATH);
    }
}
