package vn.ungcuu.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who talks to the application over HTTP, with a cookie store like a browser's; follows no redirect. */
public class Visitor {

    /** The two ways to the engine's resources. */
    public enum Door {
        REST("/engine-rest"),
        WEBAPP("/camunda/api/engine/engine/default");

        public final String path;

        Door(String path) {
            this.path = path;
        }
    }

    public record Reply(int status, String body, HttpHeaders headers, Optional<String> location) {

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public Optional<String> contentType() {
            return header("Content-Type");
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookiesOfTheBrowser())
            .build();
    private String basic;
    private String address;

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Through the given door, ready to ask. */
    public static Visitor through(Door door, int port, String userId) {
        Visitor visitor = new Visitor(port);
        if (door == Door.REST) {
            visitor.withPassword(userId, userId);
        } else {
            assertThat(visitor.login(userId, userId).location()).isPresent();
            visitor.get("/camunda/app/welcome/default/");
            assertThat(visitor.cookie("XSRF-TOKEN")).isPresent();
        }
        return visitor;
    }

    /** As what came by TLS from this address is passed on by a proxy on this machine. */
    public Visitor byTlsFrom(String address) {
        this.address = address;
        return this;
    }

    public Visitor withPassword(String userId, String password) {
        basic = "Basic " + Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(UTF_8));
        return this;
    }

    public Reply login(String userId, String password) {
        return form("/dang-nhap", Map.of("username", userId, "password", password, "_csrf", csrfOf("/dang-nhap")));
    }

    /** The token a page of ours carries in its forms. */
    public String csrfOf(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        return token.group(1);
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    public Reply form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** As a script of the web applications would: JSON, and their token where there is one. */
    public Reply send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        if (address != null) {
            request.header("X-Forwarded-Proto", "https");
            request.header("X-Forwarded-For", address);
        }
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    response.headers(),
                    response.headers().firstValue("Location").map(this::withoutOurs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a redirect leads; the address only if it leads away from here. */
    private String withoutOurs(String location) {
        return address == null ? location.replace(base, "") : location.replaceFirst("^https://localhost(:\\d+)?", "");
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void forgetCookie(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    /** The browser sees TLS, whatever the proxy speaks behind it. */
    private final class CookiesOfTheBrowser extends CookieHandler {

        @Override
        public Map<String, List<String>> get(URI asked, Map<String, List<String>> headers) throws IOException {
            return cookies.get(seen(asked), headers);
        }

        @Override
        public void put(URI asked, Map<String, List<String>> headers) throws IOException {
            cookies.put(seen(asked), headers);
        }

        private URI seen(URI asked) {
            return address == null ? asked : URI.create(asked.toString().replaceFirst("^http:", "https:"));
        }
    }
}
