package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import vn.ungcuu.notification.Announcement;
import vn.ungcuu.notification.Notifications;

/** Other tools follow an incident by its stages, its escalations and its end. */
@ProcedureTest
class AnnouncementTests {

    @Autowired
    People people;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @MockitoSpyBean
    Notifications notifications;

    @BeforeEach
    void forget() {
        clearInvocations(notifications);
    }

    @Test
    void everyStageAndTheEndAreAnnounced() {
        String code = people.report(Map.of());
        people.complete(code, "acknowledge-report");
        people.complete(code, "verify-incident", Map.of("verificationResult", "false-alarm", "kind", "-"));
        people.complete(code, "answer-reporter");

        assertThat(announced(code))
                .containsExactly(
                        "stage-entered {stage=receive}",
                        "stage-left {stage=receive}",
                        "stage-entered {stage=detect}",
                        "stage-left {stage=detect}",
                        "closed {outcome=false-alarm}");
    }

    @Test
    void drillIsAnnouncedAsOne() {
        String code = people.report(Map.of("drill", true));
        assertThat(announcements(code)).isNotEmpty().allMatch(Announcement::drill);
    }

    @Test
    void workThatReachesTheLeadershipIsAnnounced() {
        String code = people.report(Map.of());
        management.executeJob(people.task(code, "acknowledge-report").getId());
        for (int timer = 0; timer < 2; timer++) {
            String ladder = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(code, "stalled-work")
                    .singleResult()
                    .getId();
            management.executeJob(management
                    .createJobQuery()
                    .processInstanceId(ladder)
                    .singleResult()
                    .getId());
        }

        assertThat(announcements(code).stream()
                        .filter(announcement -> announcement.event().equals("escalated")))
                .singleElement()
                .satisfies(announcement -> assertThat(announcement.data())
                        .containsEntry("task", "acknowledge-report")
                        .containsEntry("offices", List.of("office"))
                        .containsKey("dueAt"));
    }

    private List<String> announced(String code) {
        return announcements(code).stream()
                .map(announcement -> announcement.event() + " " + announcement.data())
                .toList();
    }

    private List<Announcement> announcements(String code) {
        ArgumentCaptor<Announcement> all = ArgumentCaptor.forClass(Announcement.class);
        verify(notifications, atLeastOnce()).announce(all.capture());
        return all.getAllValues().stream()
                .filter(announcement -> announcement.code().equals(code))
                .toList();
    }
}
