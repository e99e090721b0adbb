package vn.ungcuu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

    @Test
    void secondStartOnTheSameDatabaseFileSaysWhatToDo(@TempDir Path folder, CapturedOutput output) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ungcuu") + ";DB_CLOSE_ON_EXIT=FALSE";
        try (Connection held = openAsAnotherProcessWould(url)) {
            start("--spring.datasource.url=" + url);
        }
        assertThat(output)
                .contains("Cơ sở dữ liệu đang được một tiến trình Ứng cứu khác sử dụng.")
                .contains("The database is in use by another running Ứng cứu.");
    }

    @Test
    void busyPortSaysWhatToDo(CapturedOutput output) throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            start("--server.port=" + busy.getLocalPort());
            assertThat(output)
                    .contains("Cổng " + busy.getLocalPort() + " đang được một chương trình khác sử dụng.")
                    .contains("--server.port=" + (busy.getLocalPort() + 1));
        }
    }

    @Test
    void productionWithoutDatabaseSaysWhichSettingIsMissing(CapturedOutput output) {
        start("--spring.profiles.active=production");
        assertThat(output).contains("Thiếu cấu hình bắt buộc: SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, ");
    }

    @Test
    void webhookWithoutSecretSaysWhichSettingIsMissing(CapturedOutput output) {
        start("--ung-cuu.webhook.url=http://127.0.0.1/webhook", "--ung-cuu.webhook.secret= ");
        assertThat(output)
                .contains("Có địa chỉ webhook (ung-cuu.webhook.url) nhưng chưa có khóa bí mật để ký.")
                .contains("UNGCUU_WEBHOOK_SECRET");
    }

    @Test
    void passwordsOverAnUnencryptedLineAreRefusedByTheNameOfTheSetting(CapturedOutput output) {
        start(
                "--ung-cuu.login.ldap.url=ldap://danhba.tinh.vn",
                "--spring.datasource.url=jdbc:h2:mem:unencrypted-" + System.nanoTime());
        assertThat(output)
                .contains("Cấu hình ung-cuu.login.ldap.url chưa đúng.")
                .contains("mật khẩu đi qua mạng không mã hóa")
                .contains("ung-cuu.login.ldap.allow-plain=true");
    }

    @Test
    void officeThatDoesNotExistIsRefusedByTheNameOfTheSetting(CapturedOutput output) {
        start(
                "--ung-cuu.login.ldap.url=ldaps://danhba.tinh.vn",
                "--ung-cuu.login.ldap.bind-dn=cn=ung-cuu,dc=tinh,dc=vn",
                "--ung-cuu.login.ldap.bind-password=x",
                "--ung-cuu.login.ldap.people-base=dc=tinh,dc=vn",
                "--ung-cuu.login.ldap.groups.vanphong=cn=VP,dc=tinh,dc=vn",
                "--spring.datasource.url=jdbc:h2:mem:unknown-office-" + System.nanoTime());
        assertThat(output)
                .contains("Cấu hình ung-cuu.login.ldap.groups.vanphong chưa đúng.")
                .contains("Các mã đang có: office, police,");
    }

    @Test
    void singleSignOnWithoutAnAddressIsRefusedByTheNameOfTheSetting(CapturedOutput output) {
        start(
                "--spring.security.oauth2.client.registration.tinh.client-id=ung-cuu",
                "--spring.security.oauth2.client.provider.tinh.issuer-uri=http://sso.tinh.vn",
                "--ung-cuu.login.oidc.groups.office=vp",
                "--spring.datasource.url=jdbc:h2:mem:single-sign-on-" + System.nanoTime());
        assertThat(output)
                .contains("Cấu hình spring.security.oauth2.client.provider.tinh.issuer-uri chưa đúng.")
                .contains("Hãy ghi địa chỉ https://");
    }

    private static void start(String... arguments) {
        // The webapps keep what they need in static fields, and ending this application would empty them for other
        // tests.
        assertThat(catchThrowable(() -> new SpringApplicationBuilder(UngCuuApplication.class)
                        .properties("camunda.bpm.webapp.enabled=false")
                        .run(arguments)))
                .isNotNull();
    }

    /** H2 shares a database within one class loader; a second copy of H2 meets the lock as a second process does. */
    private static Connection openAsAnotherProcessWould(String url) throws Exception {
        Class<?> driver = Class.forName("org.h2.Driver");
        URL h2 = driver.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader other = new URLClassLoader(new URL[] {h2}, ClassLoader.getPlatformClassLoader());
        Driver second =
                (Driver) other.loadClass("org.h2.Driver").getConstructor().newInstance();
        Properties user = new Properties();
        user.setProperty("user", "sa");
        user.setProperty("password", "");
        return second.connect(url, user);
    }
}
