package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.ungcuu.support.BrowserTest;

/** One login opens everything, one logout closes everything. */
@BrowserTest
class OneLoginTests {

    @Test
    void oneLoginOpensOurPagesTasklistAndCockpit(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");

        assertThat(page).hasTitle("Trang chính · Ứng cứu");
        coordinator.register();
        assertThat(page).hasTitle("Sổ theo dõi sự cố · Ứng cứu");
        coordinator.tasklist();
        assertThat(page.locator(".task-filters")).containsText("Toàn xã, quá hạn chưa ai nhận");
        coordinator.cockpit().open();
        assertThat(page.locator("[cam-widget-header]")).containsText("Vũ Thị Thu");
        coordinator.watch.heardNothing();
    }

    @Test
    void logoutOnOurPagesClosesTasklistToo(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        Page tasklist = office.anotherWindow();
        new Tasklist(tasklist).open().list(Tasklist.WAITING);

        office.start().logOut();

        assertThat(new LoginPage(page).notice()).containsText("Anh/chị đã đăng xuất.");
        // It looks for new tasks every few seconds, and is sent to the login.
        new LoginPage(tasklist).isAskedFor();
        office.watch.expected("the server responded with a status of 401");
        office.watch.heardNothing();
    }

    @Test
    void logoutInTasklistClosesOurPagesToo(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        Page tasklist = office.anotherWindow();
        new Tasklist(tasklist).open().logOut();

        new LoginPage(tasklist).isAskedFor();
        office.page.navigate("/so-theo-doi");
        new LoginPage(page).isAskedFor();
        office.watch.expected("the server responded with a status of 401");
        office.watch.heardNothing();
    }
}
