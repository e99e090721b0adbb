package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ungcuu.support.BrowserTest;

/** From every web application one link leads back to the start page, and each is called what it is called there. */
@BrowserTest
class WayBackTests {

    @ParameterizedTest
    @CsvSource({
        "vanphong, tasklist, 1280", "vanphong, welcome, 1280", "congan, welcome, 390", "vanhoa, welcome, 1280",
        "donvi, welcome, 390", "lanhdao, welcome, 1280", "dieuphoi, cockpit, 1280", "dieuphoi, cockpit, 390",
        "phantich, cockpit, 1280", "admin, admin, 1280", "admin, admin, 390"
    })
    void oneLinkLeadsBackToTheStartPage(String user, String application, int width, Page page) {
        Person.loggedIn(page, user);
        page.setViewportSize(width, 720);
        page.navigate("/camunda/app/" + application + "/default/");
        Locator back = page.locator("[cam-widget-header]")
                .getByText("Trang chính")
                .filter(new Locator.FilterOptions().setVisible(true));
        assertThat(back).hasCount(1);
        assertThat(back).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        back.click();
        assertThat(page).hasTitle("Trang chính · Ứng cứu");
    }

    @ParameterizedTest
    @CsvSource({"dieuphoi, cockpit, Việc cần làm", "dieuphoi, tasklist, Giám sát", "phantich, tasklist, Giám sát"})
    void menuBehindTheHouseHasOurNames(String user, String application, String name, Page page) {
        Person.loggedIn(page, user);
        page.navigate("/camunda/app/" + application + "/default/");
        page.locator(".app-switch > a").click();
        assertThat(page.locator(".app-switch .dropdown-menu a")).hasText(name);
    }

    @ParameterizedTest
    @CsvSource({"vanphong, tasklist", "dieuphoi, cockpit", "donvi, welcome"})
    void noticeOfTheVendorIsShownToAdministratorsAlone(String user, String application, Page page) {
        Person.loggedIn(page, user);
        page.navigate("/camunda/app/" + application + "/default/");
        assertThat(page.locator(".ce-eol-banner")).isAttached();
        assertThat(page.locator(".ce-eol-banner")).isHidden();
    }
}
