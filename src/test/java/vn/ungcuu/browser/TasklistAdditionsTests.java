package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.ungcuu.procedure.TaskClocks;
import vn.ungcuu.support.BrowserTest;
import vn.ungcuu.workplace.OfficeWork;

/** What we add to Tasklist, as officers see it; time stands still until the test moves it. */
@BrowserTest
@TestPropertySource(properties = {"test.application=tasklist", "camunda.bpm.job-execution.enabled=false"})
class TasklistAdditionsTests {

    private static final String TITLE = "Máy chủ một cửa <b>bị mã hóa</b>";
    private static final String NAME = "Thu thập chứng cứ";

    @Autowired
    BeanFactory application;

    @Autowired
    TaskService tasks;

    @Autowired
    TaskClocks clocks;

    private OfficeWork work;
    private String code;
    private String task;

    @BeforeEach
    void workOfThePolice() {
        ClockUtil.setCurrentTime(Date.from(Instant.now()));
        tasks.createTaskQuery().list().forEach(left -> tasks.complete(left.getId()));
        work = new OfficeWork(application);
        code = work.incident(TITLE, true, "police");
        task = work.task(code, NAME, "police");
    }

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
    }

    @Test
    void cardAndTabSayTheSameAsTheRecordAndThePageAndCountDownWithTheClock(Page page) {
        page.clock().install();
        Person police = Person.loggedIn(page, "congan");
        Tasklist tasklist = police.tasklist().list(Tasklist.WAITING);
        moveTo(due().minus(Duration.ofMinutes(125)));

        tasklist.card(code, NAME).click();
        Locator tab = tasklist.incident();
        assertThat(tab).containsText(TITLE);
        assertThat(tab.locator(".uc-drill-band")).containsText("DIỄN TẬP");
        assertThat(tab.locator("header a")).hasAttribute("href", "/so-theo-doi/" + code);
        assertThat(tab.locator(".uc-deadlines")).containsText("còn 2 giờ 5 phút");

        // The page's own minute passes, too.
        moveTo(due().plus(Duration.ofMinutes(20)));
        page.clock().runFor(61_000);
        assertThat(tab.locator(".uc-deadlines")).containsText("quá hạn 20 phút");
        assertThat(tasklist.signs(code, NAME).filter(saying("Quá hạn 20 phút"))).isVisible();
        assertThat(tasklist.signs(code, NAME).filter(saying("Quá hạn nhận việc")))
                .isVisible();
        assertThat(tasklist.signs(code, NAME).filter(saying("Diễn tập"))).isVisible();
        assertThat(tasklist.signs(code, NAME).filter(saying("Nghiêm trọng"))).isVisible();

        List<String> facts = tab.locator(".uc-facts dd").allInnerTexts();
        List<String> story = tab.locator(".uc-timeline .uc-what").allInnerTexts();
        police.incident(code);
        assertThat(page.locator(".known dd").allInnerTexts()).isEqualTo(facts);
        assertThat(page.locator(".timeline .what").allInnerTexts()).isEqualTo(story);
        assertThat(page.locator(".work .due strong")).hasText("quá hạn 20 phút");
        police.watch.heardNothing();
    }

    @Test
    void wholePageOfCardsAsksOnce(Page page) {
        for (int i = 0; i < 14; i++) {
            work.task(code, "Việc số " + i, "police");
        }
        Person police = Person.loggedIn(page, "congan");
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        Tasklist tasklist = police.tasklist().list(Tasklist.WAITING);

        assertThat(tasklist.cards().locator(".uc-sign.uc-due")).hasCount(15);
        assertThat(asked.stream().filter(url -> url.contains("/api/tasks/clocks")))
                .hasSizeLessThanOrEqualTo((int) asked.stream().filter(lists()).count())
                .anyMatch(url -> url.split(",|%2C").length == 15);
        police.watch.heardNothing();
    }

    @Test
    void unitSeesItsOwnTaskAndNothingOfAnother(Page page, Page other) {
        String ofHealth = work.incident("Trạm mất dữ liệu", false, "unitHealthStation");
        work.task(ofHealth, "Cung cấp thông tin", "unitHealthStation");
        String schoolTask =
                work.task(work.incident("Trường mất mạng", false, "unitPrimarySchool"), "Trả lời", "unitPrimarySchool");
        Person health = Person.loggedIn(page, "donvi");
        Tasklist tasklist = health.tasklist().list(Tasklist.WAITING);

        assertThat(tasklist.cards()).hasCount(1);
        tasklist.card(ofHealth, "Cung cấp thông tin").click();
        assertThat(tasklist.incident().locator("header")).containsText(ofHealth);
        health.watch.heardNothing();

        assertThat(page.evaluate(
                        "id => Promise.all([fetch(`/api/tasks/${id}/incident`).then(a => a.status),"
                                + " fetch(`/api/tasks/clocks?ids=${id}`).then(a => a.text())]).then(String)",
                        schoolTask))
                .isEqualTo("404,[]");
        Person school = Person.loggedIn(other, "donvi2");
        assertThat(school.tasklist().list(Tasklist.WAITING).cards()).hasCount(1);
    }

    @Test
    void linkToATaskThatIsDoneIsNoErrorAndLeadsToTheStartPage(Page page) {
        Person police = Person.loggedIn(page, "congan");
        tasks.complete(task);
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);

        Locator said = page.locator(".page-notifications .alert");
        assertThat(said).containsText("Việc này không còn mở");
        assertThat(said).hasClass(Pattern.compile("alert-info"));
        assertThat(said).not().containsText("chưa được ghi");
        assertThat(said.locator("a")).hasAttribute("href", "/");
        police.watch.heardNothing();
    }

    @Test
    void coordinatorIsNotOfferedWhatIsRefusedAndToldInVietnameseAllTheSame(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        moveTo(due().plus(Duration.ofMinutes(5)));
        Tasklist tasklist = coordinator.tasklist().list("Toàn xã, quá hạn chưa ai nhận");
        tasklist.card(code, NAME).click();
        assertThat(page.locator("body.uc-not-ours .task-card h2.task")).containsText(NAME);
        assertThat(tasklist.button("claim()")).isHidden();

        tasklist.button("claim()").dispatchEvent("click");
        assertThat(tasklist.notification()).containsText("Việc này giao cho đơn vị khác nên anh/chị không nhận được.");
        coordinator.watch.expected("the server responded with a status of 403");
        coordinator.watch.heardNothing();
    }

    @Test
    void refusalGoesWhenTheSecondTrySucceeds(Page page) {
        Person police = Person.loggedIn(page, "congan");
        Tasklist tasklist = police.tasklist().list(Tasklist.WAITING);
        tasklist.card(code, NAME).click();
        page.route(
                Pattern.compile("/claim$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/json")
                        .setBody("{\"type\":\"Refusal\",\"message\":\"Hồ sơ vừa được người khác cập nhật.\"}")));
        tasklist.button("claim()").click();
        assertThat(tasklist.notification()).containsText("Hồ sơ vừa được người khác cập nhật.");

        page.unrouteAll();
        tasklist.button("claim()").click();
        assertThat(tasklist.button("unclaim()")).isVisible();
        assertThat(page.locator(".page-notifications .alert")).hasCount(0);
        police.watch.expected("the server responded with a status of 400");
        police.watch.heardNothing();
    }

    @Test
    void headerLeadsToReportingTheStartPageAndTheGuide(Page page, Page analysts) {
        Person.loggedIn(page, "donvi").tasklist();
        Locator header = page.locator("[cam-widget-header]");
        assertThat(header.getByText("Báo cáo sự cố")).hasAttribute("href", "/bao-cao");
        assertThat(header.getByText("Trang chính")).hasAttribute("href", "/");
        assertThat(header.getByText("Hướng dẫn", new Locator.GetByTextOptions().setExact(true)))
                .hasAttribute("href", "/huong-dan");
        assertThat(header.locator(".start-process-action")).isHidden();

        Person.loggedIn(analysts, "phantich").tasklist();
        assertThat(analysts.locator("[cam-widget-header]").getByText("Trang chính"))
                .isVisible();
        assertThat(analysts.locator("[cam-widget-header]").getByText("Báo cáo sự cố"))
                .hasCount(0);
    }

    @Test
    void slowFirstLoadShowsNoKeysInPlaceOfWords(Page page) {
        Person police = Person.loggedIn(page, "congan");
        List<Runnable> held = new CopyOnWriteArrayList<>();
        page.route(Pattern.compile("/locales/"), route -> held.add(route::resume));
        page.navigate("/camunda/app/tasklist/default/");
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Runnable::run);

        assertThat(page.locator("[cam-sorting-choices] .sort-by").first()).isVisible();
        assertThat(page.locator("body"))
                .not()
                .containsText(Pattern.compile("\\b(PRIORITY|DUE_DATE|[A-Z]+_[A-Z_]+)\\b"));
        assertThat(page.locator("input[placeholder*=_]")).hasCount(0);
        police.watch.heardNothing();
    }

    @Test
    void tabIsReachedAndReadWithTheKeyboardAlone(Page page) {
        Person police = Person.loggedIn(page, "congan");
        Tasklist tasklist = police.tasklist().list(Tasklist.WAITING);
        tasklist.card(code, NAME).locator("h4 a").press("Enter");
        Locator tab =
                page.locator(".task-card .nav-tabs a").filter(new Locator.FilterOptions().setHasText("Hồ sơ sự cố"));
        tab.press("Enter");
        assertThat(page.locator(".incident-record h3").first()).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator(".incident-record header a")).isFocused();
    }

    @Test
    void formHasRoomOnAnOldScreen(Page page) {
        page.setViewportSize(1280, 720);
        Person police = Person.loggedIn(page, "congan");
        police.tasklist().list(Tasklist.WAITING).card(code, NAME).click();
        page.locator(".task-card .tab-content").waitFor();

        assertThat(page.locator(".task-card .tab-content").boundingBox().y)
                .as("where the form begins")
                .isLessThan(250);
        assertThat(page.locator(".task-card .tab-content").boundingBox().width).isGreaterThan(600);
    }

    private Instant due() {
        return clocks.of(List.of(task)).get(task).clocks().finishBy();
    }

    private static void moveTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static Predicate<String> lists() {
        return url -> Pattern.compile("/filter/[^/]+/list").matcher(url).find();
    }
}
