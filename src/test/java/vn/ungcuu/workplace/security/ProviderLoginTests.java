package vn.ungcuu.workplace.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.Person;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/** People log in at the province's single sign-on and work as those with an account of the commune do. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProviderLoginTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String API = "/camunda/api/engine/engine/default";
    private static final String START = "/oauth2/authorization/tinh";

    private static MockOAuth2Server province;

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    IdentityService identity;

    @Autowired
    Events events;

    private Visitor visitor;

    @TestConfiguration
    static class Events {

        private final List<AbstractAuthenticationEvent> seen = new CopyOnWriteArrayList<>();

        @EventListener
        void seen(AbstractAuthenticationEvent event) {
            seen.add(event);
        }
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        province = new MockOAuth2Server();
        province.start();
        settings.add("spring.security.oauth2.client.registration.tinh.client-id", () -> "ung-cuu");
        settings.add("spring.security.oauth2.client.registration.tinh.client-secret", () -> "bí mật");
        settings.add(
                "spring.security.oauth2.client.registration.tinh.redirect-uri",
                () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        settings.add(
                "spring.security.oauth2.client.provider.tinh.issuer-uri",
                () -> province.issuerUrl("tinh").toString());
        settings.add("ung-cuu.login.oidc.allow-plain", () -> "true");
        settings.add("ung-cuu.login.oidc.timeout", () -> "60s");
        settings.add("ung-cuu.login.oidc.label", () -> "Đăng nhập bằng tài khoản tỉnh Lâm Đồng");
        settings.add("ung-cuu.login.oidc.groups-claim", () -> "realm_access.roles");
        settings.add("ung-cuu.login.oidc.groups.office", () -> "vp-tanphu; vp-tanphu-lanhdao");
        settings.add("ung-cuu.login.oidc.groups.police", () -> "ca-tanphu");
        settings.add("ung-cuu.base-url", () -> "https://ungcuu.xa.example/");
    }

    @BeforeEach
    void someone() {
        visitor = new Visitor(port);
        events.seen.clear();
    }

    @Test
    void loginPageOffersBothWays() {
        assertThat(visitor.get("/dang-nhap").body())
                .contains("href=\"" + START + "\"", "Đăng nhập bằng tài khoản tỉnh Lâm Đồng")
                .contains("name=\"username\"");
    }

    @Test
    void firstLoginMakesAnAccountAndLeadsToTheTaskListOfTheOffice() {
        visitor.send("GET", TASKLIST, null, Map.of("Accept", "text/html"));
        Reply back = login("Nguyen.Lan", "lan-1", "vp-tanphu", "vp-langkhac");
        assertThat(back.location()).contains(TASKLIST);
        assertThat(visitor.get(TASKLIST).status()).isEqualTo(200);
        JsonNode me = visitor.get(WHO_AM_I).json();
        assertThat(me.path("userId").asText()).isEqualTo("nguyen.lan");
        assertThat(me.path("authorizedApps")).extracting(JsonNode::asText).contains("tasklist");
        assertThat(visitor.get(API + "/filter?resourceType=Task").json())
                .extracting(filter -> filter.path("name").asText())
                .contains("Việc đơn vị tôi chưa ai nhận");
        for (JsonNode filter : visitor.get(API + "/filter?resourceType=Task").json()) {
            assertThat(visitor.post(API + "/filter/" + filter.path("id").asText() + "/list", "{}")
                            .status())
                    .isEqualTo(200);
        }
        Person person = organization.person("nguyen.lan").orElseThrow();
        assertThat(person.name()).isEqualTo("Người Của Tỉnh");
        assertThat(person.email()).isEqualTo("nguyen.lan@tinh.example");
        assertThat(offices("nguyen.lan")).containsExactly("office");
        assertThat(visitor.get("/").body()).contains("Người Của Tỉnh", "Văn phòng HĐND và UBND");
        assertThat(events.seen)
                .anyMatch(event -> event instanceof AuthenticationSuccessEvent
                        && event.getAuthentication().getName().equals("nguyen.lan"));
    }

    @Test
    void loginStartsANewSession() {
        visitor.get(START);
        String before = visitor.cookie("JSESSIONID").orElseThrow();
        login("phien.moi", "phien-1", "vp-tanphu");
        assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void officesFollowTheProviderAtEachLoginAndThoseGivenHereStay() {
        login("di.lai", "lai-1", "vp-tanphu-lanhdao", "ca-tanphu");
        assertThat(offices("di.lai")).containsExactlyInAnyOrder("office", "police");
        identity.createMembership("di.lai", "coordinators");
        visitor = new Visitor(port);
        login("di.lai", "lai-1", "ca-tanphu");
        assertThat(offices("di.lai")).containsExactlyInAnyOrder("police", "coordinators");
        identity.deleteMembership("di.lai", "coordinators");
        visitor = new Visitor(port);
        login("di.lai", "lai-1", "vp-langkhac");
        assertThat(visitor.get("/dang-nhap").body()).contains("chưa được xếp vào phòng, ban nào của xã");
        assertThat(offices("di.lai")).isEmpty();
    }

    @Test
    void whoBelongsToNoOfficeIsToldWhatToDoAndNotRemembered() {
        assertThat(login("nguoi.la", "la-1", "vp-langkhac").location()).contains("/dang-nhap");
        assertThat(visitor.get("/dang-nhap").body())
                .contains("chưa được xếp vào phòng, ban nào của xã", "xin tỉnh thêm vào nhóm");
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
        assertThat(organization.person("nguoi.la")).isEmpty();
        assertThat(events.seen).anyMatch(AbstractAuthenticationFailureEvent.class::isInstance);
    }

    @Test
    void accountMadeHereIsNeverTakenByOneOfTheProvider() {
        assertThat(login("vanphong", "la-2", "ca-tanphu").location()).contains("/dang-nhap");
        assertThat(visitor.get("/dang-nhap").body()).contains("trùng với một tài khoản khác");
        assertThat(offices("vanphong")).containsExactly("office");
        assertThat(visitor.login("vanphong", "vanphong").location()).contains("/");
    }

    @Test
    void nameThatIsGivenToSomebodyElseThereDoesNotOpenTheOldAccount() {
        login("chuyen.ten", "cu-1", "vp-tanphu");
        visitor = new Visitor(port);
        assertThat(login("chuyen.ten", "moi-2", "vp-tanphu").location()).contains("/dang-nhap");
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "có dấu", "../../etc", "a b", "a/b", "*"})
    void nameTheEngineCannotTakeIsToldToTheAdministrator(String name) {
        assertThat(login(name, "x-1", "vp-tanphu").location()).contains("/dang-nhap");
        assertThat(visitor.get("/dang-nhap").body()).contains("không cho biết tên tài khoản dùng được");
    }

    @Test
    void accountOfTheProviderHasNoPasswordHere() {
        login("khong.mat.khau", "kmk-1", "vp-tanphu");
        for (String password : List.of("", "khong.mat.khau", "null")) {
            assertThat(new Visitor(port)
                            .withPassword("khong.mat.khau", password)
                            .get("/engine-rest/task")
                            .status())
                    .isEqualTo(401);
        }
        Visitor administrator = new Visitor(port);
        administrator.login("admin", "admin");
        administrator.get("/camunda/app/admin/default/");
        assertThat(administrator
                        .send(
                                "PUT",
                                API + "/user/khong.mat.khau/credentials",
                                "{\"password\":\"Moi-2026-abc\",\"authenticatedUserPassword\":\"admin\"}",
                                Map.of())
                        .body())
                .contains("cổng đăng nhập của tỉnh", "hãy đổi mật khẩu ở đó");
    }

    @Test
    void requestCarriesStateNonceAndPkceAndCannotBeSentElsewhere() throws Exception {
        Map<String, String> asked =
                query(URI.create(visitor.get(START + "?redirect_uri=https://evil.example&continue=https://evil.example")
                        .header("Location")
                        .orElseThrow()));
        assertThat(asked)
                .containsKeys("state", "nonce", "code_challenge")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "ung-cuu")
                .containsEntry("redirect_uri", "http://localhost:" + port + "/login/oauth2/code/tinh");
    }

    @Test
    void answerNobodyHereAskedForOpensNothing() {
        Visitor victim = new Visitor(port);
        String callback = callback(new Visitor(port));
        assertThat(victim.get(callback).location()).contains("/dang-nhap");
        assertThat(victim.get("/dang-nhap").body()).contains("Hãy bấm đăng nhập lại");
        assertThat(victim.get(WHO_AM_I).status()).isEqualTo(401);
        Visitor forged = new Visitor(port);
        String own = callback(forged);
        assertThat(forged.get(own.replaceAll("state=[^&]+", "state=forged")).location())
                .contains("/dang-nhap");
        assertThat(forged.get(WHO_AM_I).status()).isEqualTo(401);
    }

    @Test
    void answerIsGoodOnceOnly() {
        String callback = callback(visitor);
        assertThat(arrive(visitor, callback, "mot.lan", "ml-1", "vp-tanphu").location())
                .contains("/");
        Visitor again = new Visitor(port);
        assertThat(again.get(callback).location()).contains("/dang-nhap");
    }

    @Test
    void whoStopsAtTheProviderComesBackToTheLoginPage() {
        String state =
                query(URI.create(visitor.get(START).location().orElseThrow())).get("state");
        Reply back =
                visitor.get("/login/oauth2/code/tinh?error=access_denied&state=" + URLEncoder.encode(state, UTF_8));
        assertThat(back.location()).contains("/dang-nhap");
        assertThat(visitor.get("/dang-nhap").body()).contains("đã dừng ở cổng của tỉnh");
    }

    @Test
    void logoutEndsTheSessionThereToo() {
        login("ra.ve", "rv-1", "vp-tanphu");
        Reply out = visitor.form("/dang-xuat", Map.of("_csrf", visitor.csrfOf("/")));
        assertThat(out.location()).contains("/dang-nhap?da-dang-xuat");
        assertEndsThere();
        assertThat(visitor.get("/dang-nhap?da-dang-xuat").body()).contains("Anh/chị đã đăng xuất.");
    }

    @Test
    void logoutInTasklistEndsTheSessionThereToo() {
        login("ra.ve", "rv-1", "vp-tanphu");
        visitor.get(TASKLIST);
        assertThat(visitor.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
        assertEndsThere();
    }

    @Test
    void logoutOfAnAccountMadeHereLeavesTheProviderAlone() {
        visitor.login("vanphong", "vanphong");
        visitor.form("/dang-xuat", Map.of("_csrf", visitor.csrfOf("/")));
        assertThat(visitor.get("/dang-nhap?da-dang-xuat").body()).contains("name=\"username\"");
    }

    private void assertEndsThere() {
        String page = visitor.get("/dang-nhap?da-dang-xuat").body();
        assertThat(page)
                .contains("Đang đăng xuất khỏi cổng đăng nhập của tỉnh")
                .contains("http-equiv=\"refresh\"")
                .contains(province.endSessionEndpointUrl("tinh").toString() + "?id_token_hint=ey")
                .contains("post_logout_redirect_uri=https%3A%2F%2Fungcuu.xa.example%2Fdang-nhap%3Fda-dang-xuat");
    }

    /** The whole way of somebody's browser; what the application answers in the end. */
    private Reply login(String userName, String subject, String... roles) {
        return arrive(visitor, callback(visitor), userName, subject, roles);
    }

    /** @param roles what the provider says of the person when it is asked */
    private static Reply arrive(Visitor browser, String callback, String userName, String subject, String... roles) {
        province.enqueueCallback(new DefaultOAuth2TokenCallback(
                "tinh",
                subject,
                "JWT",
                List.of("ung-cuu"),
                Map.of(
                        "preferred_username",
                        userName,
                        "name",
                        "Người Của Tỉnh",
                        "email",
                        userName.toLowerCase(Locale.ROOT) + "@tinh.example",
                        "realm_access",
                        Map.of("roles", List.of(roles))),
                3600));
        return browser.get(callback);
    }

    /** The path the provider sends the browser back to. */
    private String callback(Visitor browser) {
        URI there = URI.create(browser.get(START).header("Location").orElseThrow());
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(there).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return answer.headers().firstValue("Location").orElseThrow().replace("http://localhost:" + port, "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> offices(String userId) {
        return organization.officesOf(userId).stream().map(Office::id).toList();
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], UTF_8)));
    }
}
