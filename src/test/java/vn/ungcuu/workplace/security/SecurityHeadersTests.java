package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.lang.Nullable;
import vn.ungcuu.support.RawRequest;
import vn.ungcuu.support.RawRequest.Answer;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SecurityHeadersTests {

    /** Written into the page of a web application anew each time, beside what it loads by itself. */
    private static final String NONCE = "script-src 'nonce-";

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // method, address, who (- nobody, basic: by HTTP Basic), status, policy, what browsers may keep
                "GET,    /dang-nhap,                                         -,        200, own,    no-store",
                "GET,    /,                                                  -,        302, own,    no-store",
                "GET,    /,                                                  vanphong, 200, own,    no-store",
                "GET,    /so-theo-doi,                                       vanphong, 200, own,    no-store",
                "GET,    /thong-ke.csv,                                      lanhdao,  200, own,    no-store",
                "GET,    /huong-dan/15-phut-dau,                             -,        200, own,    no-store",
                "GET,    /favicon.ico,                                       -,        200, own,    'max-age=31536000, public'",
                "GET,    /css/ung-cuu.css,                                   -,        200, own,    'max-age=31536000, public'",
                "GET,    /css/khong-co.css,                                  -,        404, own,    no-store",
                "GET,    /khong-co-trang-nay,                                vanphong, 404, own,    no-store",
                "GET,    /so-theo-doi?trang=abc,                             vanphong, 400, own,    no-store",
                "GET,    /bao-cao,                                           admin,    403, own,    no-store",
                "GET,    /error,                                             vanphong, 403, own,    no-store",
                "POST,   /dang-xuat,                                         vanphong, 403, own,    no-store",
                "DELETE, /so-theo-doi,                                       vanphong, 403, own,    no-store",
                "GET,    /a//b,                                              -,        400, own,    no-store",
                "GET,    /api/dashboard,                                     -,        401, own,    no-store",
                "GET,    /api/dashboard,                                     dieuphoi, 200, own,    no-store",
                "GET,    /api/dashboard,                                     vanphong, 403, own,    no-store",
                "GET,    /api/khong-co,                                      dieuphoi, 404, own,    no-store",
                "GET,    /camunda/app/tasklist/default/,                     -,        302, own,    no-store",
                "GET,    /camunda/app/tasklist/default/,                     vanphong, 200, webapp, -",
                "GET,    /camunda/app/cockpit/default/,                      dieuphoi, 200, webapp, -",
                "GET,    /camunda/app/admin/default/,                        admin,    200, webapp, -",
                "GET,    /camunda/app/language.js,                           vanphong, 200, -,      no-cache",
                "GET,    /camunda/lib/deps.js,                               vanphong, 200, -,      no-cache",
                "GET,    /camunda/api/engine/engine/default/task,            vanphong, 200, -,      no-store",
                "GET,    /camunda/api/engine/engine/default/task,            -,        401, own,    no-store",
                "GET,    /camunda/api/engine/engine/default/variable-instance, vanphong, 403, own,  no-store",
                "POST,   /camunda/api/admin/auth/user/default/login/cockpit, vanphong, 403, own,    no-store",
                "GET,    /engine-rest/task,                                  -,        401, own,    no-store",
                "GET,    /engine-rest/task,                                  basic,    200, own,    no-cache",
                "GET,    /engine-rest/task/khong-co,                         basic,    404, own,    no-store",
                "GET,    /engine-rest/variable-instance,                     basic,    403, own,    no-store",
                "GET,    /actuator/health,                                   -,        200, own,    no-store",
                "GET,    /actuator,                                          -,        401, own,    no-store",
                "GET,    /actuator,                                          basic,    403, own,    no-store",
            })
    void everyAnswerTellsTheBrowserWhatItMayNotDo(
            String method,
            String address,
            @Nullable String who,
            int status,
            @Nullable String policy,
            @Nullable String kept) {
        Reply reply =
                visitor(who).send(method, address, null, Map.of("Accept", "text/html, application/json, */*;q=0.1"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(reply.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(reply.headers().allValues("Permissions-Policy")).hasSize(1);
        assertThat(reply.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(reply.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent)
                            .contains(
                                    "frame-ancestors 'none'",
                                    "base-uri 'self'",
                                    "form-action 'self'",
                                    "object-src 'none'");
                    if ("own".equals(policy)) {
                        assertThat(sent).doesNotContain("unsafe");
                    } else if ("webapp".equals(policy)) {
                        assertThat(sent).contains(NONCE);
                        String nonce = sent.substring(sent.indexOf(NONCE) + NONCE.length())
                                .split("'", 2)[0];
                        assertThat(reply.body()).contains("nonce=\"" + nonce + "\"");
                    }
                });
        // Where the table says nothing: the pages of the web applications, which are the same for everybody.
        assertThat(reply.headers().allValues("Cache-Control")).hasSize(1).allSatisfy(sent -> {
            if (kept != null) {
                assertThat(sent).isEqualTo(kept);
            }
        });
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("X-Powered-By")).isEmpty();
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(reply.header("Strict-Transport-Security")).as("without TLS").isEmpty();
        boolean isInterface = address.startsWith("/api/")
                || address.startsWith("/engine-rest")
                || address.startsWith("/camunda/api/");
        assertThat(reply.header("Content-Disposition").orElse("").equals("attachment; filename=\"api.json\""))
                .isEqualTo(isInterface);
        reply.contentType()
                .filter(type -> type.startsWith("text/html"))
                .ifPresent(type -> assertThat(type).contains("charset="));
        assertThat(reply.body()).doesNotContain("Tomcat", "Spring", "Exception\":\"java", "\tat ");
    }

    @Test
    void nonceIsNeverTheSameTwice() {
        Visitor visitor = visitor("vanphong");
        assertThat(visitor.get("/camunda/app/tasklist/default/").header("Content-Security-Policy"))
                .isNotEqualTo(visitor.get("/camunda/app/tasklist/default/").header("Content-Security-Policy"));
    }

    /** What is no HTTP is answered by the server before any of ours is asked. */
    @ParameterizedTest
    @CsvSource({"GET, /[, Host: a", "GET, /, Host: a b", "'G T', /, Host: a", "GET, /, X"})
    void whatIsNoRequestIsToldNothingOfTheServer(String method, String target, String header) {
        Answer answer = new RawRequest(method, target, List.of(header), "".getBytes(StandardCharsets.UTF_8)).send(port);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("Tomcat", "Server:", "java.", "Exception");
    }

    private Visitor visitor(@Nullable String who) {
        Visitor visitor = new Visitor(port);
        if ("basic".equals(who)) {
            return visitor.withPassword("vanphong", "vanphong");
        }
        if (who != null) {
            visitor.login(who, who);
            visitor.get("/camunda/app/welcome/default/");
        }
        return visitor;
    }
}
