package vn.ungcuu.procedure;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;

/** An incident is not over while the record says that a service the commune runs is still down (TT20 Đ11.3.c). */
@Component
class ServiceDownCondition implements ClosingCondition {

    private final Incidents incidents;

    ServiceDownCondition(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public List<String> openReasons(String code) {
        return incidents
                .find(code)
                .filter(ServiceDownCondition::isDown)
                .map(incident -> List.of("dịch vụ còn ghi là đang gián đoạn, hãy ghi thời điểm hoạt động trở lại bằng"
                        + " “Sửa thông tin”"))
                .orElse(List.of());
    }

    private static boolean isDown(Incident incident) {
        return incident.operatedByCommune()
                && "incident".equals(incident.facts().get("verificationResult"))
                && Outage.isDown(incident.facts());
    }
}
