package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.InProduction;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Door;
import vn.ungcuu.support.Visitor.Reply;

@InProduction
class ProductionTests {

    private static final String OUTSIDE = "203.0.113.7";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Test
    void nobodyIsThereButTheAdministratorWhosePasswordWasGiven() {
        assertThat(identity.createUserQuery().list()).extracting(User::getId).containsExactly("admin");
        for (String guess : List.of("admin", "camunda", "demo", "sa", "", "ungcuu", "vanphong")) {
            assertThat(identity.checkPassword("admin", guess)).as(guess).isFalse();
            identity.unlockUser("admin");
        }
        assertThat(administrator().get("/camunda/api/admin/auth/user/default").status())
                .isEqualTo(200);
        assertThat(new Visitor(port).byTlsFrom(OUTSIDE).get("/dang-nhap").body())
                .doesNotContain("Bản dùng thử");
    }

    @Test
    void cookiesTravelByTlsOnlyAndNoScriptReadsASession() {
        Visitor visitor = new Visitor(port).byTlsFrom(OUTSIDE);
        List<String> cookies = List.of(
                        visitor.get("/dang-nhap"),
                        visitor.login("admin", InProduction.ADMINISTRATOR_PASSWORD),
                        visitor.get("/"),
                        visitor.get("/camunda/app/admin/default/"))
                .stream()
                .flatMap(reply -> reply.headers().allValues("Set-Cookie").stream())
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .map(cookie -> cookie.replaceAll("; *", "; "))
                .toList();
        assertThat(cookies)
                .extracting(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .contains("JSESSIONID", "UNGCUU-CSRF", "XSRF-TOKEN");
        assertThat(cookies).allSatisfy(cookie -> {
            assertThat(cookie)
                    .contains("; Secure")
                    .containsPattern("; SameSite=(Lax|Strict)")
                    .contains("; Path=/");
            // The scripts of the web applications send their token back, so they have to read it.
            if (!cookie.startsWith("XSRF-TOKEN=")) {
                assertThat(cookie).contains("; HttpOnly");
            }
        });
        assertThat(new Visitor(port)
                        .byTlsFrom(OUTSIDE)
                        .login("khong-co-ai", "x")
                        .location()
                        .orElseThrow())
                .doesNotContainIgnoringCase("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dang-nhap",
                "/",
                "/khong-co-trang-nay",
                "/css/ung-cuu.css",
                "/engine-rest/task",
                "/camunda/app/admin/default/",
                "/actuator/health"
            })
    void answersByTlsWantTlsForAYear(String address) {
        assertThat(new Visitor(port).byTlsFrom(OUTSIDE).get(address).headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
    }

    @Test
    void withoutTlsNobodyGetsInAndIsToldWhy() {
        Visitor visitor = new Visitor(port);
        for (String address : List.of("/dang-nhap", "/", "/camunda/app/admin/default/", "/bao-su-co")) {
            Reply page = visitor.send("GET", address, null, Map.of("Accept", "text/html"));
            assertThat(page.status()).as(address).isEqualTo(403);
            assertThat(page.body()).contains("kết nối có mã hóa").doesNotContain("password");
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(page.header("Strict-Transport-Security")).isEmpty();
        }
        visitor.withPassword("admin", InProduction.ADMINISTRATOR_PASSWORD);
        Reply rest = visitor.get("/engine-rest/user");
        assertThat(rest.status()).isEqualTo(403);
        assertThat(rest.json().path("message").asText()).contains("kết nối có mã hóa");
    }

    @Test
    void healthAndItsFiguresAreAskedInsideTheHouse() {
        Visitor probe = new Visitor(port);
        assertThat(probe.get("/actuator/health/readiness").status()).isEqualTo(200);
        Map<String, String> token = Map.of("Authorization", "Bearer " + InProduction.METRICS_TOKEN);
        assertThat(probe.send("GET", "/actuator/prometheus", null, token).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void weakPasswordIsRefusedInASentenceWhicheverWayItComes(Door door) {
        Visitor admin = door == Door.WEBAPP
                ? administrator()
                : new Visitor(port).byTlsFrom(OUTSIDE).withPassword("admin", InProduction.ADMINISTRATOR_PASSWORD);
        for (String password : List.of("ngắn", "Matkhau@2026", "nguoimoi2026", "x".repeat(12))) {
            Reply refused = admin.post(door.path + "/user/create", """
                    {"profile": {"id": "nguoimoi", "firstName": "A", "lastName": "B"}, "credentials": {"password": "%s"}}""".formatted(password));
            assertThat(refused.status()).as(password).isEqualTo(400);
            assertThat(refused.json().path("message").asText()).contains("cần từ 12 đến 128 ký tự");
            assertThat(identity.createUserQuery().userId("nguoimoi").count()).isZero();
        }
        assertThat(admin.get(door.path + "/identity/password-policy").json().path("rules"))
                .extracting(rule -> rule.path("placeholder").asText())
                .containsExactly("PASSWORD_POLICY_LENGTH", "PASSWORD_POLICY_USER_DATA");
    }

    @Test
    void whoTriesManyNamesFromOneAddressWaitsByEveryDoorAndNobodyElseDoes() {
        String address = "203.0.113.99";
        for (int i = 0; i < AddressThrottle.ALLOWED; i++) {
            new Visitor(port).byTlsFrom(address).withPassword("ai-do-" + i, "x").get("/engine-rest/task");
        }
        Reply rest = new Visitor(port)
                .byTlsFrom(address)
                .withPassword("admin", InProduction.ADMINISTRATOR_PASSWORD)
                .get("/engine-rest/user");
        assertThat(rest.status()).isEqualTo(429);
        assertThat(rest.json().path("message").asText()).contains("chờ 15 phút");
        Visitor page = new Visitor(port).byTlsFrom(address);
        assertThat(page.login("admin", InProduction.ADMINISTRATOR_PASSWORD).location())
                .hasValue("/dang-nhap");
        assertThat(page.get("/dang-nhap").body()).contains("chờ 15 phút");
        assertThat(administrator().get("/").status()).isEqualTo(200);
    }

    private Visitor administrator() {
        Visitor visitor = new Visitor(port).byTlsFrom(OUTSIDE);
        assertThat(visitor.login("admin", InProduction.ADMINISTRATOR_PASSWORD).location())
                .hasValue("/");
        visitor.get("/camunda/app/welcome/default/");
        return visitor;
    }
}
