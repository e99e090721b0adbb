package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** {@code /dang-nhap}, the one login. */
record LoginPage(Page page) {

    void logIn(String user, String password) {
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .click();
        assertThat(page).not().hasURL(Pattern.compile("/dang-nhap"));
    }

    /** Waits until this window asks for the login. */
    void isAskedFor() {
        assertThat(page).hasURL(Pattern.compile("/dang-nhap"));
    }

    Locator notice() {
        return page.getByRole(AriaRole.STATUS);
    }
}
