package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.Duty;
import vn.ungcuu.deadline.DutyRefused;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.Person;
import vn.ungcuu.workplace.RosterEntry.Mistake;

/** The duty roster, a week at a time. Here is checked what the roster itself cannot know: offices, people, rights. */
@Controller
@RequestMapping("/lich-truc")
class RosterController {

    private final DutyRoster roster;
    private final RosterPages pages;
    private final Organization organization;

    RosterController(DutyRoster roster, RosterPages pages, Organization organization) {
        this.roster = roster;
        this.pages = pages;
        this.organization = organization;
    }

    @GetMapping
    String week(
            @ModelAttribute("me") Me me,
            @RequestParam(name = "ngay", defaultValue = "") String day,
            Model model,
            HttpServletResponse response) {
        requireReader(me);
        try {
            return page(me, day, RosterEntry.EMPTY, null, model);
        } catch (BadSearch mistake) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("badWeek", mistake.getMessage());
            model.addAttribute("typedDay", day);
            return page(me, "", RosterEntry.EMPTY, null, model);
        }
    }

    @PostMapping
    String add(
            @ModelAttribute("me") Me me,
            @RequestParam(name = "ngay", defaultValue = "") String day,
            @RequestParam(name = "nguoi", required = false) String who,
            @RequestParam(name = "tu", required = false) String from,
            @RequestParam(name = "den", required = false) String to,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        requireReader(me);
        RosterEntry entry = new RosterEntry(who, from, to);
        Instant begins = RosterEntry.moment(from);
        Instant ends = RosterEntry.moment(to);
        Mistake mistake = mistake(entry, begins, ends, me).orElse(null);
        if (mistake == null) {
            try {
                roster.add(entry.office(), entry.person(), begins, ends, me.id());
                next.addFlashAttribute(
                        "done",
                        "Đã thêm vào lịch trực: %s, %s."
                                .formatted(organization.nameOf(entry.person()), RosterPages.period(begins, ends)));
                return "redirect:/lich-truc?ngay="
                        + begins.atZone(UngCuuApplication.ZONE).toLocalDate();
            } catch (DutyRefused refused) {
                mistake = new Mistake("den", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(me, day, entry, mistake, model);
    }

    @PostMapping("/{id}/xoa")
    String remove(
            @ModelAttribute("me") Me me,
            @PathVariable("id") long id,
            @RequestParam(name = "ngay", defaultValue = "") String day,
            RedirectAttributes next) {
        requireReader(me);
        Optional<Duty> duty = roster.find(id);
        if (duty.isPresent() && !mayEdit(duty.get().office(), me)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            roster.remove(id);
            duty.ifPresent(removed -> next.addFlashAttribute("done", removed(removed)));
        } catch (DutyRefused refused) {
            next.addFlashAttribute("sorry", refused.getMessage());
        }
        return "redirect:/lich-truc"
                + Dates.day(day).map(shown -> "?ngay=" + shown).orElse("");
    }

    /** What had begun has only ended; the rest is gone. */
    private String removed(Duty before) {
        String name = organization.nameOf(before.person());
        return roster.find(before.id())
                .map(ended -> "Ca trực của %s đã kết thúc, chỉ còn lưu phần đã trực: %s."
                        .formatted(name, RosterPages.period(ended.from(), ended.to())))
                .orElseGet(() -> "Đã bỏ khỏi lịch trực: %s, %s."
                        .formatted(name, RosterPages.period(before.from(), before.to())));
    }

    private Optional<Mistake> mistake(RosterEntry entry, @Nullable Instant begins, @Nullable Instant ends, Me me) {
        if (entry.person().isEmpty()) {
            return Optional.of(new Mistake("nguoi", "Chưa chọn người trực. Hãy chọn một người trong danh sách."));
        }
        if (pages.offices().stream().map(Office::id).noneMatch(entry.office()::equals)) {
            return Optional.of(
                    new Mistake("nguoi", "Đơn vị này không có trong lịch trực. Hãy chọn lại trong danh sách."));
        }
        if (!mayEdit(entry.office(), me)) {
            return Optional.of(new Mistake(
                    "nguoi", "Anh/chị chỉ xếp được lịch trực của đơn vị mình. Hãy chọn lại trong danh sách."));
        }
        if (organization.members(entry.office()).stream().map(Person::id).noneMatch(entry.person()::equals)) {
            return Optional.of(
                    new Mistake("nguoi", "Người này không thuộc đơn vị đã chọn. Hãy chọn lại trong danh sách."));
        }
        if (begins == null) {
            return Optional.of(new Mistake("tu", noMoment(entry.from(), "Chưa có lúc bắt đầu")));
        }
        if (ends == null) {
            return Optional.of(new Mistake("den", noMoment(entry.to(), "Chưa có lúc kết thúc")));
        }
        return Optional.empty();
    }

    private static String noMoment(@Nullable String typed, String nothing) {
        String what = typed == null || typed.isBlank() ? nothing : "“" + typed.strip() + "” chưa đúng ngày, giờ";
        return what + ". Hãy nhập đủ ngày, giờ và phút, ví dụ 07/03/2026 17:00.";
    }

    private boolean mayEdit(String office, Me me) {
        return pages.editable(me).stream().map(Office::id).anyMatch(office::equals);
    }

    /** Whoever sees the register may read the roster. */
    private static void requireReader(Me me) {
        if (!me.seesRegister()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** @throws BadSearch if what was typed is no day */
    private String page(Me me, String day, RosterEntry entry, @Nullable Mistake mistake, Model model) {
        LocalDate shown = day.isBlank() ? pages.today() : Dates.parse(day, "Xem tuần có ngày");
        List<Office> editable = pages.editable(me);
        model.addAttribute("here", "roster");
        model.addAttribute("week", pages.week(shown, me));
        model.addAttribute("mayEdit", !editable.isEmpty());
        model.addAttribute("mistake", mistake);
        model.addAttribute("fields", entry.fields(editable, organization, mistake));
        return "roster";
    }
}
