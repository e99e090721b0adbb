package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.support.OnPostgres;

/** Fifteen reports as a commune gets them, each handled from the first call to the closed record. */
class ScenarioTest {

    @Nested
    class OnH2 extends Contract {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Contract {}

    @WholeApplication
    abstract static class Contract {

        private static final Map<String, List<String>> SHORT_WAYS = Map.of(
                "not-an-incident", List.of("acknowledge-report", "verify-incident", "answer-reporter"),
                "false-alarm", List.of("acknowledge-report", "verify-incident", "answer-reporter"),
                "forwarded",
                        List.of(
                                "acknowledge-report",
                                "verify-incident",
                                "forward-to-operator",
                                "confirm-operator-received"));

        @Autowired
        BeanFactory application;

        /** Late in the evening: handling goes on past midnight. */
        @BeforeEach
        void stopTheClock() {
            WallClock.set(OffsetDateTime.parse("2026-05-04T23:10:00+07:00"));
        }

        @AfterEach
        void letTheClockGo() {
            WallClock.letGo();
        }

        static List<Scenario> scenarios() {
            return Scenario.all();
        }

        @ParameterizedTest
        @MethodSource("scenarios")
        void incidentIsHandledToItsEnd(Scenario scenario) {
            Crew crew = new Crew(application, scenario.known());
            boolean byForm = Scenario.all().indexOf(scenario) % 2 == 1;
            OffsetDateTime detectedAt = scenario.detectedAt();
            OffsetDateTime reportedAt = WallClock.now();

            String code = byForm ? crew.submit(scenario.report()) : crew.send(scenario.report());
            crew.finish(code);

            assertThat(code).startsWith(scenario.isDrill() ? "DT-2026-" : "SC-2026-");
            Record.of(crew, code)
                    .isClosed(scenario.expected().outcome())
                    .tellsEveryTask()
                    .leavesNothingOpen();
            Incident incident = crew.incident(code);
            assertThat(incident.title()).isEqualTo(scenario.title());
            assertThat(incident.description()).isEqualTo(scenario.narrative());
            assertThat(incident.channel()).isEqualTo(scenario.channel());
            assertThat(incident.drill()).isEqualTo(scenario.isDrill());
            assertThat(incident.detectedAt()).isEqualTo(detectedAt.toInstant());
            assertThat(incident.reportedAt()).isEqualTo(reportedAt.toInstant());
            if (scenario.expected().outcome().equals("resolved")) {
                tookTheLongWay(scenario, crew, code);
            } else {
                tookTheShortWay(scenario, crew, code);
            }
        }

        private void tookTheLongWay(Scenario scenario, Crew crew, String code) {
            Incident incident = crew.incident(code);
            assertThat(incident.kind()).isEqualTo(scenario.facts().get("kind"));
            assertThat(incident.attackType()).isEqualTo(scenario.facts().get("attackType"));
            assertThat(incident.severity()).isEqualTo(scenario.expected().severity());
            assertThat(incident.ownedByCommune()).isEqualTo(scenario.is("ownedByCommune"));
            assertThat(incident.facts())
                    .containsEntry("proposedSeverity", scenario.expected().severity())
                    .containsEntry("proposeUpgrade", scenario.expected().proposeUpgrade());
            assertThat(playbooks(crew, code))
                    .containsExactly(scenario.expected().playbook());
            boolean asksTheCity = scenario.is("beyondCapability");
            List<String> stages =
                    new ArrayList<>(List.of("receive", "detect", "classify", "initial-handling", "respond", "close"));
            if (asksTheCity) {
                stages.add("escalate");
            }
            assertThat(crew.stages(code))
                    .containsExactlyInAnyOrderElementsOf(stages)
                    .startsWith("receive", "detect")
                    .endsWith("close");
            Record record = Record.of(crew, code)
                    .hasTimesInOrder()
                    .tells(
                            EntryKind.DECISION,
                            "Bảng quyết định: Đề xuất mức độ sự cố",
                            "Bảng quyết định: Lập danh mục bước ưu tiên")
                    .tells(
                            EntryKind.STAGE,
                            "Bắt đầu giai đoạn “Tiếp nhận”",
                            "Kết thúc giai đoạn “Ứng cứu, khắc phục”",
                            "Kết thúc giai đoạn “Kết thúc, tổng kết”");
            if (asksTheCity) {
                record.tells(EntryKind.MESSAGE, "Sự kiện: Cần thành phố hỗ trợ", "Sự kiện: Thành phố trả lời");
            }
            if (scenario.is("crimeSigns")) {
                record.tells(EntryKind.MESSAGE, "Sự kiện: Có dấu hiệu tội phạm");
            }
            assertThat(tasks(crew).contains("transfer-to-city-police")).isEqualTo(scenario.is("crimeSigns"));
            assertThat(tasks(crew).contains("follow-support")).isEqualTo(asksTheCity);
        }

        private void tookTheShortWay(Scenario scenario, Crew crew, String code) {
            assertThat(tasks(crew))
                    .containsExactlyElementsOf(
                            SHORT_WAYS.get(scenario.expected().outcome()));
            assertThat(crew.stages(code)).containsExactly("receive", "detect");
            assertThat(playbooks(crew, code)).isEmpty();
            assertThat(crew.incident(code).severity()).isNull();
            assertThat(crew.incident(code).classifiedAt()).isNull();
        }

        private static List<String> tasks(Crew crew) {
            return crew.done().stream().map(Crew.Done::task).toList();
        }

        private static List<String> playbooks(Crew crew, String code) {
            return crew
                    .engine()
                    .getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(code)
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getProcessDefinitionKey)
                    .filter(key -> key.startsWith("initial-handling"))
                    .toList();
        }
    }
}
