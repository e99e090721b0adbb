package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ungcuu.organization.Groups;

/** The ladder over one late task. It never ends by itself: it is ended with the task. */
class StalledWorkTest extends ProcessStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    StalledWorkTest() {
        super(ENGINE, "stalled-work", List.of(), List.of());
    }

    @Test
    void workNobodyHasTakenIsToldAtOnceAndThenIsStillDue() {
        standIns.claimIsOverdue(true);
        start();

        assertThat(standIns.alarms()).containsExactly("unclaimed");
        assertThat(instance).isWaitingAt("work-overdue").hasNotPassed("work-nearly-due");
    }

    @Test
    void workSomebodyHasTakenOnlyReachesWhoWorksOnIt() {
        standIns.warningIsAhead(true);
        start();
        assertThat(standIns.alarms()).isEmpty();

        timePasses("work-nearly-due");

        assertThat(standIns.alarms()).containsExactly("nearly due");
        assertThat(instance).isWaitingAt("work-overdue").hasNotPassed("tell-unclaimed");
    }

    @Test
    void overdueWorkIsTheCoordinatorsThenTheLeaderships() {
        overdue();
        open(Groups.COORDINATORS, "chase-stalled-work");

        timePasses("chase-overdue");

        waitsFor("decide-stalled-work");
        open(Groups.LEADERSHIP, "decide-stalled-work");
        assertThat(brokenOff()).contains("chase-stalled-work");
    }

    @Test
    void leadershipIsRemindedEveryDayUntilItDecides() {
        overdue();
        timePasses("chase-overdue");

        timePasses("another-day-late");
        timePasses("another-day-late");

        assertThat(standIns.alarms()).containsExactly("overdue", "another day", "another day");
        waitsFor("decide-stalled-work");
        leadership("decide-stalled-work", "leadershipDecision", "extend");
        assertThat(instance).isWaitingAt("claim-overdue").isNotWaitingAt("decide-stalled-work");
        assertThat(timer("another-day-late")).isNull();
    }

    @Test
    void reminderThatIsNotHeededReachesTheLeadership() {
        overdue();
        complete(Groups.COORDINATORS, "chase-stalled-work", "chaseDecision", "remind");
        waitsFor();

        timePasses("reminder-unheeded");

        waitsFor("decide-stalled-work");
        leadership("decide-stalled-work", "leadershipDecision", "remind");
        timePasses("reminder-unheeded");
        waitsFor("decide-stalled-work");
    }

    @Test
    void coordinatorsMayGoToTheLeadershipAtOnce() {
        overdue();
        complete(Groups.COORDINATORS, "chase-stalled-work", "chaseDecision", "escalate");

        waitsFor("decide-stalled-work");
        assertThat(instance).hasNotPassed("reminder-unheeded");
    }

    @Test
    void extendedWorkIsWatchedOverItsNewTime() {
        overdue();
        standIns.warningIsAhead(true);
        complete(Groups.COORDINATORS, "chase-stalled-work", "chaseDecision", "extend");
        assertThat(instance).isWaitingAt("claim-overdue");

        timePasses("claim-overdue");
        timePasses("work-nearly-due");
        timePasses("work-overdue");

        assertThat(standIns.alarms()).containsExactly("overdue", "nearly due", "overdue");
        waitsFor("chase-stalled-work");
    }

    @Test
    void heldWorkComesBackByItself() {
        overdue();
        complete(Groups.COORDINATORS, "chase-stalled-work", "chaseDecision", "hold");
        assertThat(instance).isWaitingAt("hold-ended");

        timePasses("hold-ended");

        assertThat(standIns.alarms()).containsExactly("overdue", "hold ended");
        assertThat(instance).isWaitingAt("claim-overdue");
        timePasses("claim-overdue");
        assertThat(instance).isWaitingAt("work-overdue");
    }

    @Test
    void workHandedOverMustBeTakenAnew() {
        overdue();
        complete(Groups.COORDINATORS, "chase-stalled-work", "chaseDecision", "hand-over");
        assertThat(instance).isWaitingAt("claim-overdue");
        standIns.claimIsOverdue(true);

        timePasses("claim-overdue");

        assertThat(standIns.alarms()).containsExactly("overdue", "unclaimed");
        assertThat(instance).isWaitingAt("work-overdue");
    }

    private void overdue() {
        start();
        timePasses("work-overdue");
        waitsFor("chase-stalled-work");
    }

    /** Until this timer is due, and not a moment less. */
    private void timePasses(String timer) {
        Job job = timer(timer);
        assertThat(job).as(timer).isNotNull();
        ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime()));
        engine().getManagementService().executeJob(job.getId());
    }

    private Job timer(String activity) {
        return engine().getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
    }
}
