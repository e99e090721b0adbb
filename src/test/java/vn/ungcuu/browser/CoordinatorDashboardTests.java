package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.incident.Selection;
import vn.ungcuu.procedure.Viewers;
import vn.ungcuu.support.BrowserTest;
import vn.ungcuu.support.ManyIncidents;

/** What the coordinator sees on opening Cockpit: what burns, in numbers that lead to their lists. */
@BrowserTest
@Import(ManyIncidents.class)
class CoordinatorDashboardTests {

    @Autowired
    ManyIncidents many;

    @Autowired
    Incidents incidents;

    @BeforeEach
    void someOfEverything() {
        many.open(12);
        many.closed(12);
    }

    @Test
    void numbersAreThoseOfTheRecord(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        JsonNode told = CockpitPluginsTests.json(page, "/api/dashboard");
        coordinator.cockpit().open();
        Locator dashboard = page.locator(".coordinator-dashboard");

        assertThat(dashboard.locator(".tile strong")).hasText(new String[] {
            told.at("/tasks/unclaimedOverdue/count").asText(),
            told.at("/tasks/overdue/count").asText(),
            told.at("/tasks/unclaimed/count").asText(),
            told.at("/tasks/held/count").asText(),
            told.at("/open/count").asText(),
            told.at("/drills/count").asText()
        });
        assertThat(told.at("/open/count").asLong()).isEqualTo(open(false)).isPositive();
        assertThat(told.at("/drills/count").asLong()).isEqualTo(open(true));
        assertThat(dashboard.locator("table.figures td a")).hasText(numbers(told));
        assertThat(dashboard.locator("h2").last()).hasText("Thời gian xử lý sự cố được báo trong mười hai tháng qua");
        coordinator.watch.heardNothing();
    }

    @Test
    void everyNumberLeadsToAPageOfOursThatOpens(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        coordinator.cockpit().open();
        Locator dashboard = page.locator(".coordinator-dashboard");
        assertThat(dashboard.locator("table.times")).isVisible();

        for (String path : paths(dashboard)) {
            APIResponse list =
                    page.context().request().get(path, RequestOptions.create().setMaxRedirects(0));
            assertThat(list.status()).as(path).isEqualTo(200);
            assertThat(list.text()).as(path).contains("lang=\"vi\"");
        }
        coordinator.watch.heardNothing();
    }

    @Test
    void chartsShowTheSameNumbers(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        JsonNode told = CockpitPluginsTests.json(page, "/api/dashboard");
        coordinator.cockpit().open();

        assertThat(page.locator(".coordinator-dashboard canvas")).hasCount(3);
        page.waitForFunction("() => Object.keys(globalThis.Chart?.instances ?? {}).length === 3");
        assertThat(drawn(page, 0)).isEqualTo(series(told, "stages", "serious", "ordinary", "unclassified"));
        assertThat(drawn(page, 1)).isEqualTo(series(told, "offices", "overdue", "unclaimed", "open"));
        assertThat(drawn(page, 2)).isEqualTo(series(told, "months", "reported", "closed"));
        assertThat((boolean) page.evaluate("""
                () => [...document.querySelectorAll('.coordinator-dashboard canvas')].every(canvas =>
                  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value !== 0))""")).as("something is drawn").isTrue();
        coordinator.watch.heardNothing();
    }

    @Test
    void numbersAreRenewedWhileTheCoordinatorReads(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        page.clock().install();
        coordinator.cockpit().open();
        Locator drills = page.locator(".coordinator-dashboard .tile").last();
        assertThat(drills).isVisible();
        drills.focus();
        page.route("**/api/dashboard", route -> answerWithMoreDrills(page, route));

        page.clock().runFor(61_000);

        assertThat(drills.locator("strong")).hasText("4711");
        assertThat(drills).isFocused();
        page.route("**/api/dashboard", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.clock().runFor(61_000);
        assertThat(page.locator(".coordinator-dashboard .status")).containsText("Chưa cập nhật được");
        assertThat(drills.locator("strong")).hasText("4711");
        coordinator.watch.expected("the server responded with a status of 503");
        coordinator.watch.heardNothing();
    }

    @Test
    void nothingIsAskedForAnyMoreOnceTheCoordinatorHasLeft(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        page.clock().install();
        coordinator.cockpit().open();
        assertThat(page.locator(".coordinator-dashboard .tile").first()).isVisible();
        page.navigate("/camunda/app/cockpit/default/#/processes");
        assertThat(page.locator(".coordinator-dashboard")).hasCount(0);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.clock().runFor(130_000);

        assertThat(asked).noneMatch(url -> url.contains("/api/dashboard"));
        assertThat((int) page.evaluate("() => Object.keys(globalThis.Chart.instances).length"))
                .isZero();
        coordinator.watch.heardNothing();
    }

    private long open(boolean drill) {
        return incidents
                .list(
                        new RegisterFilter(Selection.all().open(true).drill(drill), 0, 1),
                        Viewers.of(Set.of("coordinators")))
                .total();
    }

    private static void answerWithMoreDrills(Page page, Route route) {
        JsonNode told = CockpitPluginsTests.json(page, "/api/dashboard");
        ((ObjectNode) told.at("/drills")).put("count", 4711);
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(told.toString()));
    }

    /** In the order of the tables; a link says for screen readers what its number counts. */
    private static String[] numbers(JsonNode told) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode stage : told.get("stages")) {
            for (String column : List.of("serious", "ordinary", "unclassified", "total")) {
                numbers.add(stage.at("/" + column + "/count").asText() + " "
                        + Map.of(
                                        "serious", "Nghiêm trọng",
                                        "ordinary", "Thông thường",
                                        "unclassified", "Chưa phân loại",
                                        "total", "Cộng")
                                .get(column)
                        + ", " + stage.get("name").asText());
            }
        }
        for (JsonNode office : told.get("offices")) {
            for (String column : List.of("open", "unclaimed", "overdue")) {
                numbers.add(office.at("/" + column + "/count").asText() + " "
                        + Map.of("open", "Đang mở", "unclaimed", "Chưa ai nhận", "overdue", "Quá hạn")
                                .get(column)
                        + ", " + office.get("name").asText());
            }
        }
        for (String row : List.of("reported", "closed")) {
            for (JsonNode month : told.get("months")) {
                numbers.add(month.at("/" + row + "/count").asText() + " "
                        + (row.equals("reported") ? "Được báo" : "Đã đóng") + ", "
                        + month.get("name").asText());
            }
        }
        for (JsonNode time : told.get("times")) {
            numbers.add(time.get("count").asText() + " " + time.get("name").asText());
            for (String column : List.of("mean", "median", "p90")) {
                if (!time.get(column).isNull()) {
                    numbers.add(time.get(column).asText());
                }
            }
        }
        return numbers.toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> paths(Locator dashboard) {
        return new TreeSet<>((List<String>)
                dashboard.locator("a").evaluateAll("links => links.map(link => link.getAttribute('href'))"));
    }

    private static Map<String, List<Integer>> series(JsonNode told, String rows, String... columns) {
        Map<String, List<Integer>> series = new LinkedHashMap<>();
        for (String column : columns) {
            List<Integer> counts = new ArrayList<>();
            told.get(rows)
                    .forEach(row -> counts.add(row.at("/" + column + "/count").asInt()));
            series.put(String.valueOf(series.size()), counts);
        }
        return series;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Integer>> drawn(Page page, int chart) {
        return (Map<String, List<Integer>>) page.evaluate("""
                index => {
                  const canvas = document.querySelectorAll('.coordinator-dashboard canvas')[index];
                  return Object.fromEntries(Chart.getChart(canvas).data.datasets.map((set, i) => [String(i), set.data]));
                }""", chart);
    }
}
