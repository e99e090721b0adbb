package vn.ungcuu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Listens to what a window complains about and whom it talks to. */
class Watch {

    /** The vendor's own, and harmless: Tasklist, refreshing its list, asks once more for a task just completed. */
    private static final List<Pattern> HARMLESS = List.of(Pattern.compile("status of 404 .*/default/task/[0-9a-f-]+"));

    private final List<String> complaints = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    static Watch over(Page page) {
        Watch watch = new Watch();
        page.context().onConsoleMessage(watch::hear);
        page.context().onWebError(error -> watch.complaints.add("uncaught: " + error.error()));
        page.context().onRequest(watch::see);
        return watch;
    }

    /** No error on the console, no exception that nobody caught, no address on another machine. */
    void heardNothing() {
        assertThat(complaints).as("complaints of the browser").isEmpty();
        assertThat(outside).as("requests to other machines").isEmpty();
    }

    /** Takes a complaint off that the story has provoked, such as the browser's own about a refused request. */
    void expected(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    private void hear(ConsoleMessage message) {
        String said = message.text() + " at " + message.location();
        if ("error".equals(message.type())
                && HARMLESS.stream()
                        .noneMatch(harmless -> harmless.matcher(said).find())) {
            complaints.add(said);
        }
    }

    private void see(Request request) {
        URI address = URI.create(request.url());
        if (address.getHost() != null && !"127.0.0.1".equals(address.getHost())) {
            outside.add(request.url());
        }
    }
}
