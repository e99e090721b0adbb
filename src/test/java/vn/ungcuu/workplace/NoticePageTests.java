package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.notification.Inbox;
import vn.ungcuu.notification.Notice;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.Notifications;
import vn.ungcuu.notification.Recipient;
import vn.ungcuu.notification.Recipient.Office;
import vn.ungcuu.notification.Recipient.Person;
import vn.ungcuu.notification.Wishes;

@SpringBootTest
@AutoConfigureMockMvc
class NoticePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void leaveNothing() {
        ClockUtil.reset();
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from told_person").update();
    }

    @Test
    void startPageShowsTheNewestTenForMeAndMyOffices() throws Exception {
        for (int i = 1; i <= 12; i++) {
            // Of two within one millisecond neither is the newer.
            ClockUtil.offset(i * 10L);
            tell("Việc số " + i + ".", new Office("office"));
        }
        ClockUtil.offset(1_000L);
        tell("Riêng cho tôi", new Person("vanphong"));
        tell("Cho công an", new Office("police"));

        mvc.perform(get("/").with(user("vanphong")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("Thông báo", "Mới", "Riêng cho tôi"),
                                containsString("href=\"/so-theo-doi/SC-2026-0001\""),
                                containsString("Việc số 4."),
                                not(containsString("Việc số 3.")),
                                not(containsString("Cho công an")),
                                // the text is on the page of notices; a start page is glanced at
                                not(containsString("Nội dung chi tiết")))));
    }

    @Test
    void noticeIsNewUntilThePageOfNoticesIsOpened() throws Exception {
        tell("Việc mới", new Office("office"));

        mvc.perform(get("/").with(user("vanphong"))).andExpect(content().string(containsString(">Mới<")));
        mvc.perform(get("/thong-bao").with(user("vanphong")))
                .andExpect(content()
                        .string(allOf(
                                containsString(">Mới<"),
                                containsString("Nội dung chi tiết"),
                                containsString("Diễn tập"))));
        for (String page : List.of("/", "/thong-bao")) {
            mvc.perform(get(page).with(user("vanphong")))
                    .andExpect(content().string(allOf(containsString("Việc mới"), not(containsString(">Mới<")))));
        }
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        tell("<script>alert(1)</script>", new Office("office"));

        for (String page : List.of("/", "/thong-bao")) {
            mvc.perform(get(page).with(user("vanphong")))
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString("<script>alert")), containsString("&lt;script&gt;alert"))));
        }
    }

    @Test
    void pageIsForStaffOnly() throws Exception {
        mvc.perform(get("/thong-bao").accept("text/html")).andExpect(redirectedUrlPattern("**/dang-nhap"));
        for (String other : List.of("admin", "phantich")) {
            mvc.perform(get("/thong-bao").with(user(other))).andExpect(status().isForbidden());
            mvc.perform(post("/thong-bao").with(user(other)).with(csrf())).andExpect(status().isForbidden());
            mvc.perform(get("/").with(user(other))).andExpect(content().string(not(containsString("/thong-bao"))));
        }
        mvc.perform(post("/thong-bao").with(user("vanphong"))).andExpect(status().isForbidden());
        assertThat(inbox.wishesOf("vanphong")).isEqualTo(new Wishes(Set.of(), null));
    }

    @Test
    void everybodyChoosesTheirMailsAndGivesTheirNumber() throws Exception {
        mvc.perform(post("/thong-bao")
                        .with(user("vanphong"))
                        .with(csrf())
                        .param("thu", "TASK_CREATED", "TASK_OVERDUE", "WEEKLY_DIGEST")
                        .param("dien-thoai", "0912 345 678"))
                .andExpect(redirectedUrl("/thong-bao"))
                .andExpect(flash().attributeExists("done"));

        Wishes wishes = inbox.wishesOf("vanphong");
        assertThat(wishes.phone()).isEqualTo("+84912345678");
        assertThat(wishes.muted())
                .contains(NoticeEvent.REMINDER, NoticeEvent.ESCALATED)
                .doesNotContain(NoticeEvent.TASK_CREATED, NoticeEvent.TASK_OVERDUE, NoticeEvent.WEEKLY_DIGEST);
        assertThat(inbox.wishesOf("congan").muted()).isEmpty();
        mvc.perform(get("/thong-bao").with(user("vanphong")))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"TASK_OVERDUE\" checked"),
                                not(containsString("value=\"REMINDER\" checked")),
                                containsString("+84912345678"),
                                containsString("không tắt được"))));
    }

    @Test
    void wrongNumberIsSaidAndNothingTypedIsLost() throws Exception {
        mvc.perform(post("/thong-bao")
                        .with(user("vanphong"))
                        .with(csrf())
                        .param("thu", "REMINDER")
                        .param("dien-thoai", "0912 <b>"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("Số điện thoại chưa đúng."),
                                containsString("value=\"0912 &lt;b&gt;\""),
                                containsString("value=\"REMINDER\" checked"),
                                not(containsString("value=\"TASK_OVERDUE\" checked")))));
        assertThat(inbox.wishesOf("vanphong").phone()).isNull();
    }

    @Test
    void numberIsTakenBackByLeavingItEmpty() throws Exception {
        inbox.wish("vanphong", new Wishes(Set.of(), "+84912345678"));
        mvc.perform(post("/thong-bao").with(user("vanphong")).with(csrf()).param("dien-thoai", " "))
                .andExpect(redirectedUrl("/thong-bao"));

        assertThat(inbox.wishesOf("vanphong")).isEqualTo(new Wishes(Set.of(NoticeEvent.values()), null));
    }

    @Test
    void eventThatDoesNotExistIsAnsweredAsNonsense() throws Exception {
        mvc.perform(post("/thong-bao").with(user("vanphong")).with(csrf()).param("thu", "EVERYTHING"))
                .andExpect(status().isBadRequest());
    }

    private void tell(String subject, Recipient to) {
        inTransaction.executeWithoutResult(status -> notifications.tell(new Notice(
                NoticeEvent.TASK_CREATED,
                List.of(to),
                "SC-2026-0001",
                true,
                subject,
                "Nội dung chi tiết",
                "/so-theo-doi/SC-2026-0001")));
    }
}
