package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.NewEntry;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.Door;
import vn.ungcuu.procedure.Doors;
import vn.ungcuu.procedure.Refusal;
import vn.ungcuu.support.BrowserTest;

/** What only a browser can tell of our pages. */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class PagesInBrowserTests {

    @Autowired
    BeanFactory application;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate inTransaction;

    @MockitoBean
    Doors doors;

    @MockitoSpyBean
    Organization organization;

    private String code;

    @BeforeEach
    void incidentWithOneDoor() {
        code = inTransaction.execute(status -> {
            String opened = new OfficeWork(application)
                    .reported("Tệp C:\\NguoiDung\\HoSo\\" + "rat-dai-khong-co-dau-cach-".repeat(6), false, "office");
            timeline.append(NewEntry.bySystem(opened, EntryKind.ACTION, "x".repeat(300), Map.of("y".repeat(90), "z")));
            return opened;
        });
        Door correction = new Door("correct-fact", "Sửa thông tin", null);
        when(doors.openDoors(anyString(), anyString())).thenReturn(List.of(correction));
        when(doors.find(eq("correct-fact"), anyString(), isNull(), anyString())).thenReturn(Optional.of(correction));
    }

    @Test
    void everyPageFitsOnAPhoneAndNamesEveryField(Page page) {
        login(page);
        page.setViewportSize(390, 844);
        for (String address : pages()) {
            page.navigate(address);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits", address)
                    .isEqualTo(true);
            assertThat(page.evaluate(
                            "[...document.querySelectorAll('input:not([type=hidden]):not([aria-hidden]), select, textarea')]"
                                    + ".filter(field => field.labels.length === 0).map(field => field.name).join()"))
                    .as("fields of %s without a name", address)
                    .isEqualTo("");
            assertThat(page.evaluate("document.querySelectorAll('h1').length"))
                    .as("headings of %s", address)
                    .isEqualTo(1);
        }
    }

    @Test
    void formAsksOnlyWhatTheAnswersCallFor(Page page) {
        login(page);
        page.navigate("/so-theo-doi/" + code + "/correct-fact");

        assertThat(page.isVisible("[name=attackType]")).isTrue();
        page.selectOption("[name=kind]", "system-fault");
        assertThat(page.isVisible("[name=attackType]")).isFalse();
        assertThat(page.isDisabled("[name=attackType]")).isTrue();
    }

    @Test
    void refusedFormSaysWhyFirstAndLeadsToTheMistake(Page page) {
        doThrow(new Refusal("Mục “Dịch vụ gián đoạn từ” không được sau hiện tại. Hãy sửa lại."))
                .when(doors)
                .perform(any(), any(), any(), any());
        login(page);
        page.navigate("/so-theo-doi/" + code + "/correct-fact");
        page.fill("[name=serviceDownSince]", "01/02/2030 10:00");
        page.fill("[name=correctionReason]", "Đo lại");
        page.click("form.form .send button");
        page.waitForSelector("#tu-choi:focus");
        page.click("text=Đến mục cần sửa");
        page.waitForSelector(".wrong :focus");

        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("serviceDownSince");
        assertThat(page.inputValue("[name=correctionReason]")).isEqualTo("Đo lại");
    }

    @Test
    void whatIsWrongWithAReportIsReadFirstAndEachLeadsToItsField(Page page) {
        login(page);
        page.navigate("/bao-cao");
        page.fill("[name=description]", "Không vào được mạng");
        page.click("form.form .send button");
        page.waitForSelector("#tu-choi:focus");
        assertThat(page.locator("#tu-choi li").count())
                .isEqualTo(page.locator(".wrong").count());
        for (String field : List.of("title", "channel", "reporterName")) {
            page.locator("#tu-choi a[href='#o-f-" + field + "']").press("Enter");
            page.waitForSelector("#o-f-" + field + " :focus");
        }
        assertThat(page.inputValue("[name=description]")).isEqualTo("Không vào được mạng");
    }

    @Test
    void recordOnPaperIsCompleteAndSaysWhoseItIsAndWhen(Page page) {
        when(organization.commune()).thenReturn("Xã Tân Phú");
        login(page);
        page.navigate("/so-theo-doi/" + code);
        assertThat(page.isVisible("text=Lịch trực")).isTrue();
        assertThat(page.isVisible(".letterhead")).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");

        assertThat(page.innerText(".letterhead")).contains("XÃ TÂN PHÚ");
        assertThat(page.innerText(".printed")).matches("Hồ sơ " + code + ", in lúc \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d");
        assertThat(page.locator("nav, button, .doors, footer, summary")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .count())
                .isZero();
        assertThat(page.innerText(".timeline")).contains("x".repeat(300), "y".repeat(90));
        assertThat(page.evaluate("[...document.querySelectorAll('.timeline li')]"
                        + ".every(entry => getComputedStyle(entry).breakInside === 'avoid')"))
                .isEqualTo(true);
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("details[open]").count()).isZero();
    }

    @Test
    void everyPaperIsHeadedWithTheCommune(Page page) {
        when(organization.commune()).thenReturn("Xã Tân Phú");
        login(page, "lanhdao");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path : List.of("/thong-ke", "/lich-truc", "/so-theo-doi/" + code)) {
            page.navigate(path);
            assertThat(page.innerText(".letterhead")).as(path).contains("XÃ TÂN PHÚ");
        }
    }

    @Test
    void technicalFailureShowsANumberThatIsInTheLogAndNothingElse(Page page, CapturedOutput log) {
        when(doors.openDoors(anyString(), anyString())).thenThrow(new IllegalStateException("secret of the inside"));
        login(page);
        page.navigate("/so-theo-doi/" + code);

        String reference = page.textContent("strong.code");
        assertThat(reference).matches("[0-9A-F]{8}");
        assertThat(page.textContent("body")).doesNotContain("secret", "Exception");
        assertThat(log.getOut()).contains("Error " + reference + " at /so-theo-doi/" + code);
    }

    @Test
    void unknownPageSaysSoInVietnamese(Page page) {
        login(page);
        page.navigate("/so-theo-doi/SC-2000-1");

        assertThat(page.textContent("h1")).isEqualTo("Không tìm thấy");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("vi");
    }

    @Test
    void pageOpenedBeforeLoggingInAnewSaysSo(Page page) {
        login(page);
        page.navigate("/so-theo-doi/" + code + "/correct-fact");
        page.context().clearCookies();
        login(page.context().newPage());
        page.click("form.form .send button");

        assertThat(page.textContent("h1")).isEqualTo("Trang đã mở quá lâu");
    }

    @Test
    void pageOfAnotherRoleSaysWhoseItIs(Page page) {
        login(page);
        page.navigate("/thong-ke");
        assertThat(page.innerText("main")).contains("dành cho điều phối viên và lãnh đạo");
        page.context().clearCookies();
        login(page, "phantich");
        page.navigate("/bao-cao");
        assertThat(page.innerText("main")).contains("dành cho người xử lý sự cố");
    }

    /** WCAG 2.5.8, measured without its exception for links within a sentence. */
    @Test
    void everythingToPressIsLargeEnoughForAFingerAndReachedWithTheKeyboard(Page page) {
        login(page);
        page.setViewportSize(390, 844);
        for (String path : List.of("/", "/so-theo-doi/" + code)) {
            page.navigate(path);
            assertThat((List<?>) page.evaluate("""
                            () => [...document.querySelectorAll('a[href]:not(.skip), button, input, select, summary')]
                              .filter(part => part.checkVisibility())
                              .filter(part => part.getClientRects()[0].height < 24 || part.offsetWidth < 24 || part.tabIndex < 0)
                              .map(part => part.textContent)""")).as(path).isEmpty();
        }
    }

    private List<String> pages() {
        String incident = "/so-theo-doi/" + code;
        return List.of(
                "/",
                "/so-theo-doi",
                incident,
                incident + "/correct-fact",
                "/bao-cao",
                "/lich-truc",
                "/thong-bao",
                "/so-theo-doi/SC-2000-1");
    }

    private static void login(Page page) {
        login(page, "vanphong");
    }

    private static void login(Page page, String user) {
        page.navigate("/dang-nhap");
        page.fill("#username", user);
        page.fill("#password", user);
        page.click("button[type=submit]");
    }
}
