package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/** Probes are what a cluster asks for, mail what somebody may watch: both can be switched on in operation. */
@SpringBootTest
@TestPropertySource(
        properties = {
            "management.endpoint.health.probes.enabled=true",
            "management.health.mail.enabled=true",
            "spring.mail.host=localhost"
        })
class HousekeepingTests {

    @Autowired
    HealthContributorRegistry health;

    @Test
    void everyPartThatCanSayItIsNotWellHasAVietnameseName() {
        assertThat(health.stream().map(NamedContributor::getName))
                .contains("db", "mail", "livenessState")
                .allSatisfy(part -> assertThat(Housekeeping.PARTS).containsKey(part));
    }
}
