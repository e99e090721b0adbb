package vn.ungcuu.workplace.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** A second way through the login page, and its way out. State, nonce and PKCE are on: an answer is good for who asked. */
class ProviderLogin {

    /** In the session that follows a logout: where the provider's own session is ended. */
    static final String END = ProviderLogin.class.getName() + ".end";

    private static final String START = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

    private final Provider provider;
    private final ProviderUsers users;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens;
    private final String label;

    ProviderLogin(
            Provider provider,
            ProviderUsers users,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens,
            String label) {
        this.provider = provider;
        this.users = users;
        this.tokens = tokens;
        this.label = label;
    }

    /** As Thymeleaf reads it. */
    public String getLabel() {
        return label;
    }

    public String getPath() {
        return START + "/" + provider.id();
    }

    boolean decidesOn(String officeId) {
        return users.decidesOn(officeId);
    }

    void addTo(HttpSecurity http) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(provider, START);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        ProviderFailure failure = new ProviderFailure();
        http.oauth2Login(login -> login.loginPage(LoginController.PATH)
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                .failureHandler(failure)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                        // While the provider is silent nobody gets as far as to it.
                        filter.setAuthenticationFailureHandler(failure);
                        return filter;
                    }
                }));
    }

    /** Has the page that follows a logout end the provider's session too. */
    LogoutSuccessHandler endingThere(LogoutSuccessHandler here) {
        return (request, response, person) -> {
            remember(request, person);
            here.onLogoutSuccess(request, response, person);
        };
    }

    private void remember(HttpServletRequest request, Authentication person) {
        if (person != null && person.getPrincipal() instanceof OidcUser user) {
            provider.endOfSession()
                    .ifPresent(end -> request.getSession()
                            .setAttribute(
                                    END,
                                    end + (end.contains("?") ? "&" : "?") + "id_token_hint="
                                            + user.getIdToken().getTokenValue() + "&post_logout_redirect_uri="
                                            + URLEncoder.encode(
                                                    provider.baseUrl() + LoginController.LOGGED_OUT,
                                                    StandardCharsets.UTF_8)));
        }
    }
}
