package vn.ungcuu.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ungcuu.UngCuuApplication;

/** Outside the demo nobody gets in who was not meant to. */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

    private static final String STRONG = "trâu đi trước, cày theo sau";

    @Test
    void refusesToStartWithoutAnAdministratorsPassword(CapturedOutput output) {
        assertThatThrownBy(() -> start("").close()).isNotNull();
        assertThat(output)
                .contains("Chưa có quản trị viên nào")
                .contains("There is no administrator yet")
                .contains("biến môi trường UNGCUU_ADMIN_PASSWORD");
    }

    @Test
    void refusesAWeakPasswordAndSaysWhatItTakes(CapturedOutput output) {
        assertThatThrownBy(() -> start("admin").close()).isNotNull();
        assertThat(output).contains("ít nhất 12 ký tự").contains("at least 12 characters");
    }

    @Test
    void createsTheAdministratorAndNobodyElse() {
        try (ConfigurableApplicationContext application = start(STRONG)) {
            IdentityService identity = application.getBean(IdentityService.class);
            assertThat(identity.createUserQuery().list())
                    .extracting(User::getId)
                    .containsExactly("admin");
            assertThat(identity.checkPassword("admin", STRONG)).isTrue();
            assertThat(identity.getPasswordPolicy()).isNotNull();
        }
    }

    private static ConfigurableApplicationContext start(String password) {
        return new SpringApplicationBuilder(UngCuuApplication.class)
                .profiles("office")
                .run(
                        "--server.port=0",
                        // Their start-up code keeps a failed application context in a static field.
                        "--camunda.bpm.webapp.enabled=false",
                        "--spring.datasource.url=jdbc:h2:mem:first-start-" + System.nanoTime(),
                        "--spring.datasource.username=sa",
                        "--spring.datasource.password=",
                        "--ung-cuu.administrator-password=" + password);
    }
}
