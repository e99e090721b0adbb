package vn.ungcuu.workplace;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.lang.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.NewEntry;
import vn.ungcuu.incident.Outcome;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.procedure.AllDoors;
import vn.ungcuu.procedure.Door;
import vn.ungcuu.procedure.Doors;

/** All pages of ours, in all states that look different. A new page is added here, or {@link EveryPageTests} asks for it. */
class EveryPage {

    static final List<String> ROLES =
            List.of("vanphong", "congan", "vanhoa", "donvi", "lanhdao", "dieuphoi", "phantich", "admin");

    private static final String INCIDENT = "/so-theo-doi/{code}";

    private final OfficeWork work;
    private final Incidents incidents;
    private final Timeline timeline;
    private final TransactionTemplate inTransaction;
    private final TaskService tasks;
    private final Clock clock;
    private final Doors doors;

    EveryPage(BeanFactory application) {
        work = new OfficeWork(application);
        incidents = application.getBean(Incidents.class);
        timeline = application.getBean(Timeline.class);
        inTransaction = application.getBean(TransactionTemplate.class);
        tasks = application.getBean(TaskService.class);
        clock = application.getBean(Clock.class);
        doors = application.getBean(Doors.class);
    }

    /** Makes what the pages show, and says where they are. */
    List<Visit> visits() {
        String open =
                incident("Máy tính bộ phận Một cửa bị mã hóa, " + "C:\\rat-dai-khong-dau-cach\\".repeat(6), false);
        String drill = incident("Diễn tập: trang thông tin bị thay đổi nội dung", true);
        String closed = incident("Báo động giả của phần mềm diệt vi-rút", false);
        String broken = incident("Hồ sơ làm hỏng trang", false);
        inTransaction.executeWithoutResult(status -> {
            incidents.learn(open, Map.of("severity", "serious", "sceneHeld", true));
            incidents.enterStage(open, "receive");
            incidents.leaveStage(open, "receive");
            incidents.enterStage(open, "detect");
            timeline.append(NewEntry.bySystem(open, EntryKind.ACTION, "x".repeat(300), Map.of("y".repeat(90), "z")));
            incidents.close(closed, Outcome.FALSE_ALARM);
        });
        for (String group :
                List.of("office", "police", "cultureSocial", "unitHealthStation", "leadership", "coordinators")) {
            task(open, "Việc đang chờ", group, clock.instant().plus(Duration.ofMinutes(25)));
            task(drill, "Việc quá hạn", group, clock.instant().minus(Duration.ofHours(3)));
        }
        tasks.setAssignee(
                task(open, "Việc đang làm", "office", clock.instant().plus(Duration.ofDays(3)))
                        .getId(),
                "vanphong");
        everyDoorIsOpen();
        doThrow(new IllegalStateException("broken on purpose")).when(doors).openDoors(eq(broken), anyString());

        List<Visit> visits = new ArrayList<>();
        visits.add(Visit.to("/dang-nhap", null, "/dang-nhap"));
        visits.add(Visit.to("/dang-nhap", null, "/dang-nhap?da-dang-xuat"));
        visits.add(Visit.to("/dang-nhap", null, "/dang-nhap").and("refused", page -> {
            page.fill("#username", "khong-co-ai");
            page.fill("#password", "sai");
            page.click("button[type=submit]");
            page.waitForSelector(".notice.error");
        }));
        ROLES.forEach(user -> visits.add(Visit.to("/", user, "/")));
        // A unit without any incident: empty lists.
        visits.add(Visit.to("/", "donvi2", "/"));
        visits.add(Visit.to("/bao-cao", "vanphong", "/bao-cao"));
        visits.add(Visit.to("/bao-cao", "donvi", "/bao-cao").and("refused", EveryPage::sendForm));
        visits.add(Visit.to("/so-theo-doi", "vanphong", "/so-theo-doi"));
        visits.add(Visit.to("/so-theo-doi", "vanphong", "/so-theo-doi?tim=diet+vi-rut&tinh-trang=dong"));
        visits.add(Visit.to("/so-theo-doi", "vanphong", "/so-theo-doi?tim=khong-co-gi-nhu-the"));
        visits.add(Visit.to("/so-theo-doi", "vanphong", "/so-theo-doi?tu=hom-qua&giai-doan=detect"));
        visits.add(Visit.to("/viec-dang-mo", "dieuphoi", "/viec-dang-mo"));
        visits.add(Visit.to("/viec-dang-mo", "lanhdao", "/viec-dang-mo?tinh-trang=qua-han&dien-tap=co"));
        visits.add(Visit.to("/viec-dang-mo", "dieuphoi", "/viec-dang-mo?tinh-trang=khong-co"));
        visits.add(Visit.to("/thong-ke", "lanhdao", "/thong-ke"));
        visits.add(Visit.to("/thong-ke", "lanhdao", "/thong-ke?tu=2026-12-01&den=2026-01-01"));
        visits.add(Visit.to("/huong-dan", "vanphong", "/huong-dan"));
        Stream.of("van-phong", "dieu-phoi", "phan-tich", "quan-tri")
                .forEach(guide -> visits.add(Visit.to("/huong-dan/{name}", "vanphong", "/huong-dan/" + guide)));
        visits.add(Visit.to("/huong-dan/{name}", null, "/huong-dan/15-phut-dau"));
        for (String code : List.of(open, drill, closed)) {
            visits.add(Visit.to(INCIDENT, "vanphong", "/so-theo-doi/" + code));
        }
        for (Door door : AllDoors.list()) {
            visits.add(Visit.to(INCIDENT + "/{door}", "vanphong", "/so-theo-doi/" + open + "/" + door.id()));
        }
        visits.add(Visit.to("/lich-truc", "congan", "/lich-truc"));
        visits.add(Visit.to("/lich-truc", "donvi2", "/lich-truc"));
        visits.add(Visit.to("/lich-truc", "dieuphoi", "/lich-truc").and("refused", EveryPage::sendForm));
        visits.add(Visit.to("/thong-bao", "congan", "/thong-bao"));
        visits.add(Visit.to("/thong-bao", "donvi", "/thong-bao").and("refused", page -> {
            page.fill("#dien-thoai", "12");
            sendForm(page);
        }));
        visits.add(error("404", "vanphong", "/khong-co-trang-nay"));
        visits.add(error("403", "admin", "/bao-cao"));
        visits.add(error("400", "vanphong", "/so-theo-doi?trang=abc"));
        visits.add(error("500", "vanphong", "/so-theo-doi/" + broken));
        return visits;
    }

    private static Visit error(String status, @Nullable String user, String address) {
        return new Visit(status + " at " + address, null, user, page -> page.navigate(address));
    }

    private static void sendForm(Page page) {
        page.click("form.form button[type=submit]");
        page.waitForSelector("#tu-choi");
    }

    private void everyDoorIsOpen() {
        when(doors.openDoors(anyString(), anyString())).thenReturn(AllDoors.list());
        when(doors.find(anyString(), anyString(), any(), anyString()))
                .thenAnswer(asked -> AllDoors.list().stream()
                        .filter(door -> door.id().equals(asked.getArgument(0)))
                        .findFirst()
                        .or(Optional::empty));
        when(doors.lists(any(), anyString()))
                .thenReturn(Map.of("colleagues", List.of(Map.of("label", "Trần Văn Hùng", "value", "congan"))));
    }

    String incident(String title, boolean drill) {
        return work.reported(title, drill, "office", "police", "cultureSocial", "unitHealthStation");
    }

    Task task(String code, String name, String group, Instant due) {
        return work.waiting(code, name, group, due);
    }

    /** Makes all visits, one window per person; the window of the test stays as it is. */
    static void tour(Page test, List<Visit> visits, BiConsumer<Visit, Page> look) {
        Map<String, Page> windows = new HashMap<>();
        try {
            for (Visit visit : visits) {
                Page page = windows.computeIfAbsent(String.valueOf(visit.user()), user -> window(test, visit.user()));
                visit.open().accept(page);
                look.accept(visit, page);
            }
        } finally {
            windows.values().forEach(page -> page.context().close());
        }
    }

    private static Page window(Page test, @Nullable String user) {
        String base = test.navigate("/dang-nhap").url().replace("/dang-nhap", "");
        BrowserContext context = test.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setLocale("en-US")
                        .setTimezoneId("Asia/Ho_Chi_Minh"));
        Page page = context.newPage();
        if (user != null) {
            login(page, user);
        }
        return page;
    }

    static void login(Page page, String user) {
        page.navigate("/dang-nhap");
        page.fill("#username", user);
        page.fill("#password", user);
        page.click("button[type=submit]");
        page.waitForURL("**/");
    }

    static Stream<String> patterns(List<Visit> visits) {
        return visits.stream()
                .map(Visit::pattern)
                .filter(pattern -> pattern != null)
                .distinct();
    }
}
