package vn.ungcuu.workplace.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the login page with a sentence that says what to do; the name typed is kept, the password is not. */
@Component
class LoginFailure implements AuthenticationFailureHandler {

    static final String SENTENCE = LoginFailure.class.getName() + ".sentence";
    static final String USER_ID = LoginFailure.class.getName() + ".userId";

    /** The same for a wrong name, a wrong password and an account that has to wait: else it would tell who has one. */
    static final String REFUSED =
            "Chưa đăng nhập được: tên đăng nhập hoặc mật khẩu chưa đúng, hoặc vừa nhập sai nhiều lần nên phải"
                    + " chờ. Hãy kiểm tra lại, chờ một phút rồi thử; nếu vẫn không được thì nhờ quản trị viên mở khóa hoặc đặt lại"
                    + " mật khẩu.";

    static final String DIRECTORY_SILENT =
            "Danh bạ tài khoản của tỉnh hiện không trả lời nên chưa kiểm tra được mật khẩu."
                    + " Hãy thử lại sau ít phút; việc gấp thì đề nghị quản trị viên cấp tài khoản tại xã.";

    /** Longer than any real one; more is not kept in the session. */
    private static final int LONGEST_NAME = 100;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String typed = request.getParameter("username");
        String userId = typed == null ? "" : typed.strip();
        request.getSession()
                .setAttribute(SENTENCE, failure instanceof AuthenticationServiceException ? DIRECTORY_SILENT : REFUSED);
        request.getSession()
                .setAttribute(USER_ID, userId.length() > LONGEST_NAME ? userId.substring(0, LONGEST_NAME) : userId);
        response.sendRedirect(request.getContextPath() + LoginController.PATH);
    }
}
