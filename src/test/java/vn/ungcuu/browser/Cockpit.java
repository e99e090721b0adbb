package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camunda Cockpit, for whoever watches. */
record Cockpit(Page page) {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern INSTANCE = Pattern.compile("/process-instance/([0-9a-f-]+)");

    Cockpit open() {
        page.navigate("/camunda/app/cockpit/default/");
        return this;
    }

    /** Opens the incident's instance: from the list of its procedure. */
    Cockpit find(String code) {
        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quy trình ứng cứu sự cố"))
                .first()
                .click();
        page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(code))
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        assertThat(page).hasURL(INSTANCE);
        return this;
    }

    /** Opens an instance by its id. */
    Cockpit instance(String id) {
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + id + "/runtime");
        assertThat(page.locator(".djs-container")).isVisible();
        return this;
    }

    /** Opens the page of a process definition, of one version. */
    Cockpit definition(String id) {
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + id + "/runtime");
        assertThat(page.locator(".djs-container")).isVisible();
        return this;
    }

    /** Cockpit's own numbers on the diagram of a definition. */
    Locator countsOfWhatRuns() {
        return page.locator(".djs-container .instance-count")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\d")));
    }

    Cockpit tab(String name) {
        page.locator(".ctn-content-bottom .nav-tabs").getByText(name).click();
        return this;
    }

    /** What our plug-ins have drawn at an element of the diagram. */
    Locator badge(String element, String type) {
        return page.locator(".djs-overlays[data-container-id='" + element + "'] ." + type);
    }

    /** The instance that is open. */
    String instanceId() {
        Matcher matcher = INSTANCE.matcher(page.url());
        assertThat(page).hasURL(INSTANCE);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The number of tokens on an element of the diagram. */
    Locator token(String element) {
        return page.locator(".djs-overlays[data-container-id='" + element + "'] .instance-count");
    }

    /** Opens a stage on its own page. */
    Cockpit enter(String stage) {
        page.locator(".djs-overlays[data-container-id='" + stage + "'] .bjs-drilldown")
                .click();
        return this;
    }

    /** A request of Cockpit's own: this window's session and its protection against forged requests. */
    APIResponse ask(String method, String address, Object body) {
        String token = page.context().cookies().stream()
                .filter(cookie -> "XSRF-TOKEN".equals(cookie.name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        RequestOptions request = RequestOptions.create().setMethod(method).setHeader("X-XSRF-TOKEN", token);
        if (body != null) {
            request.setData(body);
        }
        return page.context().request().fetch(ENGINE + address, request);
    }
}
