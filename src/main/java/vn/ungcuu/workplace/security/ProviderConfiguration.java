package vn.ungcuu.workplace.security;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import vn.ungcuu.SettingRefused;
import vn.ungcuu.organization.OfficeMapping;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.ProvidedPeople;

/** All of it only where there is a client of a provider. Every question to the provider is waited for only so long. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties({ProviderSettings.class, OAuth2ClientProperties.class})
class ProviderConfiguration {

    private static final String SPRING = "spring.security.oauth2.client.";

    private final ProviderSettings settings;
    private final ClientHttpRequestFactory requests;

    ProviderConfiguration(ProviderSettings settings, SslBundles bundles) {
        this.settings = settings;
        ClientHttpRequestFactorySettings bounded = ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(settings.timeout())
                .withReadTimeout(settings.timeout());
        this.requests = ClientHttpRequestFactoryBuilder.jdk()
                .build(
                        settings.sslBundle().isEmpty()
                                ? bounded
                                : bounded.withSslBundle(trusted(settings.sslBundle(), bundles)));
    }

    private static SslBundle trusted(String name, SslBundles bundles) {
        try {
            return bundles.getBundle(name);
        } catch (NoSuchSslBundleException | IllegalStateException e) {
            throw new SettingRefused(
                    ProviderSettings.PREFIX + "ssl-bundle",
                    "Không có hoặc không đọc được bộ chứng thư “" + name + "”: xem spring.ssl.bundle.pem." + name
                            + ".truststore.certificate.",
                    "The bundle '" + name + "' is missing or cannot be read: see spring.ssl.bundle.pem." + name
                            + ".truststore.certificate.");
        }
    }

    @Bean
    Provider provider(OAuth2ClientProperties clients, @Value("${ung-cuu.base-url}") String baseUrl) {
        if (clients.getRegistration().size() != 1) {
            throw new SettingRefused(
                    SPRING + "registration", "Chỉ khai báo một cổng đăng nhập.", "There can be one provider only.");
        }
        Map.Entry<String, OAuth2ClientProperties.Registration> client =
                clients.getRegistration().entrySet().iterator().next();
        String name = client.getValue().getProvider() == null
                ? client.getKey()
                : client.getValue().getProvider();
        OAuth2ClientProperties.Provider provider = clients.getProvider().get(name);
        String issuer = provider == null || provider.getIssuerUri() == null ? "" : provider.getIssuerUri();
        if (!issuer.startsWith("https://") && !(settings.allowPlain() && issuer.startsWith("http://"))) {
            throw new SettingRefused(
                    SPRING + "provider." + name + ".issuer-uri",
                    "Hãy ghi địa chỉ https:// của cổng đăng nhập, ví dụ https://sso.tinh.gov.vn/realms/tinh.",
                    "Set the https:// address of the provider, as in https://sso.province.gov.vn/realms/province.");
        }
        return new Provider(
                client.getKey(),
                client.getValue(),
                issuer,
                baseUrl.replaceFirst("/+$", ""),
                new RestTemplate(requests));
    }

    @Bean
    ProviderLogin providerLogin(Provider provider, ProvidedPeople people, Organization organization) {
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        RestTemplate http = new RestTemplate(requests);
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        userInfo.setRestOperations(http);
        OidcUserService asked = new OidcUserService();
        asked.setOauth2UserService(userInfo);

        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(
                        List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());

        OfficeMapping mapping = OfficeMapping.of(ProviderSettings.PREFIX + "groups", settings.groups(), organization);
        return new ProviderLogin(
                provider, new ProviderUsers(asked, settings, mapping, people, organization), tokens, settings.label());
    }

    /** Spring's own, but that it does not wait for keys for ever and knows the other two algorithms providers use. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
        return client -> decoders.computeIfAbsent(client.getRegistrationId(), id -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                            client.getProviderDetails().getJwkSetUri())
                    .restOperations(new RestTemplate(requests))
                    .jwsAlgorithms(algorithms -> algorithms.addAll(
                            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        });
    }

    /** A login that fails at the provider is told like any other. */
    @Bean
    DefaultAuthenticationEventPublisher authenticationEventPublisher(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(
                Map.of(OAuth2AuthenticationException.class, AuthenticationFailureBadCredentialsEvent.class));
        return publisher;
    }

    @Bean
    ProviderHealthIndicator providerHealthIndicator(Provider provider) {
        return new ProviderHealthIndicator(provider);
    }
}
