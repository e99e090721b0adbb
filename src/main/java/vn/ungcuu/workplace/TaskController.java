package vn.ungcuu.workplace;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ungcuu.incident.Incidents;

/** What Tasklist shows of our own: the incident behind a task, and how its clocks stand. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    /** Several pages of Tasklist. */
    private static final int MOST_CARDS = 100;

    private final WorkList work;
    private final Incidents incidents;
    private final TaskPages pages;

    TaskController(WorkList work, Incidents incidents, TaskPages pages) {
        this.work = work;
        this.incidents = incidents;
        this.pages = pages;
    }

    /** Why there is nothing to show. */
    record Sentence(String message) {}

    /** The same answer for a task that is done, one of others and one that never was: an id tells nothing. */
    @GetMapping("/{taskId}/incident")
    ResponseEntity<Object> incident(@ModelAttribute("me") Me me, @PathVariable("taskId") String taskId) {
        Optional<OpenTask> task = work.visible(List.of(taskId), me).stream().findFirst();
        if (task.isEmpty()) {
            return refused(
                    HttpStatus.NOT_FOUND,
                    "Việc này không còn mở, hoặc anh/chị không được xem. Vui lòng chọn việc khác trong danh sách.");
        }
        return Optional.ofNullable(task.get().code())
                .flatMap(code -> incidents.find(code, me.viewer()))
                .map(incident -> ResponseEntity.<Object>ok(pages.incident(task.get(), incident, me)))
                .orElseGet(() -> refused(HttpStatus.NOT_FOUND, "Việc này không gắn với hồ sơ sự cố nào."));
    }

    /** Of the tasks asked about, those the person may see. */
    @GetMapping("/clocks")
    ResponseEntity<Object> clocks(@ModelAttribute("me") Me me, @RequestParam("ids") List<String> ids) {
        if (ids.size() > MOST_CARDS) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "Mỗi lần chỉ hỏi được tối đa " + MOST_CARDS + " việc. Vui lòng chia thành nhiều lần.");
        }
        return ResponseEntity.ok(
                ids.isEmpty()
                        ? List.of()
                        : work.visible(ids, me).stream().map(pages::card).toList());
    }

    private static ResponseEntity<Object> refused(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(new Sentence(sentence));
    }
}
