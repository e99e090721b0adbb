package vn.ungcuu.procedure;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incidents;

/** An order to keep the scene as it is outlives every stage (NĐ 333 Đ8.9): somebody has to lift it first. */
@Component
class SceneHeldCondition implements ClosingCondition {

    private final Incidents incidents;

    SceneHeldCondition(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public List<String> openReasons(String code) {
        boolean held = incidents
                .find(code)
                .map(incident -> Facts.isSceneHeld(incident.facts()))
                .orElse(false);
        return held ? List.of("yêu cầu giữ nguyên hiện trạng chưa được gỡ bỏ") : List.of();
    }

    @Override
    public boolean bindsCancelled() {
        return true;
    }
}
