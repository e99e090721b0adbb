package vn.ungcuu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.ungcuu.support.BrowserTest;

/** Every form as Tasklist shows it, looked at for obstacles to people with disabilities: WCAG 2.2 AA. */
// Its own application: others would meet its tasks, or it theirs.
@BrowserTest
@TestPropertySource(properties = "test.application=forms")
class TaskFormsTests {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Test
    void formsInTasklistHoldNoObstacleOfOurs(Page page) throws IOException {
        List<String> forms;
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            forms = files.map(file -> file.getFileName().toString().replace(".form", ""))
                    .sorted()
                    .toList();
        }
        List<Task> open = openedTogether(forms);
        assertThat(open).hasSameSizeAs(forms);
        Person office = Person.loggedIn(page, "vanphong");
        TreeSet<String> obstacles = new TreeSet<>();
        for (Task task : open) {
            show(task, office.page);
            AxeResults results = new AxeBuilder(office.page)
                    .include(".fjs-container")
                    .withTags(WCAG)
                    .analyze();
            assertThat(results.getPasses())
                    .as("rules looked at in %s", task.getName())
                    .isNotEmpty();
            results.getViolations().stream()
                    .flatMap(rule -> rule.getNodes().stream()
                            .map(node -> rule.getId() + " in " + task.getName() + ": " + node.getHtml()))
                    .forEach(obstacles::add);
        }
        assertThat(obstacles).isEmpty();
    }

    @Test
    void calendarIsSeenWholeOnASmallScreen(Page page) {
        Task task = openedTogether(List.of("acknowledge-report")).get(0);
        Person.loggedIn(page, "vanphong");
        page.setViewportSize(1280, 720);
        show(task, page);
        page.locator(".fjs-container input[id$='-date']").click();

        Locator pane = page.locator(".task-details .three-cols-layout-cell.content");
        Locator lastWeek =
                page.locator(".flatpickr-calendar.open .flatpickr-day").last();
        Awaitility.await().untilAsserted(() -> {
            assertThat(lastWeek.boundingBox().y + lastWeek.boundingBox().height)
                    .isLessThanOrEqualTo(pane.boundingBox().y + pane.boundingBox().height);
        });
    }

    private static void show(Task task, Page page) {
        // Tasklist does not notice another task in its own address.
        page.navigate("about:blank");
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task.getId());
        // Only there, not seen: the first of many forms tells what is known, which here is nothing.
        page.locator(".task-card .fjs-container .fjs-form-field")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** One process with a task for each form, all open at once and held by the office's Ms Lan. */
    private List<Task> openedTogether(List<String> forms) {
        var fork = Bpmn.createExecutableProcess("all-forms")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .parallelGateway("fork");
        AbstractFlowNodeBuilder<?, ?> at = fork;
        for (String form : forms) {
            UserTask task = fork.moveToNode("fork")
                    .userTask("show-" + form)
                    .name(form)
                    .camundaAssignee("vanphong")
                    .camundaCandidateGroups("office")
                    .camundaFormRef(form)
                    .camundaFormRefBinding("latest")
                    .getElement();
            at = task.builder();
        }
        repository
                .createDeployment()
                .addModelInstance("all-forms.bpmn", at.done())
                .deploy();
        String instance = runtime.startProcessInstanceByKey("all-forms").getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .orderByTaskName()
                .asc()
                .list();
    }
}
