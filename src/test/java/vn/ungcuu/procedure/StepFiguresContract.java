package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;

/** The figures of a step against numbers worked out by hand, from a history written by hand, on whichever database. */
@SpringBootTest
@Import(CountingDataSource.OfTheTest.class)
abstract class StepFiguresContract {

    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    StepFigures figures;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    private String key;
    private String first;
    private String second;
    private int incidents;

    @BeforeEach
    void twoVersionsOfADiagram() {
        key = "measured-" + UUID.randomUUID();
        first = deploy("Việc cũ");
        second = deploy("Việc mới");
        incidents = 0;
    }

    @Test
    void medianLiesBetweenTheMiddleTwoAndNineInTenTookNoLongerThanOneThatWasThere() {
        for (int minutes : List.of(40, 10, 30, 20)) {
            ran(first, incident(), minutes);
        }

        StepFigure step = only(first, true);

        // Sorted 10, 20, 30, 40: the median lies half way from the second to the third; three in four are not nine in
        // ten.
        assertThat(step.median()).isEqualTo(Duration.ofMinutes(25));
        assertThat(step.p90()).isEqualTo(Duration.ofMinutes(40));
        assertThat(step.begun()).isEqualTo(4);
        assertThat(step.finished()).isEqualTo(4);
    }

    @Test
    void oddNumberHasItsMiddleAsMedian() {
        for (int minutes : List.of(5, 600, 7)) {
            ran(first, incident(), minutes);
        }

        assertThat(only(first, true).median()).isEqualTo(Duration.ofMinutes(7));
        assertThat(only(first, true).p90()).isEqualTo(Duration.ofMinutes(600));
    }

    @Test
    void whatRunsOrWasBrokenOffIsCountedButNotTimed() {
        ran(first, incident(), 12);
        activity(first, incident(), "work", "userTask", BEGIN, null, 0);
        activity(first, incident(), "work", "userTask", BEGIN, BEGIN.plus(Duration.ofDays(9)), 2);

        StepFigure step = only(first, true);

        assertThat(step.begun()).isEqualTo(3);
        assertThat(step.finished()).isEqualTo(1);
        assertThat(step.median()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void stepThatNeverEndedHasNoDuration() {
        activity(first, incident(), "work", "userTask", BEGIN, null, 0);

        assertThat(only(first, true).median()).isNull();
        assertThat(only(first, true).p90()).isNull();
    }

    @Test
    void drillsDoNotCount() {
        ran(first, incident(), 10);
        ran(first, "DT-2026-0001", 5000);
        ran(first, null, 20);

        assertThat(only(first, true).begun()).isEqualTo(2);
        assertThat(only(first, true).median()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void newVersionHasTheFiguresOfTheOldOneUnlessItIsAskedForItself() {
        ran(first, incident(), 10);
        ran(second, incident(), 30);

        assertThat(only(second, true).begun()).isEqualTo(2);
        assertThat(only(second, true).name()).isEqualTo("Việc mới");
        assertThat(only(second, false).begun()).isEqualTo(1);
        assertThat(only(second, false).median()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void stepThatThisVersionNoLongerHasIsSaidToBeGone() {
        activity(first, incident(), "gone", "userTask", BEGIN, BEGIN.plusSeconds(60), 0);

        assertThat(only(second, true).inDiagram()).isFalse();
        assertThat(only(second, true).name()).isEqualTo("Tên trong lịch sử");
    }

    @Test
    void gatewaysStartsEndsAndFramesAreNoSteps() {
        ran(first, incident(), 10);
        for (String type : List.of(
                "exclusiveGateway",
                "startEvent",
                "messageStartEvent",
                "noneEndEvent",
                "boundaryTimer",
                "multiInstanceBody")) {
            activity(first, incident(), type, type, BEGIN, BEGIN, 0);
        }
        activity(first, incident(), "wait", "intermediateMessageCatch", BEGIN, BEGIN.plusSeconds(5), 0);

        assertThat(figures.of(first, true).orElseThrow())
                .extracting(StepFigure::activityId)
                .containsExactly("wait", "work");
    }

    @Test
    void taskStalledOnceHoweverOftenItsLadderTold() {
        String inTime = ran(first, incident(), 10);
        String taken = ran(first, incident(), 10);
        String late = ran(first, incident(), 10);
        String both = ran(first, incident(), 10);
        ladder(inTime, "tell-nearly-due");
        ladder(taken, "tell-unclaimed");
        ladder(late, "tell-overdue", "tell-overdue");
        ladder(both, "tell-unclaimed");
        ladder(both, "tell-overdue");

        StepFigure step = only(first, true);

        assertThat(step.begun()).isEqualTo(4);
        assertThat(step.unclaimed()).isEqualTo(2);
        assertThat(step.overdue()).isEqualTo(2);
        assertThat(step.stalled()).isEqualTo(3);
    }

    @Test
    void stageHasItsOwnTimesAndWhatStalledInItHoweverDeep() {
        String staged = repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .subProcess("stage")
                                .embeddedSubProcess()
                                .startEvent()
                                .userTask("work")
                                .subProcess("inner")
                                .embeddedSubProcess()
                                .startEvent()
                                .userTask("deep")
                                .endEvent()
                                .subProcessDone()
                                .endEvent()
                                .subProcessDone()
                                .userTask("after")
                                .endEvent()
                                .done())
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
        Instant end = BEGIN.plus(Duration.ofHours(2));
        activity(staged, incident(), "stage", "subProcess", BEGIN, end, 0);
        activity(staged, incident(), "inner", "subProcess", BEGIN, end, 0);
        ladder(activity(staged, incident(), "work", "userTask", BEGIN, end, 0), "tell-unclaimed");
        ladder(activity(staged, incident(), "deep", "userTask", BEGIN, end, 0), "tell-unclaimed", "tell-overdue");
        ladder(activity(staged, incident(), "after", "userTask", BEGIN, end, 0), "tell-overdue");

        assertThat(figures.of(staged, true).orElseThrow())
                .extracting(
                        StepFigure::activityId,
                        StepFigure::holdsSteps,
                        StepFigure::begun,
                        StepFigure::median,
                        StepFigure::unclaimed,
                        StepFigure::overdue,
                        StepFigure::stalled)
                .containsExactlyInAnyOrder(
                        tuple("stage", true, 1L, Duration.ofHours(2), 2L, 1L, 2L),
                        tuple("inner", true, 1L, Duration.ofHours(2), 1L, 1L, 1L),
                        tuple("work", false, 1L, Duration.ofHours(2), 1L, 0L, 1L),
                        tuple("deep", false, 1L, Duration.ofHours(2), 1L, 1L, 1L),
                        tuple("after", false, 1L, Duration.ofHours(2), 0L, 1L, 1L));
    }

    @Test
    void unknownDiagramHasNoFigures() {
        assertThat(figures.of("no-such-diagram", true)).isEmpty();
    }

    @Test
    void manyIncidentsCostNoMoreStatementsThanOne() {
        ran(first, incident(), 10);
        figures.of(first, true);
        long one = statements();
        for (int i = 0; i < 50; i++) {
            ladder(ran(first, incident(), 10), "tell-overdue");
        }

        assertThat(statements()).isEqualTo(one).isLessThanOrEqualTo(2);
        assertThat(only(first, true).stalled()).isEqualTo(50);
    }

    private long statements() {
        CountingDataSource counter = (CountingDataSource) source;
        Count before = counter.count();
        figures.of(first, true);
        return counter.count().since(before).statements();
    }

    private StepFigure only(String definition, boolean allVersions) {
        List<StepFigure> found = figures.of(definition, allVersions).orElseThrow();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String deploy(String name) {
        return repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("work")
                                .name(name)
                                .endEvent()
                                .done())
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .stream()
                .map(ProcessDefinition::getId)
                .findFirst()
                .orElseThrow();
    }

    private String incident() {
        return "SC-2026-%04d".formatted(++incidents);
    }

    /** @return id of the task */
    private String ran(String definition, @Nullable String code, int minutes) {
        return activity(definition, code, "work", "userTask", BEGIN, BEGIN.plus(Duration.ofMinutes(minutes)), 0);
    }

    private String activity(
            String definition,
            @Nullable String code,
            String id,
            String type,
            Instant start,
            @Nullable Instant end,
            int state) {
        String instance = instance(key, definition, code);
        return activity(instance, key, definition, id, type, start, end, state);
    }

    private void ladder(String task, String... told) {
        String instance = instance("stalled-work", "stalled-work:1:0", "SC-2026-0001");
        jdbc.sql("""
                        insert into ACT_HI_VARINST (ID_, PROC_INST_ID_, NAME_, VAR_TYPE_, TEXT_)
                        values (?, ?, 'watchedTask', 'string', ?)""").params(UUID.randomUUID().toString(), instance, task).update();
        for (String id : told) {
            activity(instance, "stalled-work", "stalled-work:1:0", id, "serviceTask", BEGIN, BEGIN, 0);
        }
    }

    private String instance(String process, String definition, @Nullable String code) {
        String instance = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(instance, instance, code, process, definition, Timestamp.from(BEGIN))
                .update();
        return instance;
    }

    private String activity(
            String instance,
            String process,
            String definition,
            String id,
            String type,
            Instant start,
            @Nullable Instant end,
            int state) {
        String task = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_,
                            TASK_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)
                        values (?, ?, ?, ?, ?, ?, ?, 'Tên trong lịch sử', ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        process,
                        definition,
                        instance,
                        instance,
                        id,
                        task,
                        type,
                        Timestamp.from(start),
                        end == null ? null : Timestamp.from(end),
                        end == null ? null : Duration.between(start, end).toMillis(),
                        state)
                .update();
        return task;
    }
}
