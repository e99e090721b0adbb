package vn.ungcuu.workplace.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page with a sentence that says what to do. */
class ProviderFailure implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.info("Login at the provider failed: {}", failure.getMessage());
        request.getSession().setAttribute(LoginFailure.SENTENCE, sentence(failure));
        response.sendRedirect(request.getContextPath() + LoginController.PATH);
    }

    private static String sentence(AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        return switch (code) {
            case ProviderUsers.NO_OFFICE ->
                "Tài khoản của anh/chị đúng, nhưng chưa được xếp vào phòng, ban nào của xã nên chưa dùng được Ứng cứu."
                        + " Hãy đề nghị quản trị viên của xã xin tỉnh thêm vào nhóm, rồi đăng nhập lại.";
            case ProviderUsers.NAME_TAKEN ->
                "Tên tài khoản của anh/chị trùng với một tài khoản khác ở đây. Hãy báo quản trị viên của xã.";
            case ProviderUsers.NO_NAME ->
                "Cổng đăng nhập của tỉnh không cho biết tên tài khoản dùng được. Hãy báo quản trị viên của xã.";
            case "access_denied" -> "Việc đăng nhập đã dừng ở cổng của tỉnh. Khi cần, hãy bấm đăng nhập lại.";
            case "authorization_request_not_found" ->
                "Lượt đăng nhập đã quá lâu hoặc được mở ở cửa sổ khác. Hãy bấm đăng nhập lại.";
            default ->
                "Cổng đăng nhập của tỉnh hiện không trả lời. Hãy thử lại sau ít phút; việc gấp thì đề nghị quản trị viên"
                        + " cấp tài khoản tại xã.";
        };
    }
}
