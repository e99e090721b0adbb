package vn.ungcuu.workplace.security;

import jakarta.servlet.http.HttpSession;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.ungcuu.organization.PasswordChanged;

/** Whoever knew the old password is out, on every node; whoever has changed his own stays where he did it (ASVS 3.3.3). */
@Component
class SessionsOfOthers {

    private final JdbcClient jdbc;

    SessionsOfOthers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void end(PasswordChanged changed) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(changed.userId(), currentSession())
                .update();
    }

    /** Empty, which is no session's, for requests without one. */
    private static String currentSession() {
        HttpSession session = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getSession(false)
                : null;
        return session == null ? "" : session.getId();
    }
}
