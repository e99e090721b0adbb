package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyIncidentTest {

    private static Decisions decisions;

    @BeforeAll
    static void deploy() {
        decisions = new Decisions("classify-incident.dmn");
    }

    @AfterAll
    static void close() {
        decisions.close();
    }

    static Stream<Arguments> scenarios() throws IOException {
        try (var in = ClassifyIncidentTest.class.getResourceAsStream("/scenarios/incidents.json")) {
            List<Map<String, Object>> all =
                    new ObjectMapper().readValue(in, new TypeReference<List<Map<String, Object>>>() {});
            return all.stream()
                    .filter(scenario -> ((Map<?, ?>) scenario.get("expected")).containsKey("severity"))
                    .map(scenario -> arguments(scenario.get("id"), scenario.get("facts"), scenario.get("expected")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void classifiesTheReportsACommuneGets(String id, Map<String, Object> facts, Map<String, Object> expected) {
        assertThat(classify(facts))
                .containsEntry("severity", expected.get("severity"))
                .containsEntry("proposeUpgrade", expected.get("proposeUpgrade"));
    }

    @Test
    void takesMissingFactsForNothingBad() {
        assertThat(classify(Map.of()))
                .containsEntry("severity", "ordinary")
                .containsEntry("proposeUpgrade", false)
                .extractingByKey("basis")
                .asString()
                .isNotBlank();
    }

    @Test
    void takesNullFactsForNothingBad() {
        var facts = new HashMap<String, Object>();
        Stream.of(
                        "kind",
                        "attackType",
                        "systemLevel",
                        "nationalCriticalSystem",
                        "serviceDownHours",
                        "stateSecretAtRisk",
                        "dataUnrecoverable",
                        "controlLost",
                        "spreading",
                        "beyondCapability",
                        "upgradeSuspected",
                        "sensitivePersonalData")
                .forEach(fact -> facts.put(fact, null));
        assertThat(classify(facts)).containsEntry("severity", "ordinary").containsEntry("proposeUpgrade", false);
    }

    @ParameterizedTest
    @CsvSource({"0, ordinary", "0.01, ordinary", "7.99, ordinary", "8, serious", "8.0, serious", "30, serious"})
    void anOutageIsSeriousFromEightHoursOn(double hours, String severity) {
        assertThat(classify(Map.of("serviceDownHours", hours))).containsEntry("severity", severity);
    }

    @Test
    void readsWholeHoursToo() {
        assertThat(classify(Map.of("serviceDownHours", 8))).containsEntry("severity", "serious");
        assertThat(classify(Map.of("serviceDownHours", 7L))).containsEntry("severity", "ordinary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stateSecretAtRisk", "dataUnrecoverable", "controlLost", "spreading", "sensitivePersonalData"})
    void oneDangerSignMakesItSeriousWithItsReason(String sign) {
        var result = classify(Map.of(sign, true));
        assertThat(result).containsEntry("severity", "serious").containsEntry("proposeUpgrade", false);
        assertThat(result.get("basis")).asString().contains("NĐ331 Đ31.2.d").doesNotContain("QĐ05 Đ9");
    }

    @ParameterizedTest
    @CsvSource({
        "data-encryption, serious",
        "denial-of-service, ordinary",
        "spoofing, ordinary",
        "malware, ordinary",
        "unauthorized-access, ordinary",
        "defacement, ordinary",
        "sabotage, ordinary",
        "espionage-theft, ordinary",
        "combined, ordinary",
        "other-attack, ordinary"
    })
    void ofTheAttackTypesOnlyEncryptionIsSeriousByItself(String attackType, String severity) {
        assertThat(classify(Map.of("kind", "network-attack", "attackType", attackType)))
                .containsEntry("severity", severity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beyondCapability",
                "upgradeSuspected",
                "securityOrderSigns",
                "crimeSigns",
                "personalDataHarm",
                "locationOrBiometricData",
                "nationalCriticalSystem",
                "drill"
            })
    void otherFactsAloneLeaveItOrdinary(String fact) {
        assertThat(classify(Map.of(fact, true)))
                .containsEntry("severity", "ordinary")
                .containsEntry("proposeUpgrade", false);
    }

    static Stream<Arguments> upgrades() {
        Map<String, Object> level4 = Map.of("systemLevel", 4);
        Map<String, Object> level5 = Map.of("systemLevel", 5);
        Map<String, Object> level3 = Map.of("systemLevel", 3);
        Map<String, Object> national = Map.of("systemLevel", 2, "nationalCriticalSystem", true);
        Map<String, Object> beyond = Map.of("beyondCapability", true);
        Map<String, Object> suspected = Map.of("upgradeSuspected", true);
        Map<String, Object> down = Map.of("serviceDownHours", 0.5);
        Map<String, Object> notDown = Map.of("serviceDownHours", 0.0);
        Map<String, Object> lost = Map.of("controlLost", true);
        Map<String, Object> nothing = Map.of();
        return Stream.of(
                arguments("level 4, service down, beyond capability", level4, down, beyond, true, "Đ9.1.a"),
                arguments("level 5, service down, suspected", level5, down, suspected, true, "Đ9.1.a"),
                arguments("national, control lost, beyond", national, lost, beyond, true, "Đ9.1.d"),
                arguments(
                        "national without a level",
                        Map.of("nationalCriticalSystem", true),
                        lost,
                        beyond,
                        true,
                        "Đ9.1.d"),
                arguments("level 4 without beyond capability", level4, lost, nothing, false, "NĐ331"),
                arguments("level 4 without harm", level4, notDown, beyond, false, "thông thường"),
                arguments("level 3 is never upgraded", level3, lost, beyond, false, "NĐ331"),
                arguments("level unknown", nothing, lost, beyond, false, "NĐ331"),
                arguments("state secret", level4, Map.of("stateSecretAtRisk", true), beyond, true, "Đ9.1.b"),
                arguments("data lost", level4, Map.of("dataUnrecoverable", true), beyond, true, "Đ9.1.c"),
                arguments("spreading", level4, Map.of("spreading", true), suspected, true, "Đ9.1.đ"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("upgrades")
    void proposesTheUpgradeOnlyWhenAllOfArticle9MayHold(
            String story,
            Map<String, Object> system,
            Map<String, Object> harm,
            Map<String, Object> capability,
            boolean upgrade,
            String basis) {
        var facts = new HashMap<>(system);
        facts.putAll(harm);
        facts.putAll(capability);
        var result = classify(facts);
        assertThat(result).containsEntry("proposeUpgrade", upgrade);
        assertThat(result.get("basis")).asString().contains(basis);
        if (upgrade) {
            assertThat(result).containsEntry("severity", "serious");
        }
    }

    @Test
    void theBasisNamesEveryRuleThatMatched() {
        var basis = classify(Map.of("attackType", "data-encryption", "spreading", true, "serviceDownHours", 10.0))
                .get("basis");
        assertThat(basis).asString().contains("lây lan", "8 giờ", "mã hóa").matches("[^;]+;[^;]+;[^;]+");
    }

    private static Map<String, Object> classify(Map<String, Object> facts) {
        return decisions.single("classify-incident", facts);
    }
}
