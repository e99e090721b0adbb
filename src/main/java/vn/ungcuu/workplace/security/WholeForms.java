package vn.ungcuu.workplace.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.filters.FailedRequestFilter;

/**
 * The server drops fields beyond its limit and goes on; half a form must not be taken for a whole one. What comes to an
 * interface is no form: there the body is read by whom it is for.
 */
class WholeForms extends FailedRequestFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SecurityHeaders.isInterface(EngineRequest.pathOf((HttpServletRequest) request))) {
            chain.doFilter(request, response);
        } else {
            super.doFilter(request, response, chain);
        }
    }
}
