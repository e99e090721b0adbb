package vn.ungcuu.workplace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the start page counts and puts first, and who may take a task over from it. */
@SpringBootTest(properties = {"test.application=start-page", "camunda.bpm.job-execution.enabled=false"})
@AutoConfigureMockMvc
class StartPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory application;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private OfficeWork work;

    @BeforeEach
    void work() {
        work = new OfficeWork(application);
    }

    @AfterEach
    void nothingIsLeft() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(open -> runtime.deleteProcessInstanceIfExists(open.getId(), "test", true, true, true, false));
    }

    @Test
    void manyLateTasksOfOneIncidentHideNoOtherIncident() throws Exception {
        String many = work.reported("Nhiều việc chậm", false, "office");
        for (int i = 0; i < 13; i++) {
            late(work.task(many, "Việc chậm " + i, "office"), Duration.ofHours(10));
        }
        String one = work.reported("Một việc chậm", false, "police");
        late(work.task(one, "Việc chậm khác", "police"), Duration.ofHours(1));

        assertThat(page("lanhdao")).containsSubsequence("Điểm nóng", many, "13 việc quá hạn.", one, "1 việc quá hạn.");
    }

    @Test
    void practiceComesAfterEverythingReal() throws Exception {
        work.task(work.incident("Tình huống giả định", true, "office"), "Việc diễn tập", "office");
        work.task(work.reported("Sự cố thật", false, "office"), "Việc thật", "office");

        assertThat(page("vanphong")).containsSubsequence("Việc thật", "Việc diễn tập");
    }

    @Test
    void countsAreRightWhereThereIsMoreThanThePageShows() throws Exception {
        String code = work.reported("Rất nhiều việc", false, "police");
        for (int i = 0; i < 52; i++) {
            String task = work.task(code, "Việc số " + i, "police");
            if (i < 51) {
                tasks.setAssignee(task, "congan");
                tasks.setDueDate(task, Date.from(clock.instant().minusSeconds(60)));
            }
        }

        assertThat(page("congan"))
                .containsPattern("Anh/chị đang giữ <b>51 việc</b>, <b[^>]*>51 việc quá hạn</b>")
                .contains("<b>1 việc</b>")
                .containsPattern("Trên đây là <span>20</span> việc gấp nhất");
    }

    @ParameterizedTest
    @ValueSource(strings = {"congan", "donvi", "lanhdao", "dieuphoi"})
    void taskOfAnotherOfficeIsNotTakenOver(String other) throws Exception {
        Task task = waiting();

        mvc.perform(post("/viec/" + task.getId() + "/nhan").with(user(other)).with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andExpect(flash().attribute("sorry", Matchers.containsStringIgnoringCase("việc này")));
        assertThat(assignee(task)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "phantich"})
    void whoHasNoPartInIncidentsTakesNothingOver(String other) throws Exception {
        Task task = waiting();

        mvc.perform(post("/viec/" + task.getId() + "/nhan").with(user(other)).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(assignee(task)).isNull();
    }

    @Test
    void taskIsNotTakenOverByARequestFromElsewhere() throws Exception {
        Task task = waiting();

        mvc.perform(post("/viec/" + task.getId() + "/nhan").with(user("vanphong")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/viec/" + task.getId() + "/nhan").with(user("vanphong")))
                .andExpect(status().is4xxClientError());
        assertThat(assignee(task)).isNull();
    }

    @Test
    void suspendedOrUnknownTaskIsAnsweredWithASentence() throws Exception {
        Task task = waiting();
        runtime.suspendProcessInstanceById(task.getProcessInstanceId());

        for (String id : new String[] {task.getId(), "khong-co"}) {
            mvc.perform(post("/viec/" + id + "/nhan").with(user("vanphong")).with(csrf()))
                    .andExpect(redirectedUrl("/"))
                    .andExpect(flash().attribute(
                                    "sorry",
                                    Matchers.matchesPattern(Pattern.compile("Việc này .*\\.", Pattern.DOTALL))));
        }
        assertThat(assignee(task)).isNull();
        runtime.activateProcessInstanceById(task.getProcessInstanceId());
    }

    private Task waiting() {
        return work.waiting(work.reported("Sự cố", false, "office"), "Việc của Văn phòng", "office", clock.instant());
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private void late(String task, Duration by) {
        jdbc.sql("update watched_task set finish_by = ? where task_id = ?")
                .params(clock.instant().minus(by).atOffset(ZoneOffset.UTC), task)
                .update();
    }

    private String page(String who) throws Exception {
        return mvc.perform(get("/").with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
