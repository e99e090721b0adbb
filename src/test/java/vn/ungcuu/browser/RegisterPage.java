package vn.ungcuu.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** {@code /so-theo-doi}, all incidents one may see. */
record RegisterPage(Page page) {

    Locator row(String code) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(code));
    }
}
