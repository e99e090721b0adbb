package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.NewEntry;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.procedure.Door;
import vn.ungcuu.procedure.Doors;
import vn.ungcuu.procedure.Refusal;

@SpringBootTest
@AutoConfigureMockMvc
class PagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Incidents incidents;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    BeanFactory application;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    @MockitoBean
    Doors doors;

    @Captor
    ArgumentCaptor<Map<String, Object>> sent;

    private OfficeWork work;
    private String ofPolice;
    private String ofSchool;

    @BeforeEach
    void twoIncidents() {
        work = new OfficeWork(application);
        ofPolice = work.reported("Máy chủ <script>alert('x')</script> bị mã hóa", false, "office", "police");
        ofSchool = work.reported("Trường mất mạng", true, "office", "unitPrimarySchool");
        when(doors.openDoors(anyString(), anyString())).thenReturn(List.of());
    }

    @Test
    void nobodySeesAnythingWithoutLoggingIn() throws Exception {
        for (String page : List.of("/", "/so-theo-doi", "/so-theo-doi/" + ofPolice, "/bao-cao")) {
            mvc.perform(get(page).accept("text/html")).andExpect(redirectedUrlPattern("**/dang-nhap"));
        }
    }

    @Test
    void startPageGreetsByNameAndOffice() throws Exception {
        mvc.perform(as("vanphong", "/"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nguyễn Thị Lan"),
                                containsString("Văn phòng HĐND và UBND"),
                                containsString("Báo cáo sự cố"),
                                containsString(ofPolice),
                                containsString(ofSchool),
                                containsString("lang=\"vi\""))));
    }

    @Test
    void startPageLinksWhatThePersonMayOpen() throws Exception {
        mvc.perform(as("vanphong", "/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("/camunda/app/tasklist"),
                                not(containsString("/camunda/app/cockpit")),
                                not(containsString("/camunda/app/admin")))));
        mvc.perform(as("dieuphoi", "/")).andExpect(content().string(containsString("/camunda/app/cockpit")));
        mvc.perform(as("admin", "/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("/camunda/app/admin"),
                                not(containsString("Báo cáo sự cố")),
                                not(containsString(ofPolice)))));
    }

    @Test
    void startPageListsMyTasksAndThoseMyOfficeHasNotTaken() throws Exception {
        Task mine = work.waiting(
                ofPolice, "Bảo toàn hiện trường", "police", clock.instant().minus(Duration.ofHours(3)));
        tasks.setAssignee(mine.getId(), "congan");
        Task waiting = work.waiting(
                ofPolice, "Phân tích phạm vi", "police", clock.instant().plus(Duration.ofDays(3)));
        work.waiting(ofPolice, "Việc của văn hóa", "cultureSocial", clock.instant());

        mvc.perform(as("congan", "/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("#/?task=" + mine.getId()),
                                containsString("Bảo toàn hiện trường"),
                                containsString("quá hạn 3 giờ"),
                                containsString("#/?task=" + waiting.getId()),
                                containsString("Công an xã"),
                                not(containsString("Việc của văn hóa")))));
    }

    @Test
    void startPageShowsATaskThatBelongsToNoIncident() throws Exception {
        work.waiting(null, "Việc của quy trình chạy thử", "police", clock.instant());

        mvc.perform(as("congan", "/"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Việc của quy trình chạy thử")));
    }

    @Test
    void registerHoldsOnlyWhatTheViewerMaySee() throws Exception {
        mvc.perform(as("congan", "/so-theo-doi"))
                .andExpect(content().string(allOf(containsString(ofPolice), not(containsString(ofSchool)))));
        mvc.perform(as("donvi2", "/so-theo-doi"))
                .andExpect(content().string(allOf(containsString(ofSchool), not(containsString(ofPolice)))));
        for (String nobody : List.of("donvi", "phantich", "admin")) {
            mvc.perform(as(nobody, "/so-theo-doi"))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString(ofSchool)),
                                    not(containsString(ofPolice)),
                                    containsString("Không có sự cố nào phù hợp."))));
        }
        for (String all : List.of("vanphong", "lanhdao", "dieuphoi")) {
            mvc.perform(as(all, "/so-theo-doi"))
                    .andExpect(content().string(allOf(containsString(ofSchool), containsString(ofPolice))));
        }
    }

    @Test
    void registerIsSearchedByWordsAndStatus() throws Exception {
        inTransaction.executeWithoutResult(status -> incidents.close(ofSchool, Outcome.FALSE_ALARM));

        mvc.perform(as("vanphong", "/so-theo-doi").param("tim", ofSchool).param("tinh-trang", "dong"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Trường mất mạng"),
                                containsString("Đã đóng: báo động giả"),
                                not(containsString(ofPolice)))));
        mvc.perform(as("vanphong", "/so-theo-doi").param("tim", "truong mat").param("tinh-trang", "mo"))
                .andExpect(content().string(not(containsString(">" + ofSchool))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trang=abc", "nam=hai"})
    void nonsenseInTheAddressIsAnsweredInVietnamese(String query) throws Exception {
        mvc.perform(as("vanphong", "/so-theo-doi?" + query)).andExpect(status().isBadRequest());
    }

    @Test
    void invisibleIncidentLooksLikeNone() throws Exception {
        mvc.perform(as("congan", "/so-theo-doi/" + ofSchool)).andExpect(status().isNotFound());
        mvc.perform(as("congan", "/so-theo-doi/SC-2026-9999")).andExpect(status().isNotFound());
        mvc.perform(as("congan", "/so-theo-doi/" + ofSchool + "/add-information"))
                .andExpect(status().isNotFound());
        mvc.perform(post("/so-theo-doi/" + ofSchool + "/add-information")
                        .with(user("congan"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        verify(doors, never()).perform(any(), any(), any(), any());
    }

    @Test
    void codeIsFoundAsPeopleTypeIt() throws Exception {
        mvc.perform(as("congan", "/so-theo-doi/" + ofPolice.toLowerCase()))
                .andExpect(redirectedUrl("/so-theo-doi/" + ofPolice));
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        inTransaction.executeWithoutResult(status -> timeline.append(new NewEntry(
                ofPolice,
                EntryKind.ACTION,
                "congan",
                "<img src=x onerror=alert(1)>",
                "police",
                "<b>Đã ghi</b>",
                Map.of("information", "\"><script>alert(2)</script>"))));

        for (String page : List.of("/", "/so-theo-doi", "/so-theo-doi/" + ofPolice)) {
            mvc.perform(as("congan", page))
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString("<script>alert")),
                                    not(containsString("<img src=x")),
                                    not(containsString("<b>Đã ghi")),
                                    containsString("&lt;script&gt;alert"))));
        }
    }

    @Test
    void incidentPageShowsFactsStagesTasksAndTimeline() throws Exception {
        inTransaction.executeWithoutResult(status -> {
            incidents.enterStage(ofPolice, "receive");
            incidents.leaveStage(ofPolice, "receive");
            incidents.enterStage(ofPolice, "detect");
            incidents.learn(
                    ofPolice,
                    Map.of(
                            "attackType", "data-encryption",
                            "spreading", true,
                            "affectedUnit", "unitPrimarySchool",
                            "serviceDownSince", "2026-03-10T08:00:00+07:00"));
            timeline.append(new NewEntry(
                    ofPolice,
                    EntryKind.TASK,
                    "vanphong",
                    "Nguyễn Thị Lan",
                    "office",
                    "Đã xác nhận tiếp nhận tin báo.",
                    Map.of("acknowledgedAt", "2026-03-10T09:05:00+07:00")));
            timeline.append(NewEntry.bySystem(ofPolice, EntryKind.STAGE, "Vào giai đoạn Phát hiện.", Map.of()));
        });
        work.waiting(ofPolice, "Xác minh sự cố", "office", clock.instant().minus(Duration.ofMinutes(30)));

        mvc.perform(as("congan", "/so-theo-doi/" + ofPolice))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Mã hóa phần mềm, dữ liệu, thiết bị"),
                                containsString("Có thể lây lan rộng, ảnh hưởng dây chuyền"),
                                containsString("Trường Tiểu học"),
                                containsString("10/03/2026 08:00"),
                                containsString("Đang làm từ"),
                                containsString("Xong "),
                                containsString("Chưa tới"),
                                containsString("Xác minh sự cố"))))
                .andExpect(content()
                        .string(allOf(
                                containsString("quá hạn 30 phút"),
                                containsString("chưa ai nhận"),
                                containsString("Nguyễn Thị Lan · Văn phòng HĐND và UBND"),
                                containsString("Thời điểm xác nhận"),
                                containsString("10/03/2026 09:05"),
                                containsString("Vào giai đoạn Phát hiện."),
                                // another office's task: seen, but not opened from here
                                not(containsString("#/?task=")))));
        mvc.perform(as("congan", "/so-theo-doi/" + ofPolice).param("loai", "task"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Đã xác nhận tiếp nhận tin báo."),
                                not(containsString("Vào giai đoạn Phát hiện.")))));
    }

    @Test
    void drillIsMarkedEverywhere() throws Exception {
        for (String page : List.of("/", "/so-theo-doi", "/so-theo-doi/" + ofSchool)) {
            mvc.perform(as("donvi2", page)).andExpect(content().string(containsString("Diễn tập")));
        }
        mvc.perform(as("donvi2", "/so-theo-doi/" + ofSchool))
                .andExpect(content().string(containsString("DIỄN TẬP: không phải sự cố thật")));
    }

    @Test
    void openDoorsAreOfferedAndClosedOnesLeadBack() throws Exception {
        opened(new Door("support-answered", "Ghi nhận thành phố trả lời (đề nghị 2)", "exec-2"));

        mvc.perform(as("vanphong", "/so-theo-doi/" + ofPolice))
                .andExpect(content()
                        .string(allOf(
                                containsString("/so-theo-doi/" + ofPolice + "/support-answered?cho=exec-2"),
                                containsString("Ghi nhận thành phố trả lời (đề nghị 2)"))));
        mvc.perform(as("vanphong", "/so-theo-doi/" + ofPolice + "/support-answered")
                        .param("cho", "exec-1"))
                .andExpect(redirectedUrl("/so-theo-doi/" + ofPolice))
                .andExpect(flash().attributeExists("sorry"));
        mvc.perform(as("vanphong", "/so-theo-doi/" + ofPolice + "/no-such-door"))
                .andExpect(redirectedUrl("/so-theo-doi/" + ofPolice));
    }

    @Test
    void linkOfDoorLeadsToItsForm() throws Exception {
        opened(new Door("add-information", "Bổ sung thông tin", null));

        mvc.perform(as("vanphong", "/so-theo-doi/" + ofPolice))
                .andExpect(content().string(containsString("href=\"/so-theo-doi/" + ofPolice + "/add-information\"")));
        mvc.perform(as("vanphong", "/so-theo-doi/" + ofPolice + "/add-information"))
                .andExpect(status().isOk());
    }

    @Test
    void doorSendsTypedAnswersAndLeadsBackWithASentence() throws Exception {
        opened(new Door("correct-fact", "Sửa thông tin", null));

        mvc.perform(post("/so-theo-doi/" + ofPolice + "/correct-fact")
                        .with(user("vanphong"))
                        .with(csrf())
                        .param("systemLevel", "3")
                        .param("spreading", "true")
                        .param("serviceDownSince", "10/03/2026 08:00")
                        .param("luc-mo.affectedSystem", "Máy chủ")
                        .param("affectedSystem", " ")
                        .param("luc-mo.crimeSigns", "true")
                        .param("correctionReason", "Đo lại\r\nlần hai"))
                .andExpect(redirectedUrl("/so-theo-doi/" + ofPolice))
                .andExpect(flash().attribute("done", "Đã ghi nhận: Sửa thông tin."));

        verify(doors).perform(eq("correct-fact"), eq(ofPolice), eq(null), sent.capture());
        assertThat(sent.getValue())
                .containsEntry("systemLevel", 3)
                .containsEntry("spreading", true)
                .containsEntry("crimeSigns", false)
                .containsEntry("serviceDownSince", "2026-03-10T08:00:00+07:00")
                .containsEntry("affectedSystem", null)
                .containsEntry("correctionReason", "Đo lại\r\nlần hai")
                .doesNotContainKeys("controlLost", "kind", "_csrf", "cho");
    }

    @Test
    void refusedDoorSaysWhyAndKeepsWhatWasTyped() throws Exception {
        opened(new Door("correct-fact", "Sửa thông tin", null));
        doThrow(new RuntimeException(new Refusal("Mục “Dịch vụ gián đoạn từ” không được sau hiện tại. Hãy sửa lại.")))
                .when(doors)
                .perform(any(), any(), any(), any());

        mvc.perform(post("/so-theo-doi/" + ofPolice + "/correct-fact")
                        .with(user("vanphong"))
                        .with(csrf())
                        .param("serviceDownSince", "10/03/2099 08:00")
                        .param("spreading", "true")
                        .param("correctionReason", "Gõ <dài> lắm"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("role=\"alert\""),
                                containsString("không được sau hiện tại"),
                                containsString("value=\"10/03/2099 08:00\""),
                                containsString("aria-describedby=\"f-serviceDownSince-help f-serviceDownSince-error\""),
                                containsString("Gõ &lt;dài&gt; lắm"))))
                .andExpect(content().string(matchesPattern("(?s).*id=\"f-spreading\"[^>]* checked=.*")));
    }

    @Test
    void correctionStartsFromWhatIsKnown() throws Exception {
        opened(new Door("correct-fact", "Sửa thông tin", null));
        inTransaction.executeWithoutResult(status -> incidents.learn(
                ofPolice,
                Map.of(
                        "systemLevel",
                        2,
                        "ownedByCommune",
                        false,
                        "serviceDownSince",
                        "2026-03-10T01:00:00Z",
                        "correctionReason",
                        "lần trước")));

        mvc.perform(as("vanphong", "/so-theo-doi/" + ofPolice + "/correct-fact"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<option value=\"2\" selected"),
                                containsString("value=\"10/03/2026 08:00\""),
                                containsString("Trường Tiểu học"),
                                containsString("data-hide=\"not(kind = &quot;network-attack&quot;)\""),
                                not(containsString("lần trước")))));
    }

    @Test
    void reportPageIsForThoseWhoMayReport() throws Exception {
        mvc.perform(as("donvi", "/bao-cao"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Tóm tắt sự cố"),
                                containsString("maxlength=\"200\""),
                                containsString("data-lich=\"datetime-local\""),
                                containsString("Phạm Văn Bình, Trạm Y tế"),
                                containsString("Không nhập nội dung bí mật nhà nước."))));
        mvc.perform(as("admin", "/bao-cao")).andExpect(status().isForbidden());
        mvc.perform(as("phantich", "/bao-cao")).andExpect(status().isForbidden());
    }

    private void opened(Door door) {
        when(doors.openDoors(ofPolice, "vanphong")).thenReturn(List.of(door));
        when(doors.find(door.id(), ofPolice, door.executionId(), "vanphong")).thenReturn(Optional.of(door));
    }

    private static MockHttpServletRequestBuilder as(String userId, String page) {
        return get(page).accept("text/html").with(user(userId));
    }
}
