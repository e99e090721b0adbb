package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.incident.TimelineEntry;

/** Within an office work passes from one person to another; what it is about and when it is due stays. */
@ProcedureTest
class HandOverTests {

    private static final String DOOR = "hand-over-task";

    @Autowired
    People people;

    @Autowired
    Doors doors;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    WatchedTasks watched;

    @Autowired
    JdbcClient jdbc;

    private String code;
    private Task task;

    @BeforeEach
    void oneTaskAndTwoColleagues() {
        User colleague = identity.newUser("colleague");
        colleague.setFirstName("Trần Thị");
        colleague.setLastName("Bé");
        colleague.setPassword("colleague");
        identity.saveUser(colleague);
        identity.createMembership("colleague", "office");
        code = people.report(Map.of());
        task = people.task(code, "acknowledge-report");
    }

    @AfterEach
    void removeTheColleague() {
        identity.deleteUser("colleague");
    }

    @Test
    void colleagueTakesOverWhatSomebodyElseHasClaimed() {
        people.as("vanphong", () -> tasks.claim(task.getId(), "vanphong"));

        handOver("colleague", "colleague", "Chị Lan nghỉ ốm.");

        assertThat(assignee()).isEqualTo("colleague");
        assertThat(noticesTo("vanphong")).anyMatch(text -> text.contains("đã được chuyển cho"));
        assertThat(people.timeline(code))
                .extracting(TimelineEntry::what)
                .containsSubsequence("Bàn giao việc", "Nhận việc: Xác nhận đã tiếp nhận tin báo");
        assertThat(entry().details())
                .containsEntry("Việc", "Xác nhận đã tiếp nhận tin báo")
                .containsEntry("Người nhận việc", "Trần Thị Bé")
                .containsEntry("Nội dung bàn giao", "Chị Lan nghỉ ốm.");
        assertThat(entry().actor()).isEqualTo("colleague");
    }

    @Test
    void whoGetsATaskIsToldAndNothingOfTheNoteIsSent() {
        handOver("vanphong", "colleague", "Số điện thoại của người báo: 0900");

        assertThat(people.told(code)).contains("Giao việc cho Trần Thị Bé: Xác nhận đã tiếp nhận tin báo");
        assertThat(noticesTo("colleague"))
                .singleElement()
                .asString()
                .contains("Việc: Xác nhận đã tiếp nhận tin báo", "Hạn hoàn thành: ")
                .doesNotContain("0900");
    }

    @Test
    void dueDateStaysAndNobodyIsAskedToTakeItAnyMore() {
        WatchedTask before = watched.find(task.getId()).orElseThrow();
        handOver("vanphong", "colleague", "Đổi ca.");

        assertThat(watched.find(task.getId()).orElseThrow()).isEqualTo(before);
        assertThat(people.task(code, "acknowledge-report").getDueDate()).isEqualTo(task.getDueDate());
    }

    @Test
    void whoHoldsItAlreadyIsNotOffered() {
        people.as("vanphong", () -> tasks.claim(task.getId(), "vanphong"));
        Door door = door("vanphong");
        assertThat(door.name()).isEqualTo("Bàn giao việc: Xác nhận đã tiếp nhận tin báo");
        assertThat(doors.lists(door, code).get("colleagues"))
                .isEqualTo(List.of(Map.of("label", "Trần Thị Bé", "value", "colleague")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"congan", "vanhoa", "donvi", "lanhdao", "dieuphoi", "phantich", "admin"})
    void nobodyOutsideTheOfficeHandsItsWorkOut(String user) {
        assertThat(doors.find(DOOR, code, task.getId(), user)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> handOver(user, "colleague", "Tôi muốn thế."));
        assertThat(assignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"congan", "nobody", ""})
    void workIsGivenToColleaguesOnly(String receiver) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handOver("vanphong", receiver, "Nhờ làm giúp."))
                .withMessageContaining("Người nhận việc");
        assertThat(assignee()).isNull();
    }

    @Test
    void nothingIsHandedOverWithoutAWord() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handOver("vanphong", "colleague", " "))
                .withMessageContaining("Nội dung bàn giao");
    }

    @Test
    void finishedTaskIsNotHandedOver() {
        String gone = task.getId();
        people.complete(code, "acknowledge-report");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.as(
                        "vanphong",
                        () -> doors.perform(
                                DOOR, code, gone, Map.of("colleague", "colleague", "handOverNote", "Muộn rồi."))))
                .withMessageContaining("việc đã xong");
    }

    private void handOver(String user, String to, String note) {
        people.as(user, () -> doors.perform(DOOR, code, task.getId(), Map.of("colleague", to, "handOverNote", note)));
    }

    private Door door(String user) {
        return doors.find(DOOR, code, task.getId(), user).orElseThrow();
    }

    private List<String> noticesTo(String person) {
        return jdbc.sql("select text from notice where recipient = ? and code = ?")
                .params(person, code)
                .query(String.class)
                .list();
    }

    private String assignee() {
        return people.task(code, "acknowledge-report").getAssignee();
    }

    private TimelineEntry entry() {
        return people.timeline(code).stream()
                .filter(entry -> entry.what().equals("Bàn giao việc"))
                .findFirst()
                .orElseThrow();
    }
}
