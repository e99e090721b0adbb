package vn.ungcuu.workplace;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a task over without going to Tasklist: its own claim, with the same rights and the same refusals. */
@Controller
class ClaimController {

    private final TaskService tasks;

    ClaimController(TaskService tasks) {
        this.tasks = tasks;
    }

    @PostMapping("/viec/{id}/nhan")
    String claim(@ModelAttribute("me") Me me, @PathVariable("id") String id, RedirectAttributes next) {
        if (!me.seesRegister() || !me.hasTasklist()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        // The engine shows only what the person who asks may see.
        Task task = tasks.createTaskQuery().taskId(id).active().singleResult();
        if (task == null) {
            next.addFlashAttribute(
                    "sorry",
                    "Việc này đã xong, đã dừng hoặc không thuộc đơn vị của anh/chị. Danh sách dưới đây là mới nhất.");
            return "redirect:/";
        }
        try {
            tasks.claim(id, me.id());
        } catch (RuntimeException failure) {
            next.addFlashAttribute("sorry", Refusals.sentence(failure).orElseThrow(() -> failure));
            return "redirect:/";
        }
        next.addFlashAttribute("done", "Đã nhận việc: " + task.getName() + ".");
        // The page opens at what is confirmed, and from there leads on: at the task itself nobody would read that it is
        // theirs.
        next.addFlashAttribute("doneAt", "viec-" + id);
        return "redirect:/";
    }
}
