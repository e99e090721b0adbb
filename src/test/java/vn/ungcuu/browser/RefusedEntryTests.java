package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungcuu.browser.Form.minutesAgo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import vn.ungcuu.support.BrowserTest;

/** An officer gets something wrong: Tasklist says what, in Vietnamese, and nothing typed is lost. */
// Apart from tests that leave tasks behind: Tasklist shows fifteen, and ours have to be among them.
@BrowserTest
@TestPropertySource(properties = "test.application=story")
class RefusedEntryTests {

    private static final String TITLE = "Trang thông tin điện tử của xã không truy cập được";

    @Test
    void reportDetectedInTheFutureIsExplainedCorrectedAndSent(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        Tasklist tasklist = office.tasklist();
        TasklistForm form = tasklist.report();
        tasklist.button("startProcessInstance()").click();
        assertThat(errors(page)).hasCount(5);
        assertThat(errors(page).allTextContents()).containsOnly("Vui lòng nhập mục này.");

        report(form).when("Thời điểm phát hiện", minutesAgo(-24 * 60));
        String typed = form.typed("Thời điểm phát hiện");
        assertThat(tasklist.send()).isFalse();
        assertThat(tasklist.notification())
                .containsText("Mục “Thời điểm phát hiện” không được ở tương lai. Vui lòng nhập lại thời điểm đã qua.");
        assertThat(tasklist.notification()).isInViewport();
        assertThat(form.typed("Thời điểm phát hiện")).isEqualTo(typed);
        assertThat(form.field("Tóm tắt sự cố").locator("input")).hasValue(TITLE);
        assertThat(form.field("Mô tả sự cố").locator("textarea"))
                .hasValue("Người dân gọi điện báo không mở được trang.");
        assertThat(form.field("Tin báo đến bằng cách nào")).containsText("Điện thoại");

        // To the minute, not rounded to what a list would offer.
        ZonedDateTime detected = minutesAgo(60).withMinute(7);
        form.when("Thời điểm phát hiện", detected);
        assertThat(tasklist.send()).isTrue();
        String code = office.start().newestIncident(TITLE);
        assertThat(code).matches("SC-\\d{4}-\\d{4}");
        assertThat(office.incident(code).fact("Thời điểm phát hiện"))
                .hasText(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").format(detected));

        office.watch.expected("the server responded with a status of 400");
        office.watch.heardNothing();
    }

    @Test
    void answerThatHidesWhatWasMissingBringsTheButtonBack(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        Tasklist tasklist = office.tasklist();
        report(tasklist.report()).when("Thời điểm phát hiện", minutesAgo(30));
        assertThat(tasklist.send()).isTrue();
        String code = office.start().newestIncident(TITLE);

        tasklist = office.tasklist();
        tasklist.work(
                code,
                "Xác nhận đã tiếp nhận tin báo",
                form -> form.choose("Đã xác nhận bằng cách nào", "Điện thoại")
                        .when("Thời điểm xác nhận", minutesAgo(0)));
        Form verification = tasklist.claim(code, "Xác minh sự cố");
        verification
                .write("Căn cứ xác minh", "Đã gọi lại người báo.")
                .choose("Kết quả xác minh", "Trùng với một hồ sơ đã có");
        tasklist.button("complete()").click();
        assertThat(errors(page)).hasText("Vui lòng nhập mục này.");
        assertThat(tasklist.button("complete()")).isDisabled();

        verification.choose("Kết quả xác minh", "Báo động giả: cảnh báo hoặc nhận biết nhầm");
        assertThat(verification.field("Mã hồ sơ đã có")).hasCount(0);
        tasklist.complete();
        assertThat(office.incident(code).story()).contains("Hoàn thành: Xác minh sự cố");
        office.watch.heardNothing();
    }

    private static TasklistForm report(TasklistForm form) {
        form.write("Tóm tắt sự cố", TITLE)
                .write("Mô tả sự cố", "Người dân gọi điện báo không mở được trang.")
                .choose("Tin báo đến bằng cách nào", "Điện thoại")
                .write("Người báo", "Nguyễn Văn An");
        return form;
    }

    private static Locator errors(Page page) {
        return page.locator(".fjs-form-field-error li");
    }
}
