package vn.ungcuu.procedure;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;

/** Numbers what may be asked for several times in one incident, so that people and messages can tell one from another. */
@Component
class Requests {

    /** Process variable that holds the number in the called process. */
    static final String NUMBER = "requestNumber";

    private static final Map<String, Kind> KINDS = Map.of(
            "city-support", new Kind("yêu cầu hỗ trợ", "citySupportRequests"),
            "national-response", new Kind("đề nghị nâng cấp", "upgradeRequests"));

    private final Incidents incidents;

    Requests(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Empty for a call that is not numbered. */
    static Optional<Kind> kind(ModelElement call) {
        return Optional.ofNullable(call.calls()).map(KINDS::get);
    }

    /** 1, 2, … for each kind and incident, also over a reopening. */
    int next(String code, Kind kind) {
        incidents.lock(code);
        Map<String, Object> facts = incidents.find(code).map(Incident::facts).orElseThrow();
        int number = facts.get(kind.counter()) instanceof Number last ? last.intValue() + 1 : 1;
        incidents.learn(code, Map.of(kind.counter(), number));
        return number;
    }

    /**
     * @param name how people call one, in Vietnamese
     * @param counter fact that holds the last number given
     */
    record Kind(String name, String counter) {}
}
