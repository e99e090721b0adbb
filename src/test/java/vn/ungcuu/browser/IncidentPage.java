package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** {@code /so-theo-doi/{code}}, one incident: where it stands, what can be done, what was done. */
record IncidentPage(Page page) {

    Locator header() {
        return page.locator("header.incident");
    }

    /** What is known under this label. */
    Locator fact(String label) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Thông tin đã biết"))
                .locator("dt", new Locator.LocatorOptions().setHasText(Form.exactly(label)))
                .locator("xpath=following-sibling::dd[1]");
    }

    Locator openTasks() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Việc đang mở"));
    }

    Locator doors() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Thao tác"));
    }

    /** Opens a door, fills its form and sends it. The first of its name, when several wait for the same. */
    IncidentPage through(String door, Consumer<Form> answers) {
        doors().getByText(door).first().click();
        answers.accept(new PageForm(page));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Gửi").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi nhận");
        return this;
    }

    /** What the timeline tells, oldest first. */
    List<String> story() {
        List<String> entries = page.locator(".timeline .what").allInnerTexts();
        Collections.reverse(entries);
        return entries;
    }
}
