package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ungcuu.support.Visitor;

/** The web server as production sets it up, with nothing behind it but a servlet that says whom it sees. */
class TrustedProxiesTests {

    private static final Map<String, String> FORWARDED = Map.of(
            "X-Forwarded-For", "203.0.113.9",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "evil.example");

    @Test
    void proxyOnThisMachineIsBelieved() {
        assertThat(seen()).isEqualTo("203.0.113.9 https evil.example");
    }

    @Test
    void strangerChangesNeitherAddressNorSchemeNorHost() {
        assertThat(seen("--UNGCUU_TRUSTED_PROXIES=10\\.1\\.2\\.3")).isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void neighbourInThePrivateNetworkIsAStranger() {
        String trusted = started(
                application -> application.getEnvironment().getProperty("server.tomcat.remoteip.internal-proxies"));
        assertThat("127.0.0.1").matches(trusted);
        assertThat("::1").matches(trusted);
        assertThat("10.1.2.3").doesNotMatch(trusted);
        assertThat("192.168.1.7").doesNotMatch(trusted);
        assertThat("172.20.0.2").doesNotMatch(trusted);
    }

    private static String seen(String... arguments) {
        return started(
                application -> new Visitor(application.getWebServer().getPort())
                        .send("GET", "/", null, FORWARDED)
                        .body(),
                arguments);
    }

    private interface Question {
        String ask(ServletWebServerApplicationContext application);
    }

    private static String started(Question question, String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--server.port=0";
        all[arguments.length + 1] = "--server.address=127.0.0.1";
        all[arguments.length + 2] = "--spring.datasource.url=jdbc:unused";
        all[arguments.length + 3] = "--spring.datasource.username=unused";
        all[arguments.length + 4] = "--spring.datasource.password=unused";
        try (ServletWebServerApplicationContext application =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(OnlyTheWebServer.class)
                        .profiles("production")
                        .run(all)) {
            return question.ask(application);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class
    })
    static class OnlyTheWebServer {

        @Bean
        ServletRegistrationBean<HttpServlet> whomISee() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws ServletException, IOException {
                            response.getWriter()
                                    .write(request.getRemoteAddr() + " " + request.getScheme() + " "
                                            + request.getServerName());
                        }
                    },
                    "/");
        }
    }
}
