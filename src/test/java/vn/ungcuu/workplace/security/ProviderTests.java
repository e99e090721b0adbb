package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.client.RestTemplate;

class ProviderTests {

    @Test
    void sendsPeopleBackToTheAddressThatIsConfiguredWhateverHostARequestNames() {
        try (MockProvider province = new MockProvider()) {
            ClientRegistration client = provider(province.issuer()).findByRegistrationId("tinh");
            assertThat(client.getRedirectUri()).isEqualTo("https://ungcuu.xa.example/login/oauth2/code/tinh");
            assertThat(client.getScopes()).contains("openid", "profile", "email");
        }
    }

    @Test
    void knowsNoOtherName() {
        assertThat(provider("http://localhost:1/tinh").findByRegistrationId("khac"))
                .isNull();
    }

    @Test
    void providerThatSaysItIsSomebodyElseIsNotTrusted() {
        try (MockProvider province = new MockProvider()) {
            Provider provider = provider(province.issuer() + "/");
            assertThatThrownBy(() -> provider.findByRegistrationId("tinh")).isInstanceOf(IllegalStateException.class);
            assertThat(provider.trouble()).isPresent();
        }
    }

    @Test
    void silentProviderIsWaitedForOnlySoLongAndNotAgainByEverybodyBehind() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Provider provider = provider("http://localhost:" + silent.getLocalPort() + "/tinh", Duration.ofSeconds(2));
            assertThatThrownBy(() -> provider.findByRegistrationId("tinh")).isInstanceOf(IllegalStateException.class);
            assertThat(provider.trouble().orElseThrow()).contains("không trả lời", "provider.tinh.issuer-uri");
            assertThat(provider.endOfSession()).isEmpty();
            silent.close();
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> provider.findByRegistrationId("tinh"))
                        .hasNoCause()
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Provider provider(String issuer) {
        return provider(issuer, Duration.ofSeconds(60));
    }

    private static Provider provider(String issuer, Duration timeout) {
        OAuth2ClientProperties.Registration client = new OAuth2ClientProperties.Registration();
        client.setClientId("ung-cuu");
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(timeout);
        requests.setReadTimeout(timeout);
        return new Provider("tinh", client, issuer, "https://ungcuu.xa.example", new RestTemplate(requests));
    }

    private static final class MockProvider implements AutoCloseable {

        private final MockOAuth2Server server = new MockOAuth2Server();

        private MockProvider() {
            server.start();
        }

        private String issuer() {
            return server.issuerUrl("tinh").toString();
        }

        @Override
        public void close() {
            server.shutdown();
        }
    }
}
