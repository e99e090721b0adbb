package vn.ungcuu.workplace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.support.BrowserTest;

/** What only a browser can tell of the duty roster. */
@BrowserTest
class RosterInBrowserTests {

    /** A week nobody reaches, apart from what the demo has put on the roster. */
    private static final String WEEK = "/lich-truc?ngay=2095-03-07";

    @Autowired
    DutyRoster roster;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aNightOfThePolice() {
        roster.add("police", "congan", at("2095-03-09T17:00"), at("2095-03-10T07:30"), "dieuphoi");
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from duty_roster where starts_at > ?")
                .param(at("2095-01-01T00:00").atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void nightIsEnteredAndTakenBackWithTheKeyboard(Page page) {
        login(page, "dieuphoi");
        page.navigate(WEEK);
        Locator person = page.getByLabel("Người trực");
        person.focus();
        for (int options = person.locator("option").count();
                options > 0 && !"police/congan".equals(person.inputValue());
                options--) {
            page.keyboard().press("ArrowDown");
        }
        page.getByLabel("Trực từ").fill("11/03/2095 17:00");
        page.getByLabel("Trực đến").fill("12/03/2095 07:30");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText("Đã thêm vào lịch trực: Trần Văn Hùng, từ 17:00 11/03/2095 đến 07:30 12/03/2095.");
        assertThat(row(page, "Công an xã")).containsText("đến 07:30");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Xóa ca trực của Trần Văn Hùng, từ 17:00 11/03/2095"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã bỏ khỏi lịch trực: Trần Văn Hùng");
        assertThat(page.locator("h1 + .lead")).hasText("Tuần từ 07/03/2095 đến 13/03/2095");
    }

    @Test
    void refusedNightSaysWhyFirstAndLeadsToTheMistake(Page page) {
        login(page, "congan");
        page.navigate(WEEK);
        page.getByLabel("Người trực").selectOption("police/congan");
        page.getByLabel("Trực từ").fill("11/03/2095 17:00");
        page.getByLabel("Trực đến").fill("11/03/2095 07:30");
        page.keyboard().press("Enter");

        page.waitForSelector("#tu-choi:focus");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector(".wrong :focus");
        assertThat(page.getByLabel("Trực đến")).isFocused();
        assertThat(page.getByLabel("Trực từ")).hasValue("11/03/2095 17:00");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ca trực phải kết thúc sau khi bắt đầu.");
    }

    @Test
    void calendarOpensAtWhatIsTypedAndWritesTheDayAsPeopleHereDo(Page page) {
        login(page, "dieuphoi");
        page.navigate(WEEK);
        Locator from = page.getByLabel("Trực từ");
        Locator calendar = page.locator("#f-tu + .calendar input");
        from.fill("3/5/2095 8:05");
        page.locator("#f-tu + .calendar button").click();

        assertThat(calendar).hasValue("2095-05-03");
        calendar.evaluate("""
                input => {
                  input.value = '2095-06-04';
                  input.dispatchEvent(new Event('input'));
                }""");
        assertThat(from).hasValue("04/06/2095 8:05");
    }

    @Test
    void rosterFitsOnAPhoneAndOnAnOldScreen(Page page) {
        login(page, "dieuphoi");
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 720);
            page.navigate(WEEK);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("fits in %d", width)
                    .isEqualTo(true);
        }
    }

    @Test
    void phoneNamesTheDayOfEveryDutyAndLeavesOutEmptyOnes(Page page) {
        login(page, "donvi");
        page.setViewportSize(390, 844);
        page.navigate(WEEK);
        assertThat(row(page, "Công an xã").getByText("Thứ Tư 09/03")).isVisible();
        assertThat(row(page, "Công an xã").getByText("Thứ Hai 07/03")).isHidden();
    }

    @Test
    void printedRosterIsTheTableAndItsHeadOnly(Page page) {
        login(page, "dieuphoi");
        page.navigate(WEEK);
        assertThat(page.getByText("Độc lập - Tự do - Hạnh phúc")).isHidden();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("In lịch")))
                .isVisible();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String shown : new String[] {".letterhead", "h1", "table.roster", ".signatures"}) {
            assertThat(page.locator(shown)).isVisible();
        }
        for (String hidden : new String[] {".top", ".week", ".manage", "footer"}) {
            assertThat(page.locator(hidden)).isHidden();
        }
    }

    private static Locator row(Page page, String office) {
        return page.locator("table.roster tbody tr").filter(new Locator.FilterOptions().setHasText(office));
    }

    private static void login(Page page, String person) {
        page.navigate("/dang-nhap");
        page.fill("#username", person);
        page.fill("#password", person);
        page.click("button[type=submit]");
        page.waitForURL("**/");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(UngCuuApplication.ZONE).toInstant();
    }
}
