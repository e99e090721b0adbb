package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungcuu.browser.Form.minutesAgo;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.ungcuu.support.BrowserTest;

/** An officer gets something wrong: Tasklist says what, in Vietnamese, and nothing typed is lost. */
@BrowserTest
class RefusedEntryTests {

    private static final String TITLE = "Trang thông tin điện tử của xã không truy cập được";

    @Test
    void reportDetectedInTheFutureIsExplainedCorrectedAndSent(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        Tasklist tasklist = office.tasklist();
        TasklistForm form = tasklist.report();
        form.write("Tóm tắt sự cố", TITLE)
                .write("Mô tả sự cố", "Người dân gọi điện báo không mở được trang.")
                .choose("Tin báo đến bằng cách nào", "Điện thoại")
                .write("Người báo", "Nguyễn Văn An")
                .when("Thời điểm phát hiện", minutesAgo(-24 * 60));
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

        form.when("Thời điểm phát hiện", minutesAgo(15));
        assertThat(tasklist.send()).isTrue();
        assertThat(office.start().newestIncident(TITLE)).matches("SC-\\d{4}-\\d{4}");

        office.watch.expected("the server responded with a status of 400");
        office.watch.heardNothing();
    }
}
