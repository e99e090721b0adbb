package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Incidents;

/** One late task climbs from its office to the coordinators to the leadership, and whatever ends it ends all of that. */
@ProcedureTest
class WatchTests {

    private static final Duration LATE = Duration.ofMillis(20);

    @Autowired
    People people;

    @Autowired
    Doors doors;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    WatchedTasks watched;

    @Autowired
    Incidents incidents;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void stopTheClock() {
        now(OffsetDateTime.parse("2026-11-23T08:00:00+07:00").toInstant());
    }

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
    }

    /** Where on the ladder a task of the stage “detect” stands, and how it comes there. */
    enum Rung {
        NEW(test -> {}),
        CLAIMED(test -> test.claim("vanphong")),
        UNCLAIMED(test -> test.pass(Duration.ofMinutes(30))),
        CLAIMED_LATE(test -> {
            test.pass(Duration.ofMinutes(45));
            test.claim("vanphong");
        }),
        WARNED(test -> {
            test.claim("vanphong");
            test.pass(Duration.ofHours(3));
        }),
        OVERDUE(test -> test.pass(Duration.ofHours(4))),
        REMINDED(test -> {
            test.pass(Duration.ofHours(4));
            test.chase("remind", Map.of());
        }),
        EXTENDED(test -> {
            test.pass(Duration.ofHours(4));
            test.chase("extend", Map.of("extendUntil", test.in(Duration.ofHours(10))));
        }),
        HELD(test -> {
            test.pass(Duration.ofHours(4));
            test.chase("hold", Map.of("holdUntil", test.in(Duration.ofDays(2))));
        }),
        HOLD_ENDED(test -> {
            test.pass(Duration.ofHours(4));
            test.chase("hold", Map.of("holdUntil", test.in(Duration.ofDays(2))));
            test.pass(Duration.ofDays(2));
        }),
        HANDED_OVER(test -> {
            test.pass(Duration.ofHours(4));
            test.chase("hand-over", Map.of("handOverTo", "police"));
        }),
        ESCALATED(test -> {
            test.pass(Duration.ofHours(4));
            test.chase("escalate", Map.of());
        }),
        CLIMBED_TO_THE_TOP(test -> test.pass(Duration.ofHours(5))),
        DAYS_LATER(test -> test.pass(Duration.ofDays(4)));

        private final Consumer<WatchTests> way;

        Rung(Consumer<WatchTests> way) {
            this.way = way;
        }
    }

    private String code;

    private void climb(Rung rung) {
        code = people.report(Map.of());
        people.complete(code, "acknowledge-report");
        rung.way.accept(this);
    }

    @ParameterizedTest
    @EnumSource
    void finishedTaskLeavesNothingOfItsWatch(Rung rung) {
        climb(rung);

        people.complete(code, "verify-incident");

        nothingWatches("verify-incident");
        assertThat(ladders()).isEmpty();
        assertThat(people.openTasks(code)).doesNotContain("chase-stalled-work", "decide-stalled-work");
        // What is open now is watched, each by one timer.
        assertThat(clocks()).hasSameSizeAs(people.openTasks(code));
    }

    @ParameterizedTest
    @EnumSource
    void cancelledIncidentLeavesNothingOfAnyWatch(Rung rung) {
        climb(rung);

        people.as("vanphong", () -> doors.perform("cancel-incident", code, null, Map.of("cancelReason", "Nhập nhầm")));

        assertThat(people.openTasks(code)).isEmpty();
        assertThat(ladders()).isEmpty();
        assertThat(jobsOfAll()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void freshTaskHasItsDueDateItsTimerAndNothingElse() {
        climb(Rung.NEW);

        Task task = people.task(code, "verify-incident");
        WatchedTask watch = watched.find(task.getId()).orElseThrow();
        assertThat(task.getDueDate().toInstant()).isEqualTo(watch.clocks().finishBy());
        assertThat(clocks())
                .singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate().toInstant())
                        .isEqualTo(watch.clocks().claimBy()));
        assertThat(ladders()).isEmpty();
    }

    @Test
    void takenTaskIsNotAskedForAgainButRemindedOf() {
        climb(Rung.CLAIMED);
        assertThat(clocks())
                .singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate().toInstant()).isEqualTo(clock("11:00")));
        pass(Duration.ofMinutes(31));
        assertThat(told()).noneMatch(line -> line.startsWith("Chưa ai nhận"));

        pass(Duration.ofHours(3));

        assertThat(told()).contains("Sắp tới hạn việc “Xác minh sự cố”; đã nhắc người đang làm");
        assertThat(people.task(code, "verify-incident").getPriority()).isEqualTo(60);
    }

    @Test
    void taskGivenBackMustBeTakenAgain() {
        climb(Rung.CLAIMED);
        pass(Duration.ofMinutes(60));
        String task = people.task(code, "verify-incident").getId();
        people.as("vanphong", () -> tasks.setAssignee(task, null));
        pass(Duration.ofMinutes(29));
        assertThat(told()).noneMatch(line -> line.startsWith("Chưa ai nhận"));

        pass(Duration.ofMinutes(1));

        assertThat(told()).anyMatch(line -> line.startsWith("Chưa ai nhận việc “Xác minh sự cố”"));
    }

    @Test
    void taskGivenBackWhileTheLadderStandsMustBeTakenAgainToo() {
        climb(Rung.CLAIMED_LATE);
        String task = people.task(code, "verify-incident").getId();
        people.as("vanphong", () -> tasks.setAssignee(task, null));
        assertThat(ladders()).isEmpty();
        pass(Duration.ofMinutes(31));

        assertThat(told()).filteredOn(line -> line.startsWith("Chưa ai nhận")).hasSize(2);
        assertThat(ladders()).hasSize(1);
        pass(Duration.ofHours(3));
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void taskGivenBackWhenItIsLateStaysTheCoordinators() {
        climb(Rung.CLAIMED);
        pass(Duration.ofHours(4));
        String task = people.task(code, "verify-incident").getId();
        people.as("vanphong", () -> tasks.setAssignee(task, null));
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void openTasksGetTheTimeOfTheNewSeverity() {
        code = people.respond(Map.of(), "ordinary");
        Task before = people.task(code, "choose-plan");
        assertThat(second(before.getDueDate())).isEqualTo(clock("08:00").plus(Duration.ofDays(5)));
        pass(Duration.ofHours(10));

        people.as(
                "vanphong",
                () -> doors.perform(
                        "reclassify", code, null, Map.of("severity", "serious", "reclassifyReason", "Lan rộng.")));

        Task after = people.task(code, "choose-plan");
        assertThat(second(after.getDueDate())).isEqualTo(clock("08:00").plus(Duration.ofHours(48)));
        assertThat(after.getPriority()).isEqualTo(50);
        assertThat(toldSerious()).containsExactlyInAnyOrder("leadership", "coordinators");
        assertThat(told()).anyMatch(line -> line.startsWith("Hạn của việc “Chọn phương án ứng cứu” tính lại"));
        pass(Duration.ofHours(38).plusMinutes(1));
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void seriousIncidentThatOnlyItsOfficesMayReadIsToldToNobodyElse(@Autowired TransactionTemplate inTransaction) {
        code = people.respond(Map.of(), "ordinary");
        inTransaction.executeWithoutResult(status -> incidents.restrict(code, true));
        people.as(
                "vanphong",
                () -> doors.perform(
                        "reclassify", code, null, Map.of("severity", "serious", "reclassifyReason", "Lan rộng.")));

        assertThat(toldSerious()).isEmpty();
    }

    private List<String> toldSerious() {
        return jdbc.sql("select recipient from notice where event = 'SERIOUS_INCIDENT' and code = ?")
                .param(code)
                .query(String.class)
                .list();
    }

    @Test
    void firstStepsGetTheTimeOfAnOrdinaryIncidentOnceItIsOne() {
        code = people.verified(Map.of());
        assertThat(second(people.task(code, "protect-data").getDueDate())).isEqualTo(clock("12:00"));

        people.complete(code, "confirm-classification", Map.of("severity", "ordinary"));

        assertThat(toldSerious()).isEmpty();
        assertThat(second(people.task(code, "protect-data").getDueDate()))
                .isEqualTo(clock("08:00").plus(Duration.ofHours(24)));
    }

    @Test
    void clockThatFailsTriesAgainAndNeverGivesUp() {
        climb(Rung.NEW);
        String task = people.task(code, "verify-incident").getId();
        String broken = repository
                .createDeployment()
                .addModelInstance(
                        "stalled-work.bpmn",
                        Bpmn.createExecutableProcess("stalled-work")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("breaks")
                                .camundaExpression("${nobody.knows()}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            now(clock("08:31"));
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> management.executeJob(task));
            }
            Job timer = management.createJobQuery().jobId(task).singleResult();
            assertThat(timer.getRetries()).isPositive();
            assertThat(timer.getDuedate()).isEqualTo(Date.from(clock("08:36")));
        } finally {
            repository.deleteDeployment(broken, true);
        }
        pass(Duration.ofMinutes(5));
        assertThat(ladders()).hasSize(1);
    }

    @Test
    void overdueTaskIsTheCoordinatorsWithEverythingTheyNeed() {
        climb(Rung.OVERDUE);

        Task chase = people.task(code, "chase-stalled-work");
        assertThat(chase.getName()).isEqualTo("Đôn đốc việc chậm: Xác minh sự cố");
        assertThat(second(chase.getDueDate())).isEqualTo(clock("13:00"));
        assertThat(tasks.getVariable(chase.getId(), "lateWork").toString())
                .contains("Văn phòng HĐND và UBND", "chưa ai nhận", "12:00 ngày 23/11/2026");
        assertThat(people.task(code, "verify-incident").getPriority()).isEqualTo(80);
        assertThat(told())
                .containsSubsequence(
                        "Chưa ai nhận việc “Xác minh sự cố” khi đã tới hạn nhận; đã báo điều phối viên, đơn vị (lịch trực chưa có ai)",
                        "Sắp tới hạn việc “Xác minh sự cố”; đã nhắc đơn vị (lịch trực chưa có ai)",
                        "Quá hạn việc “Xác minh sự cố”; đã báo đơn vị (lịch trực chưa có ai) và giao điều phối viên đôn đốc");
        assertThat(watched.find(chase.getId())).isEmpty();
    }

    @Test
    void whatNobodyChasesClimbsToTheLeadershipAndIsRepeatedDaily() {
        climb(Rung.CLIMBED_TO_THE_TOP);
        Task decide = people.task(code, "decide-stalled-work");
        assertThat(tasks.getIdentityLinksForTask(decide.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("leadership");
        assertThat(told()).contains("Chuyển lãnh đạo quyết định về việc “Xác minh sự cố”");

        pass(Duration.ofDays(3));

        assertThat(told())
                .filteredOn(line -> line.startsWith("Việc “Xác minh sự cố” vẫn chưa xong"))
                .hasSize(3);
        assertThat(people.openTasks(code)).containsOnlyOnce("decide-stalled-work");
    }

    @Test
    void extensionMovesDueDateClocksAndLadderTogether() {
        climb(Rung.EXTENDED);

        Task task = people.task(code, "verify-incident");
        assertThat(second(task.getDueDate())).isEqualTo(clock("22:00"));
        assertThat(watched.find(task.getId()).orElseThrow().clocks().warnAt()).isEqualTo(clock("21:00"));
        assertThat(task.getPriority()).isEqualTo(40);
        // Nobody has taken it yet, so first of all it is to be taken.
        assertThat(second(timerOfTheLadder())).isEqualTo(clock("12:30"));
        pass(Duration.ofMinutes(31));
        assertThat(told()).filteredOn(line -> line.startsWith("Chưa ai nhận")).hasSize(2);
        assertThat(second(timerOfTheLadder())).isEqualTo(clock("21:00"));
        assertThat(told()).contains("Gia hạn việc “Xác minh sự cố” đến 22:00 ngày 23/11/2026");
        pass(Duration.ofHours(10));
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void extensionIsNeverIntoThePast() {
        climb(Rung.EXTENDED);
        pass(Duration.ofHours(10));

        refused("chase-stalled-work", "extend", Map.of("extendUntil", in(Duration.ofMinutes(-5))), "Gia hạn đến");
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void heldTaskIsLeftInPeaceAndComesBackByItself() {
        climb(Rung.HELD);
        Task held = people.task(code, "verify-incident");
        assertThat(second(held.getFollowUpDate())).isEqualTo(clock("12:00").plus(Duration.ofDays(2)));
        assertThat(held.getDueDate()).isAfter(held.getFollowUpDate());
        pass(Duration.ofDays(2).minusMinutes(1));
        assertThat(people.openTasks(code)).containsExactly("verify-incident");

        pass(Duration.ofMinutes(1));

        assertThat(told())
                .contains("Hết thời gian tạm dừng việc “Xác minh sự cố”; đã báo đơn vị (lịch trực chưa có ai)");
        assertThat(people.task(code, "verify-incident").getFollowUpDate()).isNull();
        pass(Duration.ofHours(4));
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void whatTheLawLimitsIsNeitherHeldNorExtendedBeyondIt() {
        climb(Rung.NEW);
        Task task = people.task(code, "verify-incident");
        runtime.setVariable(task.getExecutionId(), Statutory.VARIABLE, "2026-11-23T18:00:00+07:00");
        pass(Duration.ofHours(4));

        refused("chase-stalled-work", "hold", Map.of("holdUntil", in(Duration.ofDays(1))), "thời hạn theo luật");
        refused("chase-stalled-work", "extend", Map.of("extendUntil", in(Duration.ofDays(1))), "thời hạn theo luật");
        chase("hold", Map.of("holdUntil", in(Duration.ofHours(5))));
        assertThat(people.task(code, "verify-incident").getDueDate().toInstant())
                .isEqualTo(clock("18:00"));
        pass(Duration.ofHours(6).plusMinutes(1));
        refused("chase-stalled-work", "extend", Map.of("extendUntil", in(Duration.ofDays(1))), "đã quá thời hạn");
        chase("hand-over", Map.of("handOverTo", "police"));
        // What the law wanted is over; who takes over still has time of his own.
        assertThat(people.openTasks(code)).containsExactly("verify-incident");
        assertThat(people.task(code, "verify-incident").getDueDate().toInstant())
                .isAfter(clock("21:00"));
    }

    @Test
    void handedOverTaskBelongsToTheOtherOfficeAloneWithTimeOfItsOwn() {
        climb(Rung.HANDED_OVER);

        Task task = people.task(code, "verify-incident");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("police");
        assertThat(second(task.getDueDate())).isEqualTo(clock("16:00"));
        assertThat(told()).contains("Chuyển việc “Xác minh sự cố” từ Văn phòng HĐND và UBND sang Công an xã");
        assertThat(people.as(
                        "vanphong",
                        () -> tasks.createTaskQuery().taskId(task.getId()).count()))
                .isZero();
        pass(Duration.ofMinutes(30));
        assertThat(told()).filteredOn(line -> line.startsWith("Chưa ai nhận")).hasSize(2);
    }

    @Test
    void taskMayBeHandedToOnePersonOfAnotherOffice() {
        climb(Rung.OVERDUE);
        chase("hand-over", Map.of("handOverTo", "cultureSocial/vanhoa"));

        Task task = people.task(code, "verify-incident");
        assertThat(task.getAssignee()).isEqualTo("vanhoa");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId())
                .contains("cultureSocial")
                .doesNotContain("office");
        assertThat(told()).anyMatch(line -> line.startsWith("Giao việc cho Lê Thị Mai"));
        pass(Duration.ofHours(3));
        assertThat(told()).filteredOn(line -> line.startsWith("Chưa ai nhận")).hasSize(1);
    }

    @Test
    void slipInTheYearSilencesNothing() {
        climb(Rung.OVERDUE);
        refused("chase-stalled-work", "hold", Map.of("holdUntil", in(Duration.ofDays(91))), "không được quá 90 ngày");
        refused(
                "chase-stalled-work",
                "extend",
                Map.of("extendUntil", in(Duration.ofDays(91))),
                "không được quá 90 ngày");
    }

    @Test
    void leadershipReadsWhatTheCoordinatorWrote() {
        climb(Rung.ESCALATED);
        Task decide = people.task(code, "decide-stalled-work");
        assertThat(tasks.getVariable(decide.getId(), "lateWork").toString())
                .contains("Ý kiến lần trước: Theo báo cáo của đơn vị");
        assertThat(jdbc.sql("select text from notice where recipient = 'leadership' and code = ?")
                        .param(code)
                        .query(String.class)
                        .list())
                .anyMatch(text -> text.contains("Ý kiến lần trước: Theo báo cáo của đơn vị.")
                        && text.contains("Cần làm: Lãnh đạo hoặc cấp phó quyết định"));
    }

    @Test
    void timelineTellsForWhichOfficeACoordinatorMovesTheWork() {
        climb(Rung.CLAIMED);
        pass(Duration.ofHours(4));
        chase("hand-over", Map.of("handOverTo", "cultureSocial"));
        assertThat(people.timeline(code))
                .filteredOn(entry -> entry.what().equals("Thôi giao cho người đang giữ: Xác minh sự cố"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.office()).isEqualTo("coordinators"));
        assertThat(jdbc.sql("select text from notice where recipient = 'vanphong' and code = ?")
                        .param(code)
                        .query(String.class)
                        .list())
                .anyMatch(text -> text.contains("đã được chuyển cho đơn vị hoặc người khác"));
    }

    @Test
    void nobodyIsHandedWorkWhoIsNotOnTheList() {
        climb(Rung.OVERDUE);
        refused("chase-stalled-work", "hand-over", Map.of("handOverTo", "analysts"), "Chuyển cho đơn vị, người nào");
        refused("chase-stalled-work", "hand-over", Map.of(), "Chuyển cho đơn vị, người nào");
    }

    @Test
    void leadershipDecidesAndTheLadderStartsAnew() {
        climb(Rung.ESCALATED);
        decide(
                "lanhdao",
                "decide-stalled-work",
                "leadershipDecision",
                "extend",
                Map.of("extendUntil", in(Duration.ofHours(3))));

        assertThat(people.openTasks(code)).containsExactly("verify-incident");
        pass(Duration.ofHours(3));
        assertThat(people.openTasks(code)).containsExactly("chase-stalled-work", "verify-incident");
    }

    @Test
    void decisionsAboutLateWorkAreNoFactsOfTheIncident() {
        climb(Rung.EXTENDED);
        assertThat(people.incident(code).facts()).doesNotContainKeys("chaseDecision", "extendUntil", "decisionNote");
        assertThat(people.timeline(code))
                .filteredOn(entry -> entry.what().startsWith("Hoàn thành: Đôn đốc"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("Lý do, nội dung chỉ đạo", "Theo báo cáo của đơn vị.")
                        .containsKey("Gia hạn đến"));
    }

    @Test
    void coordinatorsStillChangeNothingInTheTaskThemselves() {
        climb(Rung.OVERDUE);
        String task = people.task(code, "verify-incident").getId();
        assertThatExceptionOfType(org.camunda.bpm.engine.AuthorizationException.class)
                .isThrownBy(() -> people.as("dieuphoi", () -> tasks.setAssignee(task, "congan")));
        assertThatExceptionOfType(org.camunda.bpm.engine.AuthorizationException.class)
                .isThrownBy(() -> people.as("dieuphoi", () -> tasks.setDueDate(task, new Date())));
    }

    @Test
    void everyOneOfSeveralTasksAtOnceHasALadderOfItsOwnAlsoInCalledProcesses() {
        code = people.verified(Map.of());
        List<String> open = people.openTasks(code);
        assertThat(open).contains("keep-services-running", "confirm-classification");

        pass(Duration.ofHours(30));

        assertThat(ladders()).hasSize(open.size());
        people.complete(code, "keep-services-running");
        assertThat(ladders()).hasSize(open.size() - 1);
        nothingWatches("keep-services-running");
    }

    @Test
    void taskThatComesRoundAgainIsWatchedFromTheBeginning() {
        code = people.respond(Map.of(), "ordinary");
        people.complete(code, List.of("choose-plan", "analyse-scope-and-origin"));
        pass(Duration.ofDays(6));
        people.complete(code, List.of("contain-incident", "eradicate-threat", "restore-service"));
        people.complete(code, "check-system", Map.of("systemStable", "no"));
        assertThat(ladders()).isEmpty();

        people.complete(code, "analyse-scope-and-origin");
        assertThat(clocks()).hasSize(1);
        pass(Duration.ofDays(5));

        assertThat(ladders()).hasSize(1);
        assertThat(people.openTasks(code)).containsExactly("chase-stalled-work", "contain-incident");
    }

    @Test
    void limitThatAnAnalystChangesHoldsForNewTasksAtOnce() throws IOException {
        String before = people.report(Map.of());
        String table = new ClassPathResource("processes/deadlines.dmn").getContentAsString(StandardCharsets.UTF_8);
        String changed = table.replaceFirst("(receiving-claimWithin-output\">\\s*<text>)\"PT30M\"", "$1\"PT10M\"");
        assertThat(changed).isNotEqualTo(table);
        String deployment = repository
                .createDeployment()
                .addString("deadlines.dmn", changed)
                .deploy()
                .getId();
        try {
            String after = people.report(Map.of());
            assertThat(claimBy(after)).isEqualTo(clock("08:10"));
            assertThat(claimBy(before)).isEqualTo(clock("08:30"));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private Instant claimBy(String incident) {
        return watched.find(people.task(incident, "acknowledge-report").getId())
                .orElseThrow()
                .clocks()
                .claimBy();
    }

    @Test
    void tasksOpenBeforeThereWasAWatchAreWatchedFromTheNextStartOn(@Autowired UnwatchedTasks start) {
        climb(Rung.NEW);
        Task task = people.task(code, "verify-incident");
        management.deleteJob(task.getId());
        watched.remove(task.getId());

        start.watchThem();
        start.watchThem();

        assertThat(clocks()).hasSize(1);
        assertThat(watched.find(task.getId()).orElseThrow().clocks().finishBy())
                .isEqualTo(task.getDueDate().toInstant());
        pass(Duration.ofHours(4));
        assertThat(people.openTasks(code)).contains("chase-stalled-work");
    }

    @Test
    void figuresOfAStepCountAStalledTaskOnceAlsoWhenItsTimeWasExtended(@Autowired StepFigures figures) {
        StepFigure before = verification(figures);
        climb(Rung.EXTENDED);
        people.complete(code, "verify-incident");

        StepFigure after = verification(figures);

        assertThat(after.begun() - before.begun()).isEqualTo(1);
        assertThat(after.unclaimed() - before.unclaimed()).isEqualTo(1);
        assertThat(after.overdue() - before.overdue()).isEqualTo(1);
        assertThat(after.stalled() - before.stalled()).isEqualTo(1);
    }

    @Test
    void figuresOfAStepDoNotCountATaskWhoseDeadlineWasOnlyNear(@Autowired StepFigures figures) {
        StepFigure before = verification(figures);
        climb(Rung.WARNED);
        people.complete(code, "verify-incident");

        assertThat(verification(figures).stalled()).isEqualTo(before.stalled());
    }

    /** Other tests may have left their own in the same history. */
    private StepFigure verification(StepFigures figures) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("incident-response")
                .latestVersion()
                .singleResult()
                .getId();
        return figures.of(definition, true).orElseThrow().stream()
                .filter(step -> step.activityId().equals("verify-incident"))
                .findFirst()
                .orElse(new StepFigure("verify-incident", "", null, true, false, 0, 0, null, null, 0, 0, 0));
    }

    // What the people do

    private void claim(String user) {
        String task = people.task(code, "verify-incident").getId();
        people.as(user, () -> tasks.claim(task, user));
    }

    private void chase(String decision, Map<String, Object> answers) {
        decide("dieuphoi", "chase-stalled-work", "chaseDecision", decision, answers);
    }

    private void decide(String user, String key, String question, String decision, Map<String, Object> answers) {
        String task = people.task(code, key).getId();
        Map<String, Object> all = new HashMap<>(answers);
        all.put(question, decision);
        all.put("decisionNote", "Theo báo cáo của đơn vị.");
        people.as(user, () -> tasks.complete(task, all));
    }

    private void refused(String key, String decision, Map<String, Object> answers, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> decide("dieuphoi", key, "chaseDecision", decision, answers))
                .withMessageContaining(why);
        assertThat(people.openTasks(code)).contains(key);
    }

    // Time

    private static void now(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** To the second: what is counted from a timer that fired is as late as the timer. */
    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant second(Date date) {
        return second(date.toInstant());
    }

    private Instant clock(String time) {
        return OffsetDateTime.parse("2026-11-23T" + time + ":00+07:00").toInstant();
    }

    private String in(Duration duration) {
        return ClockUtil.getCurrentTime()
                .toInstant()
                .plus(duration)
                .atZone(UngCuuApplication.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    /** Time passes, and what falls due meanwhile happens, each a little late, as the job executor is. */
    private void pass(Duration duration) {
        Instant until = ClockUtil.getCurrentTime().toInstant().plus(duration);
        Instant soon = until.plusSeconds(1);
        for (Job next = nextJob(soon); next != null; next = nextJob(soon)) {
            Instant fires = next.getDuedate().toInstant().plus(LATE);
            if (fires.isAfter(ClockUtil.getCurrentTime().toInstant())) {
                now(fires);
            }
            management.executeJob(next.getId());
        }
        if (until.isAfter(ClockUtil.getCurrentTime().toInstant())) {
            now(until);
        }
    }

    private Job nextJob(Instant until) {
        return jobsOfAll().stream()
                .filter(job -> job.getDuedate() != null
                        && !job.getDuedate().toInstant().isAfter(until))
                .min(Comparator.comparing(Job::getDuedate))
                .orElse(null);
    }

    // What there is

    private List<String> told() {
        return people.told(code);
    }

    private List<String> instances() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private List<String> ladders() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(code, "stalled-work").list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private Date timerOfTheLadder() {
        List<Job> timers = jobsOf(ladders().get(0));
        assertThat(timers).hasSize(1);
        return timers.get(0).getDuedate();
    }

    private List<Job> jobsOfAll() {
        List<Job> jobs = new ArrayList<>();
        Stream.concat(instances().stream(), Stream.of(people.incident(code).processInstanceId()))
                .distinct()
                .forEach(instance -> jobs.addAll(jobsOf(instance)));
        return jobs;
    }

    private List<Job> jobsOf(String instance) {
        return management.createJobQuery().processInstanceId(instance).list();
    }

    /** Timers of tasks whose first clock has not run out; they stand in no diagram. */
    private List<Job> clocks() {
        return jobsOfAll().stream()
                .filter(job -> job.getJobDefinitionId() == null)
                .toList();
    }

    private long rows() {
        return jdbc.sql("select count(*) from watched_task where incident_code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private void nothingWatches(String key) {
        assertThat(people.openTasks(code)).doesNotContain(key);
        assertThat(rows())
                .isEqualTo(people.openTasks(code).stream()
                        .filter(task -> !task.endsWith("-stalled-work"))
                        .count());
    }
}
