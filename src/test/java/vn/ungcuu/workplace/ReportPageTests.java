package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.incident.Viewer;

/** The report page, through the real procedure. */
@SpringBootTest
@AutoConfigureMockMvc
class ReportPageTests {

    private static final Viewer ANYBODY = new Viewer(Set.of(), true);

    @Autowired
    MockMvc mvc;

    @Autowired
    Incidents incidents;

    @Test
    void reportBecomesAnIncidentAndLeadsToItsPage() throws Exception {
        String page = mvc.perform(
                        report("vanphong", new MockHttpSession(), "a").param("detectedAt", "2026-01-05T08:30"))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("done"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(page).startsWith("/so-theo-doi/SC-");
        mvc.perform(get(page).with(user("vanphong")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Máy in phòng &lt;Một cửa&gt; gửi thư lạ"),
                                containsString("05/01/2026 08:30"),
                                containsString("Xác nhận đã tiếp nhận tin báo"),
                                containsString("Văn phòng HĐND và UBND"),
                                containsString("chưa ai nhận"),
                                containsString("Nguyễn Thị Lan"))));
        mvc.perform(get("/").with(user("vanphong")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Việc đơn vị tôi chưa ai nhận"),
                                containsString("Xác nhận đã tiếp nhận tin báo"))));
    }

    @Test
    void sameFormSentTwiceMakesOneIncident() throws Exception {
        MockHttpSession session = new MockHttpSession();
        long before = count();
        String first = mvc.perform(report("vanphong", session, "b").param("detectedAt", "2026-01-05T08:30"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        mvc.perform(report("vanphong", session, "b").param("detectedAt", "2026-01-05T08:30"))
                .andExpect(redirectedUrl(first));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void anotherReportFromTheSamePageIsAnotherIncident() throws Exception {
        MockHttpSession session = new MockHttpSession();
        long before = count();
        for (String time : List.of("2026-01-05T08:30", "2026-01-05T09:45")) {
            mvc.perform(report("vanphong", session, "f").param("detectedAt", time));
        }
        assertThat(count()).isEqualTo(before + 2);
    }

    @Test
    void withoutTheMarkOfAPageNothingIsTakenForARepeat() throws Exception {
        MockHttpSession session = new MockHttpSession();
        long before = count();
        for (int times = 0; times < 2; times++) {
            mvc.perform(report("vanphong", session, "").param("detectedAt", "2026-01-05T08:30"));
        }
        assertThat(count()).isEqualTo(before + 2);
    }

    @Test
    void wrongAnswerIsRefusedAndEverythingTypedIsKept() throws Exception {
        long before = count();

        mvc.perform(report("vanphong", new MockHttpSession(), "c").param("detectedAt", "2099-01-05T08:30"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("Mục “Thời điểm phát hiện”"),
                                containsString("value=\"2099-01-05T08:30\""),
                                containsString("Máy in phòng &lt;Một cửa&gt; gửi thư lạ"),
                                containsString("value=\"c\""))));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void allThatIsWrongIsToldAtOnceEachAtItsField() throws Exception {
        String answer = mvc.perform(post("/bao-cao")
                        .with(user("vanphong"))
                        .with(csrf())
                        .param("title", "Mất mạng")
                        .param("detectedAt", "hôm qua")
                        .param("reporterContact", "Máy lẻ 12"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer)
                .contains("Có 4 chỗ cần sửa:", "value=\"Mất mạng\"", "value=\"hôm qua\"", "value=\"Máy lẻ 12\"");
        for (String field : List.of("description", "detectedAt", "channel", "reporterName")) {
            assertThat(answer)
                    .contains(
                            "href=\"#o-f-" + field + "\"", "id=\"o-f-" + field + "\"", "id=\"f-" + field + "-error\"");
        }
        assertThat(answer).doesNotContain("f-title-error");
    }

    @Test
    void unitThatReportsIsToldTheNumber() throws Exception {
        mvc.perform(report("donvi", new MockHttpSession(), "d").param("detectedAt", "2026-01-05T08:30"))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("done", containsString("Mã hồ sơ: SC-")));

        Incident reported =
                incidents.list(RegisterFilter.newest(1), ANYBODY).incidents().get(0);
        assertThat(reported.reportedBy()).isEqualTo("donvi");
    }

    @Test
    void whoMayNotReportCannotSendTheFormEither() throws Exception {
        mvc.perform(report("phantich", new MockHttpSession(), "e").param("detectedAt", "2026-01-05T08:30"))
                .andExpect(status().isForbidden());
    }

    private long count() {
        return incidents.list(RegisterFilter.newest(1), ANYBODY).total();
    }

    private static MockHttpServletRequestBuilder report(String userId, MockHttpSession session, String once) {
        return post("/bao-cao")
                .session(session)
                .with(user(userId))
                .with(csrf())
                .param("lan-gui", once)
                .param("title", "Máy in phòng <Một cửa> gửi thư lạ")
                .param("description", "In ra trang lạ")
                .param("channel", "phone")
                .param("reporterName", "Trần Thị Bưởi");
    }
}
