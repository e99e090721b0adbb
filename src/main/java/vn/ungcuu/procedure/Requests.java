package vn.ungcuu.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/**
 * What may be asked for several times in one incident: numbered, so that people and messages can tell one from another, and
 * each to be ended before the record is closed.
 */
@Component
class Requests implements ClosingCondition {

    /** Process variable that holds the number in the called process. */
    static final String NUMBER = "requestNumber";

    /** Process of one request for the city's support. */
    static final String CITY_SUPPORT = "city-support";

    private static final Map<String, Kind> KINDS = Map.of(
            CITY_SUPPORT,
            new Kind("yêu cầu hỗ trợ", "citySupportRequests"),
            "national-response",
            new Kind("đề nghị nâng cấp", "upgradeRequests"));

    private final Incidents incidents;
    private final RuntimeService runtime;
    private final WithoutAuthorization withoutAuthorization;

    Requests(Incidents incidents, RuntimeService runtime, WithoutAuthorization withoutAuthorization) {
        this.incidents = incidents;
        this.runtime = runtime;
        this.withoutAuthorization = withoutAuthorization;
    }

    /** Empty for a call that is not numbered. */
    static Optional<Kind> kind(ModelElement call) {
        return Optional.ofNullable(call.calls()).map(KINDS::get);
    }

    /** 1, 2, … for each kind and incident, also over a reopening. */
    int next(String code, Kind kind) {
        Map<String, Object> facts = incidents.lock(code).facts();
        int number = facts.get(kind.counter()) instanceof Number last ? last.intValue() + 1 : 1;
        incidents.learn(code, Map.of(kind.counter(), number));
        return number;
    }

    @Override
    public List<String> openReasons(String code) {
        return withoutAuthorization.call(() -> KINDS.entrySet().stream()
                .flatMap(kind -> running(code, kind.getKey()).map(kind.getValue()::open))
                .sorted()
                .toList());
    }

    /** Numbers of those that have not ended, lowest first. */
    List<Integer> open(String code, String process) {
        return withoutAuthorization.call(
                () -> running(code, process).map(Integer.class::cast).sorted().toList());
    }

    /** The number of each. */
    private Stream<Object> running(String code, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code, process).list().stream()
                .map(running -> runtime.getVariable(running.getId(), NUMBER));
    }

    /**
     * @param name how people call one, in Vietnamese
     * @param counter fact that holds the last number given
     */
    record Kind(String name, String counter) {

        /** Why one still open holds the record open. */
        String open(@Nullable Object number) {
            return name + " số " + number + " chưa kết thúc";
        }
    }
}
