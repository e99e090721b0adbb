package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.support.BrowserTest;

/** What Cockpit shows beyond its own: incidents to the coordinator, figures of steps to who improves the procedure. */
@BrowserTest
class CockpitPluginsTests {

    private static final String TITLE = "Máy chủ hồ sơ <b>không</b> phản hồi";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    private String instance;
    private String definition;
    private String code;

    @BeforeEach
    void incidentThatIsVerified() {
        report();
        complete("acknowledge-report", Map.of("acknowledgeChannel", "phone", "acknowledgedAt", ago(30)));
        complete(
                "verify-incident",
                Map.of(
                        "verificationResult", "incident",
                        "verificationNote", "Đã kiểm tra tại chỗ.",
                        "kind", "system-fault"));
    }

    private void report() {
        ProcessInstance started = as(
                "vanphong",
                "office",
                () -> runtime.createMessageCorrelation("incident-reported")
                        .setVariables(Map.of(
                                "title", TITLE,
                                "description", "Không mở được hồ sơ từ sáng nay.",
                                "channel", "phone",
                                "detectedAt", ago(60),
                                "reporterName", "Nguyễn Văn An"))
                        .correlateWithResult()
                        .getProcessInstance());
        instance = started.getId();
        definition = started.getProcessDefinitionId();
        code = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    @Test
    void instanceLeadsToTheRecordOfItsIncidentWhichKeepsUpWithWhatHappens(Page page) {
        page.clock().install();
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        coordinator.cockpit().instance(instance);

        Locator record = page.locator(".incident-record");
        assertThat(record.locator("header")).containsText(TITLE);
        assertThat(record.locator("header")).containsText("Đang xử lý");
        assertThat(record.locator(".uc-current b")).containsText(new String[] {"Phân loại", "Xử lý ban đầu"});
        assertThat(record.locator(".uc-tasks")).containsText("Xác nhận mức độ sự cố");
        assertThat(record.locator(".uc-tasks")).containsText("chưa ai nhận");
        assertThat(record.locator(".uc-timeline")).containsText("Hoàn thành: Xác minh sự cố");

        tasks.claim(task("confirm-classification").getId(), "vanphong");
        page.clock().runFor(61_000);
        assertThat(record.locator(".uc-tasks")).containsText("Nguyễn Thị Lan đang làm");
        record.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(code).setExact(true))
                .click();
        assertThat(page).hasTitle(code + " · Ứng cứu");
        coordinator.watch.heardNothing();
    }

    @Test
    void datesAndWhatThereIsNoneOfAreInWordsForPeople(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        Cockpit cockpit = coordinator.cockpit().definition(definition);
        Locator started = page.locator(".ctn-content-bottom td.start-time").first();
        assertThat(started).hasText(Pattern.compile("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d"));

        cockpit.instance(instance);
        assertThat(page.locator("dd.super-process-instance-id").last()).hasText("không có");
        assertThat(page.locator(".ctn-content-bottom .nav-tabs li.active")).hasText("Hồ sơ sự cố");
        coordinator.watch.heardNothing();
    }

    @Test
    void whatIsNamedAlikeIsToldApartByWhatItIs(Page page) {
        runtime.setVariable(instance, "beyondCapability", true);
        runtime.createProcessInstanceModification(instance)
                .startBeforeActivity("escalate")
                .execute();
        Person analyst = Person.loggedIn(page, "phantich");
        analyst.cockpit().definition(definition).tab("Số liệu các bước");

        Locator alike = page.locator("table.step-figures tbody th")
                .filter(new Locator.FilterOptions().setHasText("Đề nghị thành phố hỗ trợ"));
        assertThat(alike).hasCount(3);
        assertThat(alike.allTextContents()).doesNotHaveDuplicates();
        analyst.watch.heardNothing();
    }

    /** Cockpit counts as unassigned what has no office either; our dashboard counts what nobody of the office has taken. */
    @Test
    void whatAnOfficeHasYetToTakeIsCalledSoInCockpitToo(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        page.navigate("/camunda/app/cockpit/default/#/tasks");

        assertThat(page.locator("#open-task-statistics tbody td:last-child")).containsText(new String[] {
            "đã có người nhận", "đã giao đơn vị, chưa ai nhận", "chưa giao cho đơn vị, người nào"
        });
        coordinator.watch.heardNothing();
    }

    @Test
    void calledProcessLeadsToTheSameRecord(Page page) {
        String called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .singleResult()
                .getId();
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        coordinator.cockpit().instance(called);

        assertThat(page.locator(".incident-record header a")).hasText(code);
        coordinator.watch.heardNothing();
    }

    @Test
    void stepsBehindTheIncidentAreMarkedOnEveryPageOfItsDiagram(Page page) {
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        Cockpit cockpit = coordinator.cockpit().instance(instance);

        assertThat(cockpit.badge("receive", "finished-step")).hasText("✓");
        assertThat(page.locator(".diagram-legend")).containsText("đã xong");
        assertThat(badges(page, "finished-step")).isEqualTo(finished());
        cockpit.enter("detect");
        assertThat(cockpit.badge("verify-incident", "finished-step")).isVisible();
        assertThat(cockpit.badge("verify-incident", "finished-step").getAttribute("title"))
                .contains("Nguyễn Thị Lan");
        assertThat(cockpit.badge("receive", "finished-step")).isHidden();

        // Another one of the same diagram, which Cockpit does not draw anew.
        report();
        coordinator.cockpit().instance(instance);
        assertThat(page.locator(".incident-record header a")).hasText(code);
        assertThat(cockpit.badge("incident-reported", "finished-step")).isVisible();
        assertThat(badges(page, "finished-step")).isEqualTo(finished()).doesNotContainKey("verify-incident");
        coordinator.watch.heardNothing();
    }

    @Test
    void stageIsNotMarkedAsDoneWhileTheCityIsStillAskedForSupport(Page page) {
        runtime.setVariable(instance, "beyondCapability", true);
        runtime.createProcessInstanceModification(instance)
                .startBeforeActivity("escalate")
                .execute();
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        Cockpit cockpit = coordinator.cockpit().instance(instance);

        assertThat(cockpit.badge("escalate", "awaited-step")).hasText("● đang chờ");
        assertThat(cockpit.badge("escalate", "awaited-step"))
                .hasAttribute("title", Pattern.compile("^Đang chờ thành phố hỗ trợ \\(yêu cầu số 1\\)"));
        assertThat(cockpit.badge("escalate", "finished-step")).hasCount(0);
        assertThat(page.locator(".diagram-legend")).containsText("đang chờ thành phố hỗ trợ (yêu cầu số 1)");
        assertThat(page.locator(".uc-current"))
                .containsText(new String[] {"Phân loại", "Xử lý ban đầu", "Đang chờ thành phố hỗ trợ (yêu cầu số 1)"});
        coordinator.watch.heardNothing();
    }

    @Test
    void figuresOfStepsAreOnTheDiagramAndInTheTable(Page page) {
        Person analyst = Person.loggedIn(page, "phantich");
        Cockpit cockpit = analyst.cockpit().definition(definition);

        JsonNode steps = json(page, "/api/process-definitions/" + definition + "/steps");
        assertThat(cockpit.token("classify")).isVisible();
        assertThat(page.locator(".djs-overlay .step-figure")).hasCount(0);
        legendOf(page).getByRole(AriaRole.CHECKBOX).check();
        assertThat(cockpit.badge("receive", "step-figure")).isVisible();
        assertThat(cockpit.token("classify")).isHidden();
        Map<String, String> begun = new TreeMap<>();
        Map<String, String> median = new TreeMap<>();
        steps.forEach(step -> {
            begun.put(step.get("activityId").asText(), step.get("begun").asText());
            if (step.get("medianSeconds").asLong() > 0) {
                median.put(step.get("activityId").asText(), step.get("median").asText());
            }
        });
        assertThat(badges(page, "step-figure")).isEqualTo(begun).containsKey("verify-incident");
        Locator legend = legendOf(page);
        legend.getByRole(AriaRole.COMBOBOX).selectOption("Thời gian: trung vị");
        assertThat(badges(page, "step-figure")).containsOnlyKeys(median.keySet());
        median.forEach((id, words) -> assertThat(cockpit.badge(id, "step-figure"))
                .hasAttribute("title", Pattern.compile("Trung vị: " + words)));
        legend.getByRole(AriaRole.CHECKBOX).uncheck();
        assertThat(page.locator(".djs-overlay .step-figure")).hasCount(0);
        assertThat(cockpit.token("classify")).isVisible();

        cockpit.tab("Số liệu các bước");
        Locator row = page.getByRole(
                AriaRole.ROW,
                new Page.GetByRoleOptions().setName("Xác minh sự cố").setExact(false));
        assertThat(row.first().getByRole(AriaRole.CELL).first()).hasText(begun.get("verify-incident"));
        page.getByLabel("chỉ phiên bản này").check();
        assertThat(row.first()).isVisible();
        assertThat(page.locator(".plugin-tab")).not().containsText(code);
        analyst.watch.heardNothing();
    }

    @Test
    void figuresThatAreForOthersAreToldFromFiguresThatDoNotCome(Page page) {
        Person analyst = Person.loggedIn(page, "phantich");
        Locator told = page.locator(".step-figures-result");
        page.route("**/steps?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        analyst.cockpit().definition(definition).tab("Số liệu các bước");
        assertThat(told).hasText("Chưa lấy được số liệu. Vui lòng kiểm tra kết nối rồi mở lại trang này.");
        analyst.watch.expected("the server responded with a status of 503");

        page.route(
                "**/api/cockpit",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"dashboard\":false,\"steps\":false}")));
        page.reload();
        analyst.cockpit().tab("Số liệu các bước");
        assertThat(told).hasText("Số liệu này dành cho điều phối viên và chuyên viên quy trình.");
        analyst.watch.heardNothing();
    }

    @Test
    void brokenMemoryOfTheBrowserSpoilsNothing(Page page) {
        Person analyst = Person.loggedIn(page, "phantich");
        page.addInitScript("""
                localStorage.setItem('ung-cuu-language', '{');
                localStorage.setItem('ung-cuu.step-figures', '{');""");

        analyst.cockpit().definition(definition).tab("Số liệu các bước");

        assertThat(page.locator("table.step-figures")).isVisible();
        assertThat(legendOf(page).getByRole(AriaRole.CHECKBOX)).not().isChecked();
        analyst.watch.heardNothing();
    }

    @Test
    void numbersOfWhatRunsAreReadableAndClearOfEverythingElse(Page page) {
        report();
        page.setViewportSize(1280, 720);
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        Cockpit cockpit = coordinator.cockpit().definition(definition);

        assertThat(cockpit.token("receive")).hasText(inside("receive"));
        assertThat(cockpit.token("classify")).hasText(inside("classify"));
        assertThat(legendOf(page)).containsText("số lượt đang ở đó");
        assertThat(cockpit.token("receive")).isVisible();
        assertThat(cockpit.token("receive").boundingBox().height).isGreaterThan(14);
        assertThat(touching(page)).isEmpty();
        cockpit.enter("classify");
        assertThat(cockpit.token("confirm-classification")).isVisible();
        assertThat(page.locator(".bjs-breadcrumbs")).isVisible();
        assertThat(touching(page)).isEmpty();

        coordinator.cockpit().instance(instance);
        assertThat(cockpit.badge("incident-reported", "finished-step")).isVisible();
        assertThat(cockpit.token("receive")).hasText("1");
        assertThat(legendOf(page)).containsText("đang ở đây");
        assertThat(cockpit.token("receive")).isVisible();
        assertThat(cockpit.token("receive").boundingBox().height).isGreaterThan(14);
        assertThat(touching(page)).isEmpty();
        coordinator.watch.heardNothing();
    }

    private String inside(String stage) {
        return String.valueOf(history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definition)
                .activityId(stage)
                .unfinished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getProcessInstanceId)
                .distinct()
                .count());
    }

    private static Locator legendOf(Page page) {
        return page.locator(".diagram-legend");
    }

    /** What lies on something else: numbers on numbers or names, the legend and the way back on the diagram. */
    @SuppressWarnings("unchecked")
    private static List<String> touching(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const seen = selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility())
                    .map(one => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
                  const badges = seen('.djs-overlay .instance-count, .djs-overlay .finished-step, .bjs-drilldown');
                  const names = seen('.djs-element text');
                  const line = seen('.diagram-legend, .diagram-strip .bjs-breadcrumbs, .process-diagram-wrapper .actions');
                  const shapes = seen('.djs-shape .djs-visual');
                  const clash = (a, b) => a.one !== b.one && a.box.left < b.box.right && b.box.left < a.box.right
                    && a.box.top < b.box.bottom && b.box.top < a.box.bottom;
                  const found = (some, others) => some.flatMap(a => others.filter(b => clash(a, b))
                    .map(b => `${a.one.textContent.trim()} on ${b.one.textContent.trim()}`));
                  return [...found(badges, [...badges, ...names]), ...found(line, [...line, ...badges, ...shapes])];
                }""");
    }

    @Test
    void analystIsShownNeitherDashboardNorRecordNorSteps(Page page) {
        Person analyst = Person.loggedIn(page, "phantich");
        analyst.cockpit().open();
        assertThat(page.locator(".dashboard .actual")).isVisible();
        assertThat(page.locator(".coordinator-dashboard")).isHidden();

        analyst.cockpit().instance(instance);
        assertThat(page.locator(".plugin-tab"))
                .hasText("Không có hồ sơ sự cố nào của lượt chạy này mà anh/chị được xem.");
        assertThat(page.locator(".finished-step")).hasCount(0);
        analyst.watch.heardNothing();
    }

    private Map<String, String> finished() {
        Map<String, Integer> times = new TreeMap<>();
        history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .filter(step -> !step.isCanceled())
                .filter(step -> !step.getActivityType().endsWith("Gateway"))
                .map(HistoricActivityInstance::getActivityId)
                .forEach(id -> times.merge(id, 1, Integer::sum));
        Map<String, String> marks = new TreeMap<>();
        times.forEach((id, count) -> marks.put(id, count == 1 ? "✓" : "✓ " + count));
        return marks;
    }

    /** What is drawn at which element, on all pages of the diagram. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> badges(Page page, String type) {
        return new TreeMap<>((Map<String, String>) page.evaluate("""
                type => Object.fromEntries([...document.querySelectorAll(`.djs-overlay .${type}`)]
                  .map(badge => [badge.closest('.djs-overlays').dataset.containerId, badge.textContent]))""", type));
    }

    static JsonNode json(Page page, String path) {
        try {
            return new ObjectMapper()
                    .readTree(page.context().request().get(path).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void complete(String key, Map<String, Object> answers) {
        Task task = task(key);
        as("vanphong", "office", () -> {
            tasks.claim(task.getId(), "vanphong");
            tasks.complete(task.getId(), answers);
            return null;
        });
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
    }

    private <T> T as(String user, String group, Supplier<T> work) {
        identity.setAuthentication(user, List.of(group));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String ago(long minutes) {
        return OffsetDateTime.now(clock.withZone(UngCuuApplication.ZONE))
                .minus(Duration.ofMinutes(minutes))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
