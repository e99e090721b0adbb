package vn.ungcuu.workplace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.support.BrowserTest;

/** A day's work begins here: everybody sees what to do next and is there in one step, however they work. */
@BrowserTest
class StartPageInBrowserTests {

    /** Of a year; whatever is in the name of a style or script changes with it. */
    private static final String FOR_LONG = "max-age=31536000, public";

    @Autowired
    BeanFactory application;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    private EveryPage pages;
    private String code;

    @BeforeEach
    void anIncident() {
        pages = new EveryPage(application);
        code = pages.incident("Máy chủ bị mã hóa dữ liệu", false);
    }

    @ParameterizedTest
    @CsvSource({
        "vanphong, office",
        "congan, police",
        "vanhoa, cultureSocial",
        "donvi, unitHealthStation",
        "lanhdao, leadership",
        "dieuphoi, coordinators"
    })
    void everybodyTakesTheNextTaskOpensItInOneStepAndComesBack(String user, String group, Page page) {
        Task task = waiting("Việc tiếp theo của đơn vị", group, Duration.ofMinutes(25));
        EveryPage.login(page, user);

        row(page, task).getByRole(AriaRole.BUTTON).click();
        Locator confirmed = page.getByRole(AriaRole.STATUS).first();
        assertThat(confirmed).containsText("Đã nhận việc: " + task.getName() + ".");
        assertThat(confirmed).isFocused();
        assertThat(confirmed).isInViewport();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(row(page, task)).isInViewport();
        assertThat(row(page, task)).containsText("đang làm");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo(user);

        row(page, task)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Làm tiếp"))
                .click();
        page.locator(".task-card h2.task")
                .filter(new Locator.FilterOptions().setHasText(task.getName()))
                .waitFor();
        page.navigate("/");
        assertThat(row(page, task)).isVisible();
    }

    @Test
    void secondOfTwoWhoReachForATaskReadsSo(Page page) {
        Task task = waiting("Việc hai người cùng nhận", "office", Duration.ofHours(1));
        EveryPage.login(page, "vanphong");
        tasks.setAssignee(task.getId(), "congan");

        row(page, task).getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Việc này đã có người khác nhận.");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo("congan");
    }

    @Test
    void minutesRunOnWhileThePageStaysOpen(Page page) {
        Task task = waiting("Việc gần đến hạn", "office", Duration.ofMinutes(75).plusSeconds(30));
        page.clock().install();
        EveryPage.login(page, "vanphong");
        Locator left = row(page, task).locator(".due strong");
        assertThat(left).hasText(Pattern.compile("còn 1 giờ 1[45] phút"));

        page.clock().fastForward("50:00");
        assertThat(left).hasText(Pattern.compile("còn 2[45] phút"));
        page.clock().fastForward("02:30:00");
        assertThat(left).hasText(Pattern.compile("quá hạn 2 giờ [45] phút"));
        assertThat(row(page, task)).hasClass(Pattern.compile("overdue"));
    }

    @Test
    void reportIsSentWithTheKeyboardAlone(Page page) {
        page.navigate("/");
        page.keyboard().type("vanphong");
        tabTo(page, "#password");
        page.keyboard().type("vanphong");
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        tabTo(page, "a[href='/bao-cao']");
        page.keyboard().press("Enter");
        page.waitForURL("**/bao-cao");

        tabTo(page, "form.form button[type=submit]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tu-choi")).isFocused();
        assertThat(page.locator("#tu-choi")).isInViewport();

        tabTo(page, "[name=title]");
        page.keyboard().type("Báo bằng bàn phím");
        tabTo(page, "[name=description]");
        page.keyboard().type("Không dùng chuột.");
        tabTo(page, "[name=detectedAt]");
        page.locator(":focus").fill(anHourAgo());
        tabTo(page, "[name=channel]");
        page.keyboard().press("ArrowDown");
        tabTo(page, "[name=reporterName]");
        page.keyboard().type("Nguyễn Thị Lan");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Báo bằng bàn phím");
    }

    @Test
    void everythingWorksWithoutScripts(Page page) {
        Task task = waiting("Việc nhận không cần mã lệnh", "office", Duration.ofHours(2));
        String base = page.navigate("/dang-nhap").url().replace("/dang-nhap", "");
        try (var context = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions().setBaseURL(base).setJavaScriptEnabled(false))) {
            Page plain = context.newPage();
            EveryPage.login(plain, "vanphong");
            row(plain, task).getByRole(AriaRole.BUTTON).click();
            assertThat(row(plain, task)).containsText("đang làm");

            plain.navigate("/bao-cao");
            plain.click("form.form button[type=submit]");
            assertThat(plain.getByRole(AriaRole.ALERT)).containsText("Chưa gửi được.");
            plain.fill("[name=title]", "Báo không cần mã lệnh");
            plain.fill("[name=description]", "Trình duyệt cũ.");
            plain.fill("[name=detectedAt]", anHourAgo());
            plain.selectOption("[name=channel]", "phone");
            plain.fill("[name=reporterName]", "Nguyễn Thị Lan");
            plain.click("form.form button[type=submit]");
            assertThat(plain.locator("h1")).hasText("Báo không cần mã lệnh");

            // Every question shows, and one can be answered.
            String reported = plain.locator("header.incident .code").textContent();
            plain.navigate("/so-theo-doi/" + reported + "/correct-fact");
            assertThat(plain.locator("form.form [hidden]")).hasCount(0);
            plain.fill("[name=affectedSystem]", "Máy chủ tệp");
            plain.fill("[name=correctionReason]", "Ghi nhầm");
            plain.click("form.form button[type=submit]");
            assertThat(plain.getByRole(AriaRole.STATUS)).containsText("Đã ghi nhận");
            plain.navigate("/so-theo-doi?tim=" + reported);
            assertThat(plain.locator("table.register tbody tr")).hasCount(1);
        }
    }

    @Test
    void textTravelsCompressedAndStylesAreKeptUntilTheyChange(Page page) {
        page.navigate("/dang-nhap");
        String style = page.locator("link[rel=stylesheet]").getAttribute("href");
        assertThat(style).matches("/css/dang-nhap-[0-9a-f]{32}\\.css");
        EveryPage.login(page, "vanphong");
        for (String address : new String[] {
            page.locator("link[rel=stylesheet]").getAttribute("href"),
            page.locator("script[src]").first().getAttribute("src")
        }) {
            APIResponse answer = page.request().get(address);
            assertThat(address).containsPattern("-[0-9a-f]{32}\\.(css|js)$");
            assertThat(answer.headers()).containsEntry("cache-control", FOR_LONG);
            assertThat(answer.headers()).containsEntry("content-encoding", "gzip");
        }
        // What is about incidents is kept nowhere.
        assertThat(page.request().get("/").headers())
                .containsEntry("content-encoding", "gzip")
                .hasEntrySatisfying("cache-control", kept -> assertThat(kept).contains("no-store"));
    }

    /** Presses Tab until the element has the focus, and sees at every stop where it is. */
    private static void tabTo(Page page, String element) {
        for (int stops = 0; stops < 60; stops++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => { const style = getComputedStyle(document.activeElement);"
                            + " return document.activeElement === document.body"
                            + " || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }"))
                    .as("focus is visible on the way to %s", element)
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(page.evaluate("element => document.activeElement.matches(element)", element))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not get to " + element);
    }

    private static String anHourAgo() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .format(LocalDateTime.now(UngCuuApplication.ZONE).minusHours(1));
    }

    private Task waiting(String name, String group, Duration left) {
        return pages.task(code, name, group, clock.instant().plus(left));
    }

    private static Locator row(Page page, Task task) {
        return page.locator("[id='viec-" + task.getId() + "']");
    }
}
