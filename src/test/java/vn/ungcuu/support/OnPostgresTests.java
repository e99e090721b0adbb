package vn.ungcuu.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
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
        @Autowired
        IdentityService identity;

        WithIt() {
            super("postgres");
        }

        @Test
        void listsOfTheEngineAreInTheOrderOfTheVietnameseAlphabet() {
            List<String> alphabet = List.of("An", "Ăn", "Ân", "Dương", "Đào", "Em", "Ong", "Ông", "Ơn", "Ung", "Ưng");
            alphabet.forEach(name -> {
                User user = identity.newUser("sorted" + alphabet.indexOf(name));
                user.setFirstName("sorted");
                user.setLastName(name);
                identity.saveUser(user);
            });
            assertThat(identity.createUserQuery()
                            .userFirstName("sorted")
                            .orderByUserLastName()
                            .asc()
                            .list())
                    .extracting(User::getLastName)
                    .containsExactlyElementsOf(alphabet);
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
