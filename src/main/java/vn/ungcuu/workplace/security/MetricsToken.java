package vn.ungcuu.workplace.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets in whoever sends the configured token; nobody while none is configured. */
@Component
class MetricsToken implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String BEARER = "Bearer ";

    private final byte[] token;

    MetricsToken(@Value("${ung-cuu.metrics-token:}") String token) {
        this.token = token.strip().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AuthorizationResult authorize(Supplier<Authentication> who, RequestAuthorizationContext context) {
        String sent = context.getRequest().getHeader("Authorization");
        return new AuthorizationDecision(token.length > 0
                && sent != null
                && sent.startsWith(BEARER)
                // Takes as long for a wrong token as for the right one.
                && MessageDigest.isEqual(
                        token, sent.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return (AuthorizationDecision) authorize(who, context);
    }
}
