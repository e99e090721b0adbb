package vn.ungcuu.workplace;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Incidents;

/** Who is told what by the requests of our plug-ins in Cockpit, whether he has Cockpit or not. */
@SpringBootTest
@AutoConfigureMockMvc
class CockpitApiTests {

    private static final String TITLE = "Máy chủ hồ sơ không phản hồi";

    @Autowired
    MockMvc mvc;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Incidents incidents;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    Clock clock;

    private String instance;
    private String definition;
    private String code;

    @BeforeEach
    void incidentOfTheOffice() {
        ProcessInstance started = report();
        instance = started.getId();
        definition = started.getProcessDefinitionId();
        code = codeOf(started);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dieuphoi", "lanhdao", "vanphong"})
    void recordAndStepsAreToldToWhoMaySeeTheIncident(String who) throws Exception {
        ask(who, "/api/process-instances/" + instance + "/incident")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.path").value("/so-theo-doi/" + code))
                .andExpect(jsonPath("$.title").value(TITLE))
                .andExpect(jsonPath("$.signs[*].text", hasItem("Chưa phân loại")))
                .andExpect(jsonPath("$.stages[0].stateName", containsString("Đang làm từ")))
                .andExpect(jsonPath("$.tasks[0].name").value("Xác nhận đã tiếp nhận tin báo"))
                .andExpect(jsonPath("$.tasks[0].who", endsWith("chưa ai nhận")))
                .andExpect(jsonPath("$.tasks[0].signs[0].text", containsString("còn")))
                .andExpect(jsonPath("$.deadlines").isEmpty())
                .andExpect(jsonPath("$.timeline[*].what", hasItem("Ghi nhận tin báo: " + TITLE)));
        ask(who, "/api/process-instances/" + instance + "/finished-steps")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].activityId", hasItem("incident-reported")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phantich", "admin", "congan", "vanhoa", "donvi"})
    void whoMayNotSeeTheIncidentIsToldNothingAsIfItDidNotExist(String who) throws Exception {
        for (String what : List.of("incident", "finished-steps")) {
            ask(who, "/api/process-instances/" + instance + "/" + what)
                    .andExpect(status().isNoContent())
                    .andExpect(content().string(""));
        }
    }

    @Test
    void restrictedIncidentIsHiddenFromTheCoordinatorToo() throws Exception {
        inTransaction.executeWithoutResult(status -> incidents.restrict(code, true));

        for (String what : List.of("incident", "finished-steps")) {
            ask("dieuphoi", "/api/process-instances/" + instance + "/" + what).andExpect(status().isNoContent());
            ask("vanphong", "/api/process-instances/" + instance + "/" + what).andExpect(status().isOk());
        }
    }

    @Test
    void escalationIsNotDoneWhileTheCityIsStillAskedForSupport() throws Exception {
        inTransaction.executeWithoutResult(status -> {
            incidents.enterStage(code, "escalate");
            incidents.leaveStage(code, "escalate");
        });
        escalation().andExpect(jsonPath("$.stages[5].state").value("done"));
        for (int request = 1; request <= 2; request++) {
            runtime.createMessageCorrelation("city-support-requested")
                    .processInstanceId(instance)
                    .correlate();
        }

        escalation()
                .andExpect(jsonPath("$.stages[5].state").value("current"))
                .andExpect(jsonPath("$.stages[5].stateName").value("Đang chờ thành phố hỗ trợ (yêu cầu số 1, 2)"));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code, "city-support")
                .list()
                .forEach(request -> runtime.createProcessInstanceModification(request.getId())
                        .cancelAllForActivity("send-support-request")
                        .startBeforeActivity("support-declined")
                        .execute());
        escalation().andExpect(jsonPath("$.stages[5].stateName", startsWith("Xong")));
    }

    private ResultActions escalation() throws Exception {
        return ask("dieuphoi", "/api/process-instances/" + instance + "/incident")
                .andExpect(jsonPath("$.stages[5].name").value("Nâng cấp, huy động hỗ trợ"));
    }

    @Test
    void endedInstanceStillLeadsToItsRecord() throws Exception {
        runtime.deleteProcessInstance(instance, "test");

        ask("dieuphoi", "/api/process-instances/" + instance + "/incident")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-instance", "%27%20or%201=1"})
    void unknownInstanceIsNotToldFromAHiddenOne(String id) throws Exception {
        ask("dieuphoi", "/api/process-instances/" + id + "/incident").andExpect(status().isNoContent());
    }

    @ParameterizedTest
    @CsvSource({
        "dieuphoi,true,true",
        "lanhdao,true,false",
        "phantich,false,true",
        "admin,false,false",
        "vanphong,false,false"
    })
    void whoAsksWhatThereIsForHimIsToldWhatTheOtherRequestsWouldSay(String who, boolean dashboard, boolean steps)
            throws Exception {
        ask(who, "/api/cockpit")
                .andExpect(jsonPath("$.dashboard").value(dashboard))
                .andExpect(jsonPath("$.steps").value(steps));
        ask(who, "/api/dashboard").andExpect(dashboard ? status().isOk() : status().isForbidden());
        for (String what : List.of("steps", "inside")) {
            ask(who, "/api/process-definitions/" + definition + "/" + what)
                    .andExpect(steps ? status().isOk() : status().isForbidden());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dieuphoi", "phantich"})
    void figuresOfStepsAreForWhoWatchesAndWhoImproves(String who) throws Exception {
        ask(who, "/api/process-definitions/" + definition + "/steps")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].activityId", hasItem("acknowledge-report")))
                .andExpect(content().string(not(containsString(code))))
                .andExpect(content().string(not(containsString(TITLE))));
        ask(who, "/api/process-definitions/no-such-diagram/steps").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "congan", "vanhoa", "donvi", "lanhdao", "admin"})
    void figuresOfStepsAreRefusedToOthers(String who) throws Exception {
        ask(who, "/api/process-definitions/" + definition + "/steps").andExpect(status().isForbidden());
    }

    @Test
    void nobodyIsToldAnythingWithoutLoggingIn() throws Exception {
        for (String path : List.of(
                "/api/process-instances/" + instance + "/incident",
                "/api/process-instances/" + instance + "/finished-steps",
                "/api/process-definitions/" + definition + "/steps",
                "/api/process-definitions/" + definition + "/inside",
                "/api/cockpit")) {
            mvc.perform(get(path)).andExpect(status().isUnauthorized());
        }
    }

    private ResultActions ask(String who, String path) throws Exception {
        return mvc.perform(get(URI.create(path)).with(user(who)));
    }

    private ProcessInstance report() {
        Map<String, Object> report = Map.of(
                "title", TITLE,
                "description", "Không mở được hồ sơ từ sáng nay.",
                "channel", "phone",
                "detectedAt",
                        OffsetDateTime.now(clock.withZone(UngCuuApplication.ZONE))
                                .minusHours(1)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                "reporterName", "Nguyễn Văn An");
        identity.setAuthentication("vanphong", List.of("office"));
        try {
            return runtime.createMessageCorrelation("incident-reported")
                    .setVariables(report)
                    .correlateWithResult()
                    .getProcessInstance();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String codeOf(ProcessInstance started) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey();
    }
}
