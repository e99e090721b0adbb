package vn.ungcuu.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** The facts of an incident that the procedure keeps as variables; their names are a contract with diagrams, tables and forms. */
final class Facts {

    /** What {@code classify-incident} decides by; the length of an outage is derived from its beginning and end. */
    static final List<String> CLASSIFICATION_INPUTS = List.of(
            "kind",
            "attackType",
            "systemLevel",
            "nationalCriticalSystem",
            "operatedByCommune",
            "ownedByCommune",
            "serviceDownSince",
            "serviceRestoredAt",
            "stateSecretAtRisk",
            "dataUnrecoverable",
            "controlLost",
            "spreading",
            "beyondCapability",
            "upgradeSuspected",
            "securityOrderSigns",
            "crimeSigns",
            "personalDataHarm",
            "sensitivePersonalData",
            "locationOrBiometricData");

    /** Whether somebody entitled to has ordered the scene to be kept as it is. */
    static final String SCENE_HELD = "sceneHeld";

    /** What was reported; the deadlines for reports run from {@code detectedAt}. The severity does not depend on it. */
    static final List<String> REPORT = List.of("title", "description", "detectedAt", "reporterName", "reporterContact");

    static final List<String> ALL = Stream.of(
                    CLASSIFICATION_INPUTS, List.of("severity", "affectedSystem", "affectedUnit", SCENE_HELD), REPORT)
            .flatMap(List::stream)
            .toList();

    private static final Set<String> TRUE_UNTIL_DENIED = Set.of("operatedByCommune", "ownedByCommune");

    private Facts() {}

    static boolean isSceneHeld(Map<String, ?> facts) {
        return Boolean.TRUE.equals(facts.get(SCENE_HELD));
    }

    /** What a value says: absent means no, or yes for the two that hold until denied; a number whatever its type. */
    static @Nullable Object meaning(String fact, @Nullable Object value) {
        if (TRUE_UNTIL_DENIED.contains(fact)) {
            return !Boolean.FALSE.equals(value);
        }
        if (Boolean.FALSE.equals(value)) {
            return null;
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
}
