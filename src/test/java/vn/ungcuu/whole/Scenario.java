package vn.ungcuu.whole;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report as a commune gets it, what proves true, and what must come of it: {@code scenarios/incidents.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Scenario(
        String id, String title, String channel, String narrative, Map<String, Object> facts, Expected expected) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Expected(String outcome, String severity, Boolean proposeUpgrade, String playbook) {}

    private static final Set<String> INCIDENT_OF_SOMEBODY = Set.of("resolved", "forwarded");

    static List<Scenario> all() {
        try (InputStream file = Scenario.class.getResourceAsStream("/scenarios/incidents.json")) {
            return List.of(new ObjectMapper().readValue(file, Scenario[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDrill() {
        return Boolean.TRUE.equals(facts.get("drill"));
    }

    /** Detected so long ago that an outage is over by now. */
    OffsetDateTime detectedAt() {
        return WallClock.now().minus(outage()).minusMinutes(30);
    }

    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("title", title);
        report.put("description", narrative);
        report.put("channel", channel);
        report.put("detectedAt", FormFiller.moment(detectedAt()));
        report.put("reporterName", "Nguyễn Văn An");
        if (isDrill()) {
            report.put("drill", true);
        }
        return report;
    }

    /** What the people find out, by variable name. */
    Map<String, Object> known() {
        Map<String, Object> known = new HashMap<>(facts);
        known.values().removeIf(value -> value == null);
        // Hours are never kept; they follow from beginning and end.
        known.remove("serviceDownHours");
        known.remove("drill");
        if (!outage().isZero()) {
            known.put("serviceDownSince", FormFiller.moment(detectedAt()));
            known.put("serviceRestoredAt", FormFiller.moment(detectedAt().plus(outage())));
        }
        known.put("verificationResult", isIncident() ? "incident" : expected.outcome());
        return known;
    }

    boolean isIncident() {
        return INCIDENT_OF_SOMEBODY.contains(expected.outcome());
    }

    boolean is(String fact) {
        return Boolean.TRUE.equals(facts.get(fact));
    }

    private Duration outage() {
        return Duration.ofMinutes(Math.round(60 * ((Number) facts.get("serviceDownHours")).doubleValue()));
    }

    /** Names the test. */
    @Override
    public String toString() {
        return id;
    }
}
