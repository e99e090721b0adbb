package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.ungcuu.support.BrowserTest;
import vn.ungcuu.support.ManyIncidents;

/** What only a browser can tell of the pages of figures. */
@BrowserTest
@Import(ManyIncidents.class)
class FiguresInBrowserTests {

    private static final int SOME = 40;

    @Autowired
    ManyIncidents many;

    @Test
    void pagesFitAPhoneAndAnOldScreenAndPrintWithoutTheMenu(Page page) {
        many.open(SOME);
        page.navigate("/dang-nhap");
        page.fill("[name=username]", "dieuphoi");
        page.fill("[name=password]", "dieuphoi");
        page.click("button[type=submit]");

        for (String path : List.of("/so-theo-doi?giai-doan=classify", "/viec-dang-mo", "/thong-ke")) {
            page.navigate(path);
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 800);
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(width);
            }
            assertThat(page.locator("nav[aria-label=Chính]").boundingBox().height)
                    .as("one line of menu on " + path)
                    .isLessThan(60);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header.top").isVisible()).isFalse();
        assertThat(page.locator(".range").isVisible()).isFalse();
        assertThat(page.locator(".letterhead").isVisible()).isTrue();
    }
}
