package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Has Tasklist, Cockpit and Admin trust the login at {@code /dang-nhap} instead of asking again. */
class WebappLogin extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig configuration) {
        authenticationProvider = new LoggedInPerson();
    }

    private static class LoggedInPerson implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            return person == null || person instanceof AnonymousAuthenticationToken
                    ? AuthenticationResult.unsuccessful()
                    // Without groups: the web applications read them, and read them again (auth.cache.time-to-live).
                    : AuthenticationResult.successful(person.getName());
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // No challenge: a browser would open its own password window over our login page.
        }
    }
}
