package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungcuu.browser.Form.minutesAgo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import vn.ungcuu.support.BrowserTest;

/** Whoever works here reads Vietnamese, on every page, whatever the browser's own language is. */
@BrowserTest
// What other tests call their tasks is none of its business.
@TestPropertySource(properties = "test.application=in-vietnamese")
class InVietnameseTests {

    private static final String TITLE = "Máy in của bộ phận Một cửa gửi thư lạ";

    /** In Cockpit: ids of instances, names of variables and their types and values, names of files. */
    private static final String MACHINE_MADE = ".cam-table td.variable-name, .cam-table td.variable-type,"
            + " .cam-table td.variable-value, [clip-value], .resource-name, .deployment-name";

    /** Of a decision table: its ids and values, which are those of the forms. */
    private static final String DECISION_DATA =
            ".dmn-decision-table-container tbody, .input-variable, .output-variable, .ctn-sidebar dd";

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "congan", "vanhoa", "donvi", "lanhdao", "dieuphoi"})
    void nothingInEnglishInADaysWork(String user, Page reporting, Page page) {
        String code = reported(reporting);
        Person person = Person.loggedIn(page, user);
        List<String> foreign = new ArrayList<>(look(page, "start page", ""));
        for (String path : List.of("/so-theo-doi", "/thong-bao", "/lich-truc", "/khong-co-trang-nay")) {
            page.navigate(path);
            foreign.addAll(look(page, path, ""));
        }
        person.tasklist();
        page.locator(".task-filters .task-filter").first().waitFor();
        foreign.addAll(look(page, "Tasklist", ""));
        page.locator(".account.dropdown > a").click();
        foreign.addAll(look(page, "the menu behind one's name", ""));
        if (List.of("vanphong", "dieuphoi").contains(user)) {
            openTask(page, user, code, foreign);
        }
        assertThat(foreign).isEmpty();
        person.watch.expected("404");
        person.watch.heardNothing();
    }

    private static void openTask(Page page, String user, String code, List<String> foreign) {
        String link = page.context()
                .request()
                .get("/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + code)
                .text();
        page.navigate("/camunda/app/tasklist/default/#/?task=" + link.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
        assertThat(page.locator(".task-card .fjs-form")).containsText(code);
        foreign.addAll(look(page, user + "'s task", ""));
        for (int tab = 0; tab < page.locator(".task-details .nav-tabs > li").count(); tab++) {
            page.locator(".task-details .nav-tabs > li > a").nth(tab).click();
            assertThat(page.locator(".task-details .nav-tabs > li").nth(tab)).hasClass(Pattern.compile("active"));
            page.waitForLoadState();
            foreign.addAll(look(page, user + "'s task, tab " + tab, ""));
        }
    }

    @Test
    void nothingInEnglishInCockpitButTheWordsOfTheEngine(Page reporting, Page page) {
        String code = reported(reporting);
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        coordinator.cockpit().open();
        page.getByRole(AriaRole.HEADING).first().waitFor();
        List<String> foreign = new ArrayList<>(look(page, "dashboard", MACHINE_MADE));
        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.getByText("Quy trình ứng cứu sự cố").first().waitFor();
        foreign.addAll(look(page, "processes", MACHINE_MADE));
        page.getByText("Quy trình ứng cứu sự cố").first().click();
        page.locator("svg .djs-element").first().waitFor();
        foreign.addAll(look(page, "process definition", MACHINE_MADE));
        coordinator.cockpit().find(code);
        page.locator("svg .djs-element").first().waitFor();
        foreign.addAll(look(page, "process instance", MACHINE_MADE));
        for (int tab = 0; tab < page.locator(".ctn-tabs .nav-tabs > li").count(); tab++) {
            page.locator(".ctn-tabs .nav-tabs > li > a").nth(tab).click();
            page.waitForLoadState();
            foreign.addAll(look(page, "process instance, tab " + tab, MACHINE_MADE));
        }
        page.navigate("/camunda/app/cockpit/default/#/decisions");
        page.getByText("Phân loại sự cố").first().waitFor();
        foreign.addAll(look(page, "decisions", MACHINE_MADE));
        page.getByText("Các bước ưu tiên ban đầu").first().click();
        page.locator(".dmn-decision-table-container tbody tr").first().waitFor();
        foreign.addAll(look(page, "decision", MACHINE_MADE + ", [cam-widget-clipboard], " + DECISION_DATA));
        assertThat(foreign).isEmpty();
        coordinator.watch.heardNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void englishBrowserReadsVietnameseUntilEnglishIsChosen(String app, Page page) {
        Person.loggedIn(page, user(app));
        page.navigate("/camunda/app/" + app + "/default/");
        page.locator(".account.dropdown > a").click();
        assertThat(page.locator(".account .logout")).hasText("Đăng xuất");
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
        page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator(".account.dropdown > a").click();
        assertThat(page.locator(".account .logout")).hasText("Log out");
        page.getByText("Tiếng Việt").click();
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
    }

    @Test
    void wordsOfALaterReleaseReplaceThoseTheBrowserHasKept(Page page) {
        Person.loggedIn(page, "vanphong");
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page.locator(".account .logout")).hasText("Đăng xuất");
        page.evaluate(
                "localStorage.setItem('camunda-web', localStorage.getItem('camunda-web').replaceAll('Đăng xuất', 'Thoát'))");
        page.reload();
        assertThat(page.locator(".account .logout")).hasText("Đăng xuất");
    }

    private static String user(String app) {
        return switch (app) {
            case "cockpit" -> "dieuphoi";
            case "admin" -> "admin";
            default -> "vanphong";
        };
    }

    private static List<String> look(Page page, String where, String machineMade) {
        return OnScreen.foreign(page, machineMade).stream()
                .map(found -> where + ": " + found)
                .toList();
    }

    private static String reported(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        page.navigate("/bao-cao");
        new PageForm(page)
                .write("Tóm tắt sự cố", TITLE)
                .write("Mô tả sự cố", "Nhiều thư lạ được gửi từ máy in dùng chung.")
                .when("Thời điểm phát hiện", minutesAgo(30))
                .choose("Tin báo đến bằng cách nào", "Điện thoại")
                .write("Người báo", "Nguyễn Văn An");
        page.locator("main form button[type=submit]").click();
        return office.start().newestIncident(TITLE);
    }
}
