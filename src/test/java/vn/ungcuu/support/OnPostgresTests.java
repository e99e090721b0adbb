package vn.ungcuu.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

class OnPostgresTests {

    @Nested
    class WithoutIt extends Contract {
        WithoutIt() {
            super("h2");
        }
    }

    @Nested
    @OnPostgres
    class WithIt extends Contract {
        WithIt() {
            super("postgres");
        }
    }

    @SpringBootTest
    abstract static class Contract {

        private final String databaseType;

        @Autowired
        ManagementService managementService;

        Contract(String databaseType) {
            this.databaseType = databaseType;
        }

        @Test
        void engineRunsOnTheDatabaseThatWasAskedFor() {
            assertThat(managementService.getProperties()).containsKey("schema.version");
            assertThat(managementService
                            .getTelemetryData()
                            .getProduct()
                            .getInternals()
                            .getDatabase()
                            .getVendor())
                    .containsIgnoringCase(databaseType);
        }
    }
}
