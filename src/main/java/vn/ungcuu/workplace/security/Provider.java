package vn.ungcuu.workplace.security;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestOperations;

/**
 * The province's single sign-on, as it describes itself. It is asked when somebody first wants to log in and not at start: one
 * that is down must not keep the application down.
 */
class Provider implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final String id;
    private final OAuth2ClientProperties.Registration client;
    private final String issuer;
    private final String baseUrl;
    private final RestOperations http;

    private ClientRegistration registration;
    private String trouble;
    /** {@link System#nanoTime()} */
    private long failedAt;

    /**
     * @param id how our settings call it
     * @param baseUrl where people reach the application; it sends them back there, whatever host a request names
     */
    Provider(
            String id, OAuth2ClientProperties.Registration client, String issuer, String baseUrl, RestOperations http) {
        this.id = id;
        this.client = client;
        this.issuer = issuer;
        this.baseUrl = baseUrl;
        this.http = http;
    }

    String id() {
        return id;
    }

    String baseUrl() {
        return baseUrl;
    }

    /** @throws IllegalStateException while the provider does not say where things are */
    @Override
    public ClientRegistration findByRegistrationId(String registrationId) {
        return id.equals(registrationId) ? registration() : null;
    }

    /** Where a session there is ended; empty where it cannot be, or is not known. */
    synchronized Optional<String> endOfSession() {
        return Optional.ofNullable(registration)
                .map(known ->
                        known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(String::valueOf);
    }

    /** In Vietnamese; empty when it answered, or was not asked yet. */
    synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private synchronized ClientRegistration registration() {
        if (registration == null) {
            if (trouble != null && System.nanoTime() - failedAt < BETWEEN_TRIES.toNanos()) {
                throw new IllegalStateException(trouble);
            }
            try {
                registration = discover();
                trouble = null;
            } catch (RuntimeException e) {
                LOG.warn("The provider {} cannot be used: {}", issuer, e.getMessage());
                trouble = "Cổng đăng nhập của tỉnh không trả lời hoặc trả lời sai. Hãy kiểm tra"
                        + " spring.security.oauth2.client.provider." + id + ".issuer-uri, đường mạng và chứng thư.";
                failedAt = System.nanoTime();
                throw new IllegalStateException(trouble, e);
            }
        }
        return registration;
    }

    private ClientRegistration discover() {
        Map<String, Object> description = http.exchange(
                        issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration",
                        HttpMethod.GET,
                        null,
                        new ParameterizedTypeReference<Map<String, Object>>() {})
                .getBody();
        if (description == null || !issuer.equals(description.get("issuer"))) {
            throw new IllegalStateException(
                    "it says it is " + (description == null ? null : description.get("issuer")));
        }
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(id)
                .clientId(client.getClientId())
                .clientSecret(client.getClientSecret())
                .redirectUri(
                        client.getRedirectUri() == null
                                ? baseUrl + "/login/oauth2/code/" + id
                                : client.getRedirectUri())
                .scope(scopes());
        if (client.getClientAuthenticationMethod() != null) {
            builder.clientAuthenticationMethod(new ClientAuthenticationMethod(client.getClientAuthenticationMethod()));
        }
        return builder.build();
    }

    private Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(Set.of(OidcScopes.OPENID));
        scopes.addAll(client.getScope() == null ? Set.of(OidcScopes.PROFILE, OidcScopes.EMAIL) : client.getScope());
        return scopes;
    }
}
