package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Camunda Tasklist. Found by what its pages are made of, not by words: these are to become Vietnamese. */
record Tasklist(Page page) {

    static final String WAITING = "Việc đơn vị tôi chưa ai nhận";

    Tasklist open() {
        if (!page.url().contains("/camunda/app/tasklist/")) {
            page.navigate("/camunda/app/tasklist/default/");
        }
        return this;
    }

    /** Chooses a list and reads it anew. */
    Tasklist list(String name) {
        page.locator(".task-filters .task-filter")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("h4 a")
                .click();
        return this;
    }

    Locator cards() {
        return page.locator("ol.tasks-list > li.task");
    }

    /** Card of a task of one incident. */
    Locator card(String code, String task) {
        return cards().filter(new Locator.FilterOptions().setHasText(code))
                .filter(new Locator.FilterOptions().setHasText(task));
    }

    /** Takes a task that waits for somebody of the office, fills its form and completes it. */
    void work(String code, String task, Consumer<Form> answers) {
        Form form = claim(code, task);
        answers.accept(form);
        complete();
    }

    Form claim(String code, String task) {
        list(WAITING);
        card(code, task).first().click();
        assertThat(page.locator(".task-card h2.task")).containsText(task);
        button("claim()").click();
        button("unclaim()").waitFor();
        assertThat(page.locator(".task-card .fjs-form")).containsText(code);
        return new TasklistForm(page);
    }

    void complete() {
        Response answer = page.waitForResponse(
                Pattern.compile("/submit-form$"), () -> button("complete()").click());
        if (!answer.ok()) {
            throw new AssertionError(answer.text());
        }
        page.locator(".task-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** The task that is open, once its form is there. */
    Locator task() {
        page.locator(".task-card .fjs-form").waitFor();
        return page.locator(".task-card");
    }

    /** The form for a new report, by its address: the header leads to our own page. */
    TasklistForm report() {
        page.navigate("/camunda/app/tasklist/default/#/?processStart=incident-response");
        page.locator(".modal-dialog .fjs-form").waitFor();
        return new TasklistForm(page);
    }

    /** Sends the new report; false when it was refused. */
    boolean send() {
        Response answer = page.waitForResponse(
                Pattern.compile("/submit-form$"),
                () -> button("startProcessInstance()").click());
        return answer.ok();
    }

    /** The tab of a chosen task that shows its incident. */
    Locator incident() {
        page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText("Hồ sơ sự cố"))
                .click();
        return page.locator(".incident-record");
    }

    /** What a card says of its task's clocks, as text. */
    Locator signs(String code, String task) {
        return card(code, task).locator(".uc-sign");
    }

    /** The button that does this, whatever it is called. */
    Locator button(String action) {
        return page.locator("[ng-click='" + action + "']");
    }

    /** What Tasklist says last, on top of whatever is open. */
    Locator notification() {
        return page.locator("[notifications-panel] .alert").last();
    }

    /** By the menu behind one's name. */
    void logOut() {
        page.locator(".account.dropdown > a").click();
        button("logout()").click();
    }
}
