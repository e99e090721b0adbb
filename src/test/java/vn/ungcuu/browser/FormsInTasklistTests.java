package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.support.BrowserTest;

/** The forms as officers meet them: form-js in Tasklist, with our words and our check behind it. */
@BrowserTest
class FormsInTasklistTests {

    private static final double PATIENCE = 180_000;

    @Autowired
    Clock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Test
    void reportThatIsRefusedSaysWhyAndLosesNothing(Page page) {
        tasklist(page, "");
        page.click(".start-process-action a");
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText("Quy trình ứng cứu sự cố"))
                .click();
        Locator start = page.locator(".modal-footer button.btn-primary");
        page.waitForSelector(".fjs-form-field");

        start.click();
        Locator errors = page.locator(".fjs-form-field-error li");
        assertThat(errors).hasCount(5, new HasCountOptions().setTimeout(PATIENCE));
        assertThat(errors.allTextContents()).containsOnly("Vui lòng nhập mục này.");

        page.getByLabel("Tóm tắt sự cố").fill("Máy tính Một cửa bị mã hóa dữ liệu");
        page.getByLabel("Mô tả sự cố").fill("Tệp bị đổi đuôi");
        page.getByLabel("Người báo*").fill("Nguyễn Văn A");
        choose(page, "Tin báo đến bằng cách nào", "Điện thoại");
        enter(page, "Thời điểm phát hiện", now().plusDays(1));
        start.click();
        Locator refusal = page.locator(".modal-body .notifications")
                .getByText("Mục “Thời điểm phát hiện” không được ở tương lai. Vui lòng nhập lại thời điểm đã qua.");
        assertThat(refusal).isInViewport(new IsInViewportOptions().setTimeout(PATIENCE));
        assertThat(instances()).isZero();

        ZonedDateTime detected = now().minusHours(1).withMinute(7);
        enter(page, "Thời điểm phát hiện", detected);
        start.click();
        page.waitForCondition(() -> instances() == 1);
        ProcessInstance incident = runtime.createProcessInstanceQuery()
                .processDefinitionKey("incident-response")
                .singleResult();
        assertThat(runtime.getVariable(incident.getId(), "detectedAt"))
                .as("to the minute, not rounded to what a list would offer")
                .isEqualTo(
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:00XXX").format(detected));
        runtime.deleteProcessInstance(incident.getId(), "the test is over");
    }

    @Test
    void answerThatHidesWhatWasMissingBringsTheButtonBack(Page page) {
        Task task = classification();
        tasklist(page, "#/?task=" + task.getId());
        page.waitForSelector(".fjs-form-field");
        Locator complete = page.locator("[cam-tasklist-form] button.btn-primary");

        page.getByLabel("Thông thường").check();
        complete.click();
        assertThat(page.locator(".fjs-form-field-error li")).hasText("Vui lòng nhập mục này.");
        assertThat(complete).isDisabled();

        page.getByLabel("Nghiêm trọng (NĐ 331)").check();
        assertThat(page.getByLabel("Lý do chọn khác đề xuất")).hasCount(0);
        complete.click();
        page.waitForCondition(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
        runtime.deleteProcessInstance(task.getProcessInstanceId(), "the test is over");
    }

    /** An incident that waits for its severity to be confirmed; serious is proposed. */
    private Task classification() {
        String detected = clock.instant().minusSeconds(3600).toString();
        String instance = runtime.startProcessInstanceByKey(
                        "incident-response",
                        new HashMap<>(Map.of(
                                "title", "Máy tính bị mã hóa",
                                "description", "Tệp bị đổi đuôi",
                                "channel", "phone",
                                "detectedAt", detected,
                                "reporterName", "Nguyễn Văn A")))
                .getId();
        complete(instance, "acknowledge-report", Map.of("acknowledgeChannel", "phone", "acknowledgedAt", detected));
        complete(
                instance,
                "verify-incident",
                Map.of(
                        "verificationResult", "incident",
                        "verificationNote", "Đã kiểm tra",
                        "kind", "network-attack",
                        "attackType", "data-encryption"));
        Task task = task(instance, "confirm-classification");
        tasks.claim(task.getId(), "vanphong");
        return task;
    }

    private void complete(String instance, String task, Map<String, Object> answers) {
        tasks.complete(task(instance, task).getId(), answers);
    }

    private Task task(String instance, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("incident-response")
                .count();
    }

    private static void tasklist(Page page, String fragment) {
        page.setDefaultTimeout(PATIENCE);
        page.navigate("/dang-nhap");
        page.fill("#username", "vanphong");
        page.fill("#password", "vanphong");
        page.click("button[type=submit]");
        page.navigate("/camunda/app/tasklist/default/" + fragment);
        page.waitForSelector("section.task-filters .task-filter");
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(clock.getZone());
    }

    private static void enter(Page page, String label, ZonedDateTime moment) {
        Locator field = field(page, "datetime", label);
        type(
                field.locator("input.fjs-input").first(),
                DateTimeFormatter.ofPattern("d/M/yyyy").format(moment));
        type(
                field.locator(".fjs-timepicker input"),
                DateTimeFormatter.ofPattern("HH:mm").format(moment));
        assertThat(field.locator("li")).hasCount(0);
    }

    /** form-js takes over what was typed when it has drawn it, which a machine is too fast for. */
    private static void type(Locator input, String text) {
        input.fill(text);
        input.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 100)))");
        input.press("Enter");
        input.blur();
    }

    private static void choose(Page page, String label, String option) {
        field(page, "select", label).locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item", new Page.LocatorOptions().setHasText(option))
                .first()
                .click();
    }

    private static Locator field(Page page, String type, String label) {
        return page.locator(".fjs-form-field-" + type, new Page.LocatorOptions().setHasText(label));
    }
}
