package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.Person;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.support.ProvinceDirectory;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/** People of the province's directory log in and work as those with an account of the commune do. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DirectoryTest {

    private static final String API = "/camunda/api/engine/engine/default";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ProvinceDirectory province;

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    IdentityService identity;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient database;

    @Autowired
    ScheduledTaskHolder scheduled;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry settings) {
        province = new ProvinceDirectory("localhost")
                .add("nguyen.lan", "Nguyễn Thị Ngọc Lan", ProvinceDirectory.OFFICE)
                .add("tran.hung", "Trần Văn Hùng", ProvinceDirectory.POLICE)
                .add("le.cntt", "Lê Công Nghệ", ProvinceDirectory.ADMINISTRATORS)
                .add("nguoi.la", "Người Lạ", ProvinceDirectory.ELSEWHERE)
                // Like the demo's account of the same name.
                .add("vanphong", "Trùng Tên", ProvinceDirectory.POLICE);
        settings.add("ung-cuu.login.ldap.url", province::url);
        settings.add("ung-cuu.login.ldap.bind-dn", () -> ProvinceDirectory.READER);
        settings.add("ung-cuu.login.ldap.bind-password", () -> ProvinceDirectory.READERS_PASSWORD);
        settings.add("ung-cuu.login.ldap.people-base", () -> ProvinceDirectory.PEOPLE);
        settings.add("ung-cuu.login.ldap.groups.office", () -> ProvinceDirectory.OFFICE);
        settings.add("ung-cuu.login.ldap.groups.police", () -> "cn=Khac,dc=tinh,dc=vn; " + ProvinceDirectory.POLICE);
        settings.add("ung-cuu.login.ldap.groups.camundaadmin", () -> ProvinceDirectory.ADMINISTRATORS);
        settings.add("ung-cuu.login.ldap.ssl-bundle", () -> "province");
        settings.add(
                "spring.ssl.bundle.pem.province.truststore.certificate",
                () -> province.certificate().toUri().toString());
        settings.add("ung-cuu.login.ldap.timeout", () -> "60s");
        // Beside it, a single sign-on that is down.
        settings.add("spring.security.oauth2.client.registration.tinh.client-id", () -> "ung-cuu");
        settings.add("spring.security.oauth2.client.provider.tinh.issuer-uri", () -> "http://localhost:1/tinh");
        settings.add("ung-cuu.login.oidc.allow-plain", () -> "true");
        settings.add("ung-cuu.login.oidc.groups.office", () -> "vp-tanphu");
    }

    @Test
    void colleaguesAreKnownBeforeTheyHaveEverLoggedIn() {
        refresh();
        assertThat(organization.members("police")).extracting(Person::id).contains("tran.hung");
        Person person = organization.person("tran.hung").orElseThrow();
        assertThat(person.name()).isEqualTo("Trần Văn Hùng");
        assertThat(person.email()).isEqualTo("tran.hung@tinh.example");
        assertThat(organization.person("nguoi.la")).isEmpty();
    }

    @Test
    void loginLeadsToTheTaskListOfOnesOffice() {
        report();
        Visitor person = new Visitor(port);
        // However it is written.
        assertThat(person.login(" Nguyen.Lan ", "nguyen.lan-2026").location()).contains("/");
        assertThat(person.get("/").body()).contains("Nguyễn Thị Ngọc Lan", "Văn phòng HĐND và UBND");
        assertThat(person.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        JsonNode me = person.get(WHO_AM_I).json();
        assertThat(me.path("userId").asText()).isEqualTo("nguyen.lan");
        assertThat(me.path("authorizedApps")).extracting(JsonNode::asText).contains("tasklist");
        JsonNode filters = person.get(API + "/filter?resourceType=Task").json();
        JsonNode ofMyOffice = null;
        for (JsonNode filter : filters) {
            if (filter.path("name").asText().equals("Việc đơn vị tôi chưa ai nhận")) {
                ofMyOffice = filter;
            }
        }
        assertThat(ofMyOffice).isNotNull();
        assertThat(person.post(API + "/filter/" + ofMyOffice.path("id").asText() + "/list", "{}")
                        .json())
                .isNotEmpty();
        assertThat(person.get(API + "/user/nguyen.lan/profile")
                        .json()
                        .path("lastName")
                        .asText())
                .isEqualTo("Lan");
    }

    @Test
    void incidentIsWorkedOverRestToItsEnd() throws Exception {
        Visitor office = machine("nguyen.lan");
        String code = report();
        Set<String> done = new HashSet<>();
        FormFiller filler = new FormFiller(Map.of("verificationResult", "false-alarm"));
        for (JsonNode task = open(office, code); task != null; task = open(office, code)) {
            String path = "/engine-rest/task/" + task.path("id").asText();
            assertThat(done.add(path)).isTrue();
            assertThat(office.post(path + "/claim", "{\"userId\":\"nguyen.lan\"}")
                            .status())
                    .isEqualTo(204);
            Reply completed = office.post(
                    path + "/submit-form", answers(filler, task.path("id").asText()));
            assertThat(completed.status()).as(completed.body()).isEqualTo(204);
        }
        assertThat(done).isNotEmpty();
        Visitor reader = new Visitor(port);
        reader.login("nguyen.lan", "nguyen.lan-2026");
        assertThat(reader.get("/so-theo-doi/" + code).body()).contains("Nguyễn Thị Ngọc Lan");
    }

    @Test
    void strangersWrongPasswordsAndEmptyOnesStayOutside() {
        assertThat(machine("nguoi.la").get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(machine("nobody").get("/engine-rest/task").status()).isEqualTo(401);
        for (String password : List.of("", "wrong")) {
            assertThat(new Visitor(port)
                            .withPassword("tran.hung", password)
                            .get("/engine-rest/task")
                            .status())
                    .isEqualTo(401);
            Visitor person = new Visitor(port);
            assertThat(person.login("tran.hung", password).location()).contains("/dang-nhap");
            letTryAgain("tran.hung");
        }
        for (String name : List.of("*", "tran*", "tran.hung)(uid=*", "")) {
            assertThat(new Visitor(port).login(name, "tran.hung-2026").location())
                    .contains("/dang-nhap");
        }
    }

    @Test
    void wrongPasswordMakesTheAccountWaitAsAnyOtherAndTheRightOneIsForgiven() {
        Visitor person = new Visitor(port);
        assertThat(person.login("tran.hung", "wrong").location()).contains("/dang-nhap");
        assertThat(person.get("/dang-nhap").body()).contains("chờ một phút").contains("value=\"tran.hung\"");
        assertThat(new Visitor(port).login("Tran.Hung", "tran.hung-2026").location())
                .contains("/dang-nhap");
        letTryAgain("tran.hung");
        assertThat(person.login("tran.hung", "tran.hung-2026").location()).contains("/");
        assertThat(attempts("tran.hung")).isZero();
    }

    @Test
    void accountMadeHereIsNeverTakenByOneOfTheDirectory() {
        assertThat(machine("vanphong").get("/engine-rest/task").status()).isEqualTo(401);
        letTryAgain("vanphong");
        assertThat(new Visitor(port)
                        .withPassword("vanphong", "vanphong")
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(200);
        assertThat(organization.nameOf("vanphong")).isEqualTo("Nguyễn Thị Lan");
        assertThat(organization.person("vanphong").orElseThrow().officeIds()).containsExactly("office");
        refresh();
        assertThat(reason("directory")).contains("trùng với tài khoản tạo tại xã: vanphong");
    }

    @Test
    void whoeverChangesOfficeOrLeavesLosesTheOldOneWithoutLoggingOut() {
        province.add("di.lai", "Người Đi Lại", ProvinceDirectory.OFFICE);
        Visitor person = new Visitor(port);
        assertThat(person.login("di.lai", "di.lai-2026").location()).contains("/");
        identity.createMembership("di.lai", "coordinators");
        province.putInto("di.lai", ProvinceDirectory.POLICE);
        refresh();
        assertThat(officesOf("di.lai")).containsExactlyInAnyOrder("police", "coordinators");
        province.remove("di.lai");
        refresh();
        assertThat(officesOf("di.lai")).isEmpty();
        assertThat(person.get("/so-theo-doi").body()).doesNotContain("SC-20");
        assertThat(new Visitor(port).login("di.lai", "di.lai-2026").location()).contains("/dang-nhap");
        assertThat(organization.nameOf("di.lai")).isEqualTo("Người Đi Lại");
    }

    @Test
    void administratorSeesWhoseTheAccountIsAndIsToldWhereToChangeIt() {
        Visitor administrator = new Visitor(port);
        assertThat(administrator.login("le.cntt", "le.cntt-2026").location()).contains("/");
        administrator.get("/camunda/app/admin/default/");
        String user = API + "/user/tran.hung";
        machine("tran.hung").get("/engine-rest/task");
        assertThat(administrator
                        .send("PUT", user + "/profile", profile(), Map.of())
                        .body())
                .contains("lấy từ danh bạ của tỉnh");
        assertThat(administrator
                        .send(
                                "PUT",
                                user + "/credentials",
                                "{\"password\":\"x\",\"authenticatedUserPassword\":\"x\"}",
                                Map.of())
                        .body())
                .contains("hãy đổi mật khẩu ở đó");
        assertThat(administrator
                        .send("PUT", API + "/user/congan/credentials", "{\"password\":\"x\"}", Map.of())
                        .body())
                .contains("tài khoản tạo tại xã");
        assertThat(administrator
                        .send("PUT", API + "/group/office/members/tran.hung", "{}", Map.of())
                        .body())
                .contains("do danh bạ của tỉnh quyết định");
        assertThat(administrator
                        .send("PUT", API + "/group/leadership/members/tran.hung", "{}", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(administrator
                        .send("DELETE", API + "/group/leadership/members/tran.hung", null, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(administrator.get(API + "/group?member=tran.hung").json().findValuesAsText("name"))
                .contains("Tài khoản từ danh bạ của tỉnh");
        assertThat(identity.createUserQuery().memberOfGroup("directoryAccounts").list())
                .extracting(User::getId)
                .contains("tran.hung")
                .doesNotContain("congan", "admin");
    }

    @Test
    void whileTheDirectoryIsSilentPeopleAreToldAndAccountsOfTheCommuneStillWork() {
        Visitor loggedIn = new Visitor(port);
        assertThat(loggedIn.login("nguyen.lan", "nguyen.lan-2026").location()).contains("/");
        province.goSilent();
        try {
            Visitor person = new Visitor(port);
            assertThat(person.login("nguyen.lan", "nguyen.lan-2026").location()).contains("/dang-nhap");
            assertThat(person.get("/dang-nhap").body())
                    .contains("Danh bạ tài khoản của tỉnh hiện không trả lời", "value=\"nguyen.lan\"")
                    .doesNotContain("chưa đúng");
            Reply rest = machine("nguyen.lan").get("/engine-rest/task");
            assertThat(rest.status()).isEqualTo(503);
            assertThat(rest.body()).contains("hiện không trả lời");
            assertThat(attempts("nguyen.lan")).isZero();
            assertThat(reason("directory")).contains("Máy chủ danh bạ không trả lời");
            assertThat(loggedIn.get("/").body()).contains("Nguyễn Thị Ngọc Lan");
            assertThat(officesOf("nguyen.lan")).contains("office");
            assertThat(new Visitor(port).login("admin", "admin").location()).contains("/");
        } finally {
            province.comeBack();
        }
        refresh();
        assertThat(reason("directory")).doesNotContain("không trả lời");
        assertThat(machine("nguyen.lan").get("/engine-rest/task").status()).isEqualTo(200);
    }

    /** As it comes by itself every ten minutes. */
    private void refresh() {
        scheduled.getScheduledTasks().stream()
                .filter(task -> task.toString().contains("DirectoryPeople"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    @Test
    void singleSignOnThatIsDownIsSaidOnTheLoginPageAndStopsNobodyElse() {
        Visitor person = new Visitor(port);
        assertThat(person.get("/dang-nhap").body()).contains("Đăng nhập bằng tài khoản của tỉnh");
        assertThat(person.get("/oauth2/authorization/tinh").location()).contains("/dang-nhap");
        assertThat(person.get("/dang-nhap").body()).contains("Cổng đăng nhập của tỉnh hiện không trả lời");
        assertThat(reason("provider")).contains("spring.security.oauth2.client.provider.tinh.issuer-uri");
        assertThat(person.login("nguyen.lan", "nguyen.lan-2026").location()).contains("/");
        assertThat(person.form("/dang-xuat", Map.of("_csrf", person.csrfOf("/")))
                        .location())
                .contains("/dang-nhap?da-dang-xuat");
    }

    private String report() {
        Reply reply = machine("nguyen.lan")
                .post(
                        "/engine-rest/message",
                        ReportsOverRest.message(ReportsOverRest.report()).toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path(0).path("processInstance").path("businessKey").asText();
    }

    private JsonNode open(Visitor office, String code) {
        return office.get("/engine-rest/task?processInstanceBusinessKey=" + code)
                .json()
                .get(0);
    }

    private String answers(FormFiller filler, String task) throws Exception {
        FormSchema form;
        try (InputStream content = forms.getDeployedTaskForm(task)) {
            form = FormSchema.read(content.readAllBytes());
        }
        ObjectNode variables = JSON.createObjectNode();
        filler.fill(form, forms.getTaskFormVariables(task), Map.of()).forEach((name, value) -> {
            JsonNode json = JSON.valueToTree(value);
            ObjectNode variable = variables.putObject(name);
            if (json.isArray()) {
                variable.put("type", "Json").put("value", json.toString());
            } else {
                variable.set("value", json);
            }
        });
        return JSON.createObjectNode().set("variables", variables).toString();
    }

    private Visitor machine(String userId) {
        return new Visitor(port).withPassword(userId, userId + "-2026");
    }

    private List<String> officesOf(String userId) {
        return organization.officesOf(userId).stream()
                .map(office -> office.id())
                .toList();
    }

    private String reason(String component) {
        return new Visitor(port)
                .withPassword("admin", "admin")
                .get("/actuator/health")
                .json()
                .at("/components/" + component + "/details/reason")
                .asText();
    }

    private static String profile() {
        return "{\"id\":\"tran.hung\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"\"}";
    }

    private int attempts(String userId) {
        return database.sql("select coalesce(max(attempts_), 0) from act_id_user where id_ = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    /** The waiting time between two attempts is not what the test is about. */
    private void letTryAgain(String userId) {
        identity.unlockUser(userId);
    }
}
