package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialStepsTest {

    private static final Set<String> OFFICES = Set.of("office", "police", "cultureSocial");

    private static Decisions decisions;

    @BeforeAll
    static void deploy() {
        decisions = new Decisions("initial-steps.dmn");
    }

    @AfterAll
    static void close() {
        decisions.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"network-attack", "system-fault", "administrator-error", "user-error", "natural-disaster"})
    void everyKindGivesEveryOfficeSomethingToDoByLaw(String kind) {
        var steps = steps(kind, null);
        assertThat(steps.stream().map(step -> step.get("office")).collect(Collectors.toSet()))
                .isEqualTo(OFFICES);
        assertThat(steps)
                .allSatisfy(step -> {
                    assertThat(step.get("step")).asString().isNotBlank();
                    assertThat(step.get("legalBasis")).asString().isNotBlank();
                })
                .extracting(step -> step.get("step"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denial-of-service",
                "spoofing",
                "malware",
                "unauthorized-access",
                "defacement",
                "data-encryption",
                "sabotage",
                "espionage-theft",
                "combined",
                "other-attack"
            })
    void everyAttackTypeAddsItsOwnStepsAfterTheCommonOnes(String attackType) {
        var common = steps("network-attack", null);
        var all = steps("network-attack", attackType);
        assertThat(all).hasSizeGreaterThan(common.size());
        assertThat(all.subList(0, common.size())).isEqualTo(common);
    }

    @Test
    void evidenceComesFirstInAnAttack() {
        assertThat(steps("network-attack", "malware").get(0))
                .containsEntry("office", "police")
                .containsEntry("legalBasis", "TT20 Đ11.1.a; TT20 Đ11.2.a");
    }

    @Test
    void anAttackTypeLeftOverFromAnotherKindAddsNothing() {
        assertThat(steps("system-fault", "malware")).isEqualTo(steps("system-fault", null));
    }

    @Test
    void anUnknownKindGivesAnEmptyList() {
        assertThat(steps(null, null)).isEmpty();
    }

    private static List<Map<String, Object>> steps(String kind, String attackType) {
        var facts = new HashMap<String, Object>();
        facts.put("kind", kind);
        facts.put("attackType", attackType);
        return decisions.list("initial-steps", facts);
    }
}
