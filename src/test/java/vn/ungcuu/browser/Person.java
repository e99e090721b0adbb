package vn.ungcuu.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** Somebody at a computer: one browser window and what can be seen in it. */
class Person {

    static {
        // A machine that also runs other tests is slow at times.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    final Page page;
    final Watch watch;

    private Person(Page page) {
        this.page = page;
        this.watch = Watch.over(page);
    }

    /** @param user of the demonstration; the password is the same */
    static Person loggedIn(Page page, String user) {
        Person person = new Person(page);
        page.navigate("/");
        person.logIn(user);
        return person;
    }

    void logIn(String user) {
        new LoginPage(page).logIn(user, user);
    }

    /** Another window of the same browser: the same login. */
    Page anotherWindow() {
        return page.context().newPage();
    }

    StartPage start() {
        page.navigate("/");
        return new StartPage(page);
    }

    Tasklist tasklist() {
        return new Tasklist(page).open();
    }

    IncidentPage incident(String code) {
        page.navigate("/so-theo-doi/" + code);
        return new IncidentPage(page);
    }

    RegisterPage register() {
        page.navigate("/so-theo-doi");
        return new RegisterPage(page);
    }

    Cockpit cockpit() {
        return new Cockpit(page);
    }
}
