package vn.ungcuu.workplace.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.Visitor;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CountingDataSource.OfTheTest.class)
abstract class SessionContract {

    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    SessionCleaning cleaning;

    private Visitor visitor;

    @BeforeEach
    void login() {
        jdbc.sql("delete from spring_session").update();
        visitor = Visitor.through(Visitor.Door.WEBAPP, port, "vanphong");
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(200);
    }

    @Test
    void whoOnlyLooksAtTheLoginPageLeavesNoSession() {
        jdbc.sql("delete from spring_session").update();
        assertThat(new Visitor(port).get("/dang-nhap").status()).isEqualTo(200);
        assertThat(sessions()).isZero();
    }

    @Test
    void cookieKeepsWhatItHad() {
        String cookie = new Visitor(port)
                        .send("GET", "/camunda/app/tasklist/default/", null, Map.of("Accept", "text/html"))
                        .headers()
                        .allValues("Set-Cookie")
                        .stream()
                        .filter(header -> header.startsWith("JSESSIONID="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).contains("Path=/").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(cookie.split("SameSite")).hasSize(2);
    }

    @Test
    void loginLivesEightHoursAndASessionWithoutOneHalfAnHour() {
        new Visitor(port).send("GET", "/camunda/app/tasklist/default/", null, Map.of("Accept", "text/html"));
        assertThat(jdbc.sql("select max_inactive_interval from spring_session order by principal_name is null")
                        .query(Integer.class)
                        .list())
                .containsExactly(8 * 3600, 1800);
    }

    @Test
    void requestReadsTheSessionAndDoesNotWriteIt() {
        jdbc.sql("update spring_session set expiry_time = expiry_time + 1").update();
        long before = ((CountingDataSource) source).count().statements();
        visitor.get("/camunda/api/engine/engine/default/user/vanphong/profile");
        // One of them for the session; the others say who acts and answer.
        assertThat(((CountingDataSource) source).count().statements() - before).isLessThanOrEqualTo(9);
        visitor.get("/camunda/api/engine/engine/default/user/vanphong/profile");
        // Any write would have set the time anew.
        assertThat(jdbc.sql("select expiry_time - last_access_time - max_inactive_interval * 1000 from spring_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void foreignClassInTheTableIsRefusedAndEndsThatSessionAlone() {
        Visitor other = new Visitor(port);
        other.login("congan", "congan");
        jdbc.sql(
                        "update spring_session_attributes set attribute_bytes = ? where attribute_name = 'SPRING_SECURITY_CONTEXT'"
                                + " and session_primary_id = (select primary_id from spring_session where principal_name = 'vanphong')")
                .param(SessionBytes.write(new Point(1, 2)))
                .update();
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
        assertThat(sessions()).isEqualTo(1);
        assertThat(other.get("/").status()).isEqualTo(200);
    }

    @Test
    void cookieThatIsNoSessionsNameIsNobody() {
        // A zero byte, in Base64: PostgreSQL would refuse it as text.
        assertThat(new Visitor(port)
                        .send("GET", WHO_AM_I, null, Map.of("Cookie", "JSESSIONID=AGFi"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void onlyExpiredSessionsAreRemoved() {
        new Visitor(port).login("congan", "congan");
        jdbc.sql("update spring_session set expiry_time = 0 where principal_name = 'vanphong'")
                .update();
        cleaning.clean();
        cleaning.clean();
        assertThat(sessions()).isEqualTo(1);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
