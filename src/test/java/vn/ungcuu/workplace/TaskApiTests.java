package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.NewEntry;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.procedure.TaskClocks;
import vn.ungcuu.support.Visitor;
import vn.ungcuu.support.Visitor.Reply;

/** What Tasklist is told of the incident behind a task and of its clocks, and who is told nothing. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "test.application=clocks"})
class TaskApiTests {

    private static final String TITLE = "Máy chủ <b>bị mã hóa</b>";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory application;

    @Autowired
    TaskService tasks;

    @Autowired
    TaskClocks clocks;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate inTransaction;

    private OfficeWork work;
    private String code;
    private String healthTask;

    @BeforeEach
    void taskOfOneUnit() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-05T01:00:00Z")));
        work = new OfficeWork(application);
        code = work.incident(TITLE, false, "unitHealthStation");
        healthTask = work.task(code, "Cung cấp thông tin", "unitHealthStation");
    }

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
    }

    @Test
    void incidentIsToldInTheWordsOfItsPage() {
        work.task(code, "Ngăn chặn", "cultureSocial");

        JsonNode told = incident("donvi", healthTask).json();

        assertThat(told.path("code").asText()).isEqualTo(code);
        assertThat(told.path("path").asText()).isEqualTo("/so-theo-doi/" + code);
        assertThat(told.path("title").asText()).isEqualTo(TITLE);
        assertThat(told.path("drill").asBoolean()).isFalse();
        assertThat(texts(told.path("signs"), "text")).containsExactly("Nghiêm trọng (NĐ 331)", "Đang xử lý");
        assertThat(texts(told.path("stages"), "stateName")).hasSize(7).containsOnly("Chưa tới");
        assertThat(texts(told.path("facts"), "title")).startsWith("Tin báo", "Xác minh, phân loại");
        assertThat(texts(told.path("tasks"), "name")).containsExactly("Ngăn chặn");
        assertThat(told.at("/tasks/0/path").isNull())
                .as("link to a task of others")
                .isTrue();
        assertThat(told.at("/tasks/0/who").asText()).isEqualTo("Phòng Văn hóa - Xã hội · chưa ai nhận");
    }

    @Test
    void deadlinesCountDownAsTimePasses() {
        Instant due = clocks.of(List.of(healthTask)).get(healthTask).clocks().finishBy();
        ClockUtil.setCurrentTime(Date.from(due.minus(Duration.ofMinutes(125))));
        assertThat(deadline("Hạn hoàn thành").path("left").asText()).isEqualTo("còn 2 giờ 5 phút");
        assertThat(deadline("Hạn hoàn thành").path("late").asBoolean()).isFalse();

        ClockUtil.setCurrentTime(Date.from(due.plus(Duration.ofMinutes(20))));
        assertThat(deadline("Hạn hoàn thành").path("left").asText()).isEqualTo("quá hạn 20 phút");
        assertThat(deadline("Hạn hoàn thành").path("late").asBoolean()).isTrue();
        assertThat(signs("donvi", healthTask)).contains("Quá hạn 20 phút", "Quá hạn nhận việc");

        tasks.claim(healthTask, "donvi");
        assertThat(signs("donvi", healthTask)).contains("Quá hạn 20 phút").doesNotContain("Quá hạn nhận việc");
    }

    @Test
    void drillIsSaidOnTheCardAndAboveTheTab() {
        String drill = work.task(work.incident("Tập dượt", true, "office"), "Xác minh", "office");

        assertThat(signs("vanphong", drill)).startsWith("Diễn tập", "Nghiêm trọng (NĐ 331)");
        assertThat(incident("vanphong", drill).json().path("drill").asBoolean()).isTrue();
    }

    @Test
    void timelineShowsTheNewestTwentyAndSaysHowManyCameBefore() {
        int before = incident("donvi", healthTask).json().path("timeline").size();
        inTransaction.executeWithoutResult(status -> IntStream.rangeClosed(1, 30)
                .forEach(number ->
                        timeline.append(NewEntry.bySystem(code, EntryKind.ACTION, "Dòng thứ " + number, Map.of()))));

        JsonNode told = incident("donvi", healthTask).json();
        assertThat(texts(told.path("timeline"), "what")).hasSize(20).startsWith("Dòng thứ 30", "Dòng thứ 29");
        assertThat(told.path("earlier").asInt()).isEqualTo(before + 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"donvi2", "congan", "vanhoa", "vanphong", "lanhdao", "phantich", "admin"})
    void taskOfOthersIsAsUnknownAsOneThatNeverWas(String user) {
        Reply unknown = incident(user, "4711");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("message").asText()).contains("không còn mở");

        assertThat(incident(user, healthTask).status()).isEqualTo(404);
        assertThat(incident(user, healthTask).body()).isEqualTo(unknown.body());
        assertThat(cards(user, healthTask)).isEmpty();
    }

    @Test
    void whoeverWatchesOverEverythingSeesTheTaskAndIsToldThatItIsNotHers() {
        assertThat(incident("dieuphoi", healthTask).status()).isEqualTo(200);
        assertThat(cards("dieuphoi", healthTask).get(0).path("ours").asBoolean())
                .isFalse();
        assertThat(cards("donvi", healthTask).get(0).path("ours").asBoolean()).isTrue();
        String ofNoIncident = work.task(null, "Chạy thử", "unitHealthStation");
        assertThat(cards("donvi", ofNoIncident).get(0).path("ours").asBoolean()).isTrue();
    }

    @Test
    void restrictedIncidentIsToldToItsOfficesOnly() {
        work.restrict(code);

        assertThat(incident("dieuphoi", healthTask).status()).isEqualTo(404);
        assertThat(cards("dieuphoi", healthTask)).isEmpty();
        assertThat(incident("donvi", healthTask).status()).isEqualTo(200);
    }

    @Test
    void taskThatIsDoneIsToldNoMore() {
        tasks.complete(healthTask);

        assertThat(incident("donvi", healthTask).status()).isEqualTo(404);
        assertThat(cards("donvi", healthTask)).isEmpty();
    }

    @Test
    void nobodyIsToldAnythingWithoutLoggingIn() {
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get("/api/tasks/" + healthTask + "/incident").status())
                .isEqualTo(401);
        assertThat(stranger.get("/api/tasks/clocks?ids=" + healthTask).status()).isEqualTo(401);
    }

    @Test
    void cardsAskedForTogetherAreThoseThePersonMaySee() {
        String second = work.task(code, "Cung cấp nhật ký máy chủ", "unitHealthStation");
        String ofSchool =
                work.task(work.incident("Trường mất mạng", false, "unitPrimarySchool"), "Trả lời", "unitPrimarySchool");

        assertThat(cards("donvi", healthTask, ofSchool, second, "4711", "%27%20or%20%271%27=%271"))
                .extracting(card -> card.path("id").asText())
                .containsExactlyInAnyOrder(healthTask, second);
    }

    @Test
    void endlessQuestionIsRefusedInASentence() {
        Reply reply = visitor("donvi").get("/api/tasks/clocks?ids=" + "a,".repeat(100) + "a");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asText()).contains("tối đa 100 việc");
        assertThat(visitor("donvi").get("/api/tasks/clocks?ids=").body()).isEqualTo("[]");
    }

    private JsonNode deadline(String label) {
        return StreamSupport.stream(
                        incident("donvi", healthTask).json().path("deadlines").spliterator(), false)
                .filter(deadline -> deadline.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private List<String> signs(String user, String taskId) {
        return texts(cards(user, taskId).get(0).path("signs"), "text");
    }

    private Reply incident(String user, String taskId) {
        return visitor(user).get("/api/tasks/" + taskId + "/incident");
    }

    private List<JsonNode> cards(String user, String... taskIds) {
        Reply reply = visitor(user).get("/api/tasks/clocks?ids=" + String.join(",", taskIds));
        assertThat(reply.status()).isEqualTo(200);
        return StreamSupport.stream(reply.json().spliterator(), false).toList();
    }

    private Visitor visitor(String user) {
        return new Visitor(port).withPassword(user, user);
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
