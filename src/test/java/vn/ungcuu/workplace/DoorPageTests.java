package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.ungcuu.incident.Incidents;

/** The doors of an incident's page, through the real procedure. */
@SpringBootTest
@AutoConfigureMockMvc
class DoorPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Incidents incidents;

    private String page;

    @BeforeEach
    void unitReports() throws Exception {
        page = mvc.perform(post("/bao-cao")
                        .with(user("donvi"))
                        .with(csrf())
                        .param("title", "Máy tính tự khởi động lại")
                        .param("description", "Nhiều lần từ sáng")
                        .param("channel", "tasklist")
                        .param("detectedAt", "2026-01-05T08:30")
                        .param("reporterName", "Phạm Văn Bình"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void unitAddsWhatItKnows() throws Exception {
        mvc.perform(send("donvi", "add-information").param("information", "Có thêm <hai> máy"))
                .andExpect(redirectedUrl(page))
                .andExpect(flash().attribute("done", "Đã ghi nhận: Bổ sung thông tin."));

        mvc.perform(get(page).with(user("donvi")))
                .andExpect(content().string(containsString("Có thêm &lt;hai&gt; máy")));
    }

    @Test
    void officeIsOfferedMoreThanTheUnit() throws Exception {
        mvc.perform(get(page).with(user("donvi")))
                .andExpect(
                        content().string(allOf(containsString("Bổ sung thông tin"), not(containsString("Hủy hồ sơ")))));
        mvc.perform(get(page).with(user("vanphong")))
                .andExpect(content().string(allOf(containsString("Bổ sung thông tin"), containsString("Hủy hồ sơ"))));
        mvc.perform(send("donvi", "cancel-incident").param("cancelReason", "Không cần nữa"))
                .andExpect(redirectedUrl(page))
                .andExpect(flash().attribute(
                                "sorry",
                                "Thao tác “Hủy hồ sơ” do Văn phòng HĐND và UBND hoặc Lãnh đạo UBND xã thực hiện."
                                        + " Nếu cần, anh/chị hãy liên hệ để được làm giúp."));
        assertThat(incidents.find(code()).orElseThrow().open()).isTrue();
    }

    @Test
    void missingReasonIsAskedForWhereItIsMissing() throws Exception {
        mvc.perform(send("vanphong", "correct-fact")
                        .param("kind", "system-fault")
                        .param("serviceDownSince", "05/01/2026 08:00"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("f-correctionReason-error"),
                                containsString("value=\"05/01/2026 08:00\""))));
        assertThat(incidents.find(code()).orElseThrow().kind()).isNull();
    }

    @Test
    void textForADoorThatHasClosedMeanwhileIsShownOnceMore() throws Exception {
        mvc.perform(send("vanphong", "cancel-incident").param("cancelReason", "Nhập nhầm"))
                .andExpect(redirectedUrl(page));
        Cookie session = mvc.perform(send("donvi", "add-information").param("information", "Có thêm <hai> máy"))
                .andExpect(redirectedUrl(page))
                .andExpect(flash().attributeExists("sorry"))
                .andReturn()
                .getResponse()
                .getCookie("JSESSIONID");
        mvc.perform(get(page).with(user("donvi")).cookie(session))
                .andExpect(content()
                        .string(allOf(
                                containsString("chưa được ghi nhận"), containsString("Có thêm &lt;hai&gt; máy"))));
    }

    @Test
    void correctedFactsShowOnThePageAndInTheTimeline() throws Exception {
        mvc.perform(send("vanphong", "correct-fact")
                        .param("kind", "system-fault")
                        .param("operatedByCommune", "true")
                        .param("ownedByCommune", "true")
                        .param("correctionReason", "Đã xem tại chỗ"))
                .andExpect(redirectedUrl(page));

        assertThat(incidents.find(code()).orElseThrow().kind()).isEqualTo("system-fault");
        mvc.perform(get(page).with(user("vanphong")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Lỗi hệ thống, thiết bị, phần mềm, hạ tầng"),
                                containsString("Đã xem tại chỗ"))));
    }

    @Test
    void whatWasLeftAsItWasDoesNotUndoWhatAnotherFoundOutMeanwhile() throws Exception {
        mvc.perform(get(page + "/correct-fact").with(user("vanphong")))
                .andExpect(content().string(containsString("name=\"luc-mo.operatedByCommune\" value=\"true\"")));
        mvc.perform(send("vanphong", "correct-fact")
                        .param("kind", "network-attack")
                        .param("attackType", "malware")
                        .param("crimeSigns", "true")
                        .param("operatedByCommune", "true")
                        .param("ownedByCommune", "true")
                        .param("correctionReason", "Có thư tống tiền"))
                .andExpect(redirectedUrl(page));

        mvc.perform(send("vanphong", "correct-fact")
                        .param("kind", "")
                        .param("affectedSystem", "Máy chủ một cửa")
                        .param("luc-mo.operatedByCommune", "true")
                        .param("luc-mo.ownedByCommune", "true")
                        .param("ownedByCommune", "true")
                        .param("correctionReason", "Ghi nhầm tên"))
                .andExpect(redirectedUrl(page));

        assertThat(incidents.find(code()).orElseThrow().facts())
                .containsEntry("crimeSigns", true)
                .containsEntry("kind", "network-attack")
                .containsEntry("attackType", "malware")
                .containsEntry("operatedByCommune", false)
                .containsEntry("affectedSystem", "Máy chủ một cửa");
    }

    @Test
    void refusedCorrectionKeepsWhatWasTypedBesideWhatIsKnownNow() throws Exception {
        mvc.perform(send("vanphong", "correct-fact")
                        .param("crimeSigns", "true")
                        .param("correctionReason", "Có thư tống tiền"))
                .andExpect(redirectedUrl(page));
        mvc.perform(send("vanphong", "correct-fact").param("affectedSystem", "Máy chủ một cửa"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Máy chủ một cửa\""),
                                containsString("name=\"luc-mo.crimeSigns\" value=\"true\""))));
    }

    @Test
    void pageListsWhatTheProcedureStillWaitsFor() throws Exception {
        mvc.perform(get(page).with(user("vanphong")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Việc “Xác nhận đã tiếp nhận tin báo” chưa xong"),
                                containsString("Quy trình chưa tới bước kết thúc"),
                                not(containsString("Không còn thiếu gì")))));
        mvc.perform(send("vanphong", "request-city-support")
                        .param("supportAddressee", "city-team")
                        .param("supportNeeded", "Phân tích mã độc"))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(user("donvi")))
                .andExpect(content().string(containsString("Yêu cầu hỗ trợ số 1 chưa kết thúc")));
    }

    @Test
    void cancelledIncidentOffersToBeReopened() throws Exception {
        mvc.perform(send("vanphong", "cancel-incident").param("cancelReason", "Nhập nhầm"))
                .andExpect(redirectedUrl(page));

        mvc.perform(get(page).with(user("vanphong")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Đã đóng: đã hủy"),
                                containsString("Mở lại hồ sơ"),
                                not(containsString("Việc đang mở")))));
    }

    private String code() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private MockHttpServletRequestBuilder send(String userId, String door) {
        return post(page + "/" + door).with(user(userId)).with(csrf());
    }
}
