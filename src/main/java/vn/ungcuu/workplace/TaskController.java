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

/** What Tasklist shows of our own: the incident behind a task, and how its clocks stand. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    /** Several pages of Tasklist. */
    private static final int MOST_CARDS = 100;

    private final WorkList work;
    private final IncidentSummaries summaries;
    private final TaskPages pages;

    TaskController(WorkList work, IncidentSummaries summaries, TaskPages pages) {
        this.work = work;
        this.summaries = summaries;
        this.pages = pages;
    }

    /** The same answer for a task that is done, one of others and one that never was: an id tells nothing. */
    @GetMapping("/{taskId}/incident")
    ResponseEntity<Object> incident(@ModelAttribute("me") Me me, @PathVariable("taskId") String taskId) {
        Optional<OpenTask> task = work.visible(List.of(taskId), me).stream().findFirst();
        if (task.isEmpty()) {
            return Sentence.refuse(
                    HttpStatus.NOT_FOUND,
                    "Việc này không còn mở, hoặc anh/chị không được xem. Vui lòng chọn việc khác trong danh sách.");
        }
        return summaries
                .behind(task.get(), me)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Sentence.refuse(HttpStatus.NOT_FOUND, "Việc này không gắn với hồ sơ sự cố nào."));
    }

    /** Of the tasks asked about, those the person may see. */
    @GetMapping("/clocks")
    ResponseEntity<Object> clocks(@ModelAttribute("me") Me me, @RequestParam("ids") List<String> ids) {
        if (ids.size() > MOST_CARDS) {
            return Sentence.refuse(
                    HttpStatus.BAD_REQUEST,
                    "Mỗi lần chỉ hỏi được tối đa " + MOST_CARDS + " việc. Vui lòng chia thành nhiều lần.");
        }
        return ResponseEntity.ok(
                ids.isEmpty()
                        ? List.of()
                        : work.visible(ids, me).stream().map(pages::card).toList());
    }
}
