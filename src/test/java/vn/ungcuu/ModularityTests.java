package vn.ungcuu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(UngCuuApplication.class);

    @Test
    void modulesUseEachOtherOnlyAsTheirPackageInfoAllows() {
        modules.verify();
    }

    @Test
    void everyPackageBesideTheApplicationIsAModule() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("organization", "incident", "deadline", "procedure", "notification", "report", "workplace");
    }
}
