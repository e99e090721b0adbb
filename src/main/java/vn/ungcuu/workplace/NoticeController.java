package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungcuu.notification.Inbox;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.PhoneNumber;
import vn.ungcuu.notification.ReceivedNotice;
import vn.ungcuu.notification.Wishes;

/** What I was told in the last days, and how I want to be told. */
@Controller
@RequestMapping("/thong-bao")
class NoticeController {

    /** More than anybody reads; an office that is told more in two weeks has its tasks in Tasklist. */
    private static final int LIMIT = 50;

    private final Inbox inbox;

    NoticeController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** A line of the list of events. */
    record Choice(String value, String label, boolean chosen) {}

    /** Opening the page is what makes notices seen. */
    @GetMapping
    String notices(@ModelAttribute("me") Me me, Model model) {
        requireStaff(me);
        Wishes wishes = inbox.wishesOf(me.id());
        List<ReceivedNotice> notices = page(me, wishes.muted(), wishes.phone(), null, model);
        inbox.seen(me.id(), notices);
        return "notices";
    }

    @PostMapping
    String save(
            @ModelAttribute("me") Me me,
            @RequestParam(name = "thu", required = false) @Nullable Set<NoticeEvent> wanted,
            @RequestParam(name = "dien-thoai", defaultValue = "") String typed,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        requireStaff(me);
        Set<NoticeEvent> muted = EnumSet.allOf(NoticeEvent.class);
        muted.removeAll(wanted == null ? Set.of() : wanted);
        Optional<String> phone = PhoneNumber.typed(typed);
        if (phone.isEmpty() && !typed.isBlank()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page(
                    me,
                    muted,
                    typed,
                    "Số điện thoại chưa đúng. Hãy nhập số di động Việt Nam, ví dụ 0912 345 678,"
                            + " hoặc số nước ngoài bắt đầu bằng dấu +; để trống nếu không muốn nhận SMS.",
                    model);
            return "notices";
        }
        inbox.wish(me.id(), new Wishes(muted, phone.orElse(null)));
        next.addFlashAttribute("done", "Đã lưu cách nhận thông báo.");
        return "redirect:/thong-bao";
    }

    private List<ReceivedNotice> page(
            Me me, Set<NoticeEvent> muted, @Nullable String phone, @Nullable String wrongPhone, Model model) {
        List<ReceivedNotice> notices = inbox.of(me.id(), me.groupIds(), LIMIT);
        model.addAttribute("here", "notices");
        model.addAttribute("notices", notices);
        model.addAttribute("days", Inbox.DAYS);
        model.addAttribute(
                "choices",
                Arrays.stream(NoticeEvent.values())
                        .map(event -> new Choice(event.name(), event.label(), !muted.contains(event)))
                        .toList());
        model.addAttribute("phone", phone);
        model.addAttribute("wrongPhone", wrongPhone);
        return notices;
    }

    private static void requireStaff(Me me) {
        if (!me.seesRegister()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
