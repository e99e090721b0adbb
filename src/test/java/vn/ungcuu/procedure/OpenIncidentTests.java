package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Viewer;

@ProcedureTest
class OpenIncidentTests {

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Incidents incidents;

    @Autowired
    JdbcClient jdbc;

    @Test
    void reportBecomesRecordWithCodeAsBusinessKey() {
        String code = people.report(Map.of("affectedSystem", "Cổng thông tin"));
        assertThat(code).matches("SC-\\d{4}-\\d{4}");
        assertThat(people.incident(code).open()).isTrue();
        assertThat(people.incident(code).reportedBy()).isEqualTo("vanphong");
        assertThat(people.told(code).get(0))
                .isEqualTo("Ghi nhận tin báo: Trang thông tin điện tử bị thay đổi giao diện");
        assertThat(people.timeline(code).get(0).details())
                .containsEntry("Tin báo đến bằng cách nào", "Điện thoại")
                .containsEntry("Hệ thống, thiết bị bị sự cố", "Cổng thông tin");
    }

    @Test
    void formsShowWhatIsKnownFromTheStart() {
        Map<String, Object> variables = variables(people.report(Map.of("affectedSystem", "Máy chủ *một cửa*")));
        assertThat(variables.get("knownFacts").toString())
                .contains("Trang thông tin điện tử bị thay đổi giao diện")
                .contains("Máy chủ \\*một cửa\\*")
                .contains("Nguyễn Văn An (Điện thoại)");
        assertThat(variables)
                .containsEntry("severityName", "Chưa phân loại")
                .containsEntry("sceneHeld", false)
                .containsEntry("drill", false);
    }

    @Test
    void reportByMessageEndsInTheSameStart() {
        String code = reportByMessage(Map.of("channel", "monitoring"));
        assertThat(people.incident(code).channel()).isEqualTo("monitoring");
        assertThat(people.openTasks(code)).containsExactly("acknowledge-report");
    }

    @Test
    void sameReportOfTheSameSourceIsRefusedWithTheCodeItAlreadyHas() {
        Map<String, Object> source = Map.of("source", "siem", "sourceReference", "alert-42");
        String code = reportByMessage(source);
        long before = instances();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reportByMessage(source))
                .withMessage("Tin báo này đã được ghi nhận với mã " + code + ".");
        assertThat(instances()).isEqualTo(before);
    }

    @Test
    void sourceWithoutItsReferenceIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reportByMessage(Map.of("source", "siem")))
                .withMessageContaining("phải đi cùng nhau");
    }

    @Test
    void refusedReportLeavesNoInstanceNoRowAndNoGapInTheNumbers() {
        String before = people.report(Map.of());
        long instances = instances();
        long rows = rows();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> people.report(Map.of("title", "-")));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> people.report(Map.of("severity", "serious")));
        assertThat(instances()).isEqualTo(instances);
        assertThat(rows()).isEqualTo(rows);
        assertThat(number(people.report(Map.of()))).isEqualTo(number(before) + 1);
    }

    @Test
    void drillIsDecidedByTheRecordAndByNoLaterVariable() {
        String code = people.report(Map.of("drill", true));
        assertThat(code).startsWith("DT-");
        assertThat(people.told(code).get(0)).startsWith("Ghi nhận tin báo diễn tập");
        runtime.setVariable(people.incident(code).processInstanceId(), "drill", false);
        people.complete(code, "acknowledge-report");
        assertThat(people.incident(code).drill()).isTrue();
    }

    @Test
    void reporterFollowsWhatHisUnitReported() {
        ProcessInstance instance = people.as(
                "donvi",
                () -> runtime.createProcessInstanceByKey("incident-response")
                        .setVariables(people.reportWith(Map.of()))
                        .execute());
        String code = people.codeOf(instance);
        assertThat(incidents.officesOf(code)).contains("office", "unitHealthStation");
        assertThat(incidents.isVisibleTo(code, new Viewer(Set.of("unitPrimarySchool"), false)))
                .isFalse();
    }

    @Test
    void nobodyReopensARecordByTheMessageItself() {
        String code = people.report(Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.createMessageCorrelation("incident-reopened")
                        .processInstanceBusinessKey(code)
                        .correlateStartMessage())
                .withMessageContaining("Mở lại hồ sơ");
    }

    private String reportByMessage(Map<String, Object> otherwise) {
        return people.codeOf(runtime.createMessageCorrelation("incident-reported")
                .setVariables(new HashMap<>(people.reportWith(otherwise)))
                .correlateStartMessage());
    }

    private Map<String, Object> variables(String code) {
        return runtime.getVariables(people.incident(code).processInstanceId());
    }

    private long instances() {
        return runtime.createProcessInstanceQuery().count();
    }

    private long rows() {
        return jdbc.sql("select count(*) from incident").query(Long.class).single();
    }

    private static int number(String code) {
        return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
    }
}
