package vn.ungcuu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungcuu.browser.Form.minutesAgo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import vn.ungcuu.procedure.People;
import vn.ungcuu.support.BrowserTest;

/** Each role's guide can be followed as it is written. */
// Its own application: others would meet its tasks, or it theirs.
@BrowserTest
@TestPropertySource(properties = "test.application=guides")
class GuideTests {

    private static final String RANSOM = "Hai máy tính bộ phận Một cửa bị mã hóa dữ liệu, đòi tiền chuộc";
    private static final Map<String, Object> ATTACK =
            Map.of("kind", "network-attack", "attackType", "data-encryption", "beyondCapability", true);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ManagementService management;

    private People others;

    @BeforeEach
    void colleagues() {
        others = beans.createBean(People.class);
    }

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
    }

    @Test
    @Walks("van-phong")
    void officeTakesAReportAndSharesOutTheWork(Page page) {
        Person office = Person.loggedIn(page, "vanphong");
        Walkthrough guide = new Walkthrough(office, "van-phong");
        guide.step(1).press("Báo cáo sự cố");
        guide.step(2);
        new PageForm(page)
                .write("Tóm tắt sự cố", RANSOM)
                .write("Mô tả sự cố", "Các tệp Word, Excel đổi đuôi .locked; màn hình hiện thông báo đòi tiền chuộc.")
                .when("Thời điểm phát hiện", minutesAgo(20))
                .choose("Tin báo đến bằng cách nào", "Điện thoại")
                .write("Người báo", "Nguyễn Văn An, bộ phận Một cửa");
        guide.picture(page.locator("form.card")).press("Gửi báo cáo");
        String code = codeOf(page);
        guide.step(3).press("Việc cần làm");
        guide.step(4).press("Việc đơn vị tôi chưa ai nhận");
        guide.step(5).pressCard("Xác nhận đã tiếp nhận tin báo", code);
        guide.step(6);
        new Tasklist(page).task();
        guide.picture().press("Nhận việc");
        guide.step(7);
        new TasklistForm(page)
                .choose("Đã xác nhận bằng cách nào", "Điện thoại")
                .when("Thời điểm xác nhận", minutesAgo(0));
        guide.complete("Hoàn thành");
        guide.step(8).pressCard("Xác minh sự cố", code);
        guide.step(9).press("Nhận việc");
        guide.step(10);
        Form verification = new TasklistForm(page).choose("Kết quả xác minh", "Là sự cố");
        guide.step(11);
        verification
                .write("Căn cứ xác minh", "Đã đến xem máy, gọi lại người báo; 02 máy cùng bị.")
                .choose("Nhóm sự cố", "Tấn công mạng");
        guide.step(12);
        verification
                .choose("Loại tấn công", "Mã hóa phần mềm, dữ liệu, thiết bị")
                .tick("Có thể vượt khả năng tự xử lý của xã")
                .tick("Có dấu hiệu tội phạm");
        verification
                .field("Dữ liệu cá nhân bị lộ, mất, có thể gây hại cho người dân")
                .scrollIntoViewIfNeeded();
        guide.picture(new Tasklist(page).task()).complete("Hoàn thành");
        guide.step(13).press("Trang chính");
        guide.step(14).press("Sổ theo dõi");
        guide.step(15).pressCode(code);
        guide.step(16).picture().done();
        office.watch.heardNothing();
    }

    @Test
    @Walks("cong-an")
    void policePreserveEvidenceAndKeepTheScene(Page page) {
        String code = attacked();
        Person police = Person.loggedIn(page, "congan");
        Walkthrough guide = new Walkthrough(police, "cong-an");
        guide.step(1).press("Việc cần làm");
        guide.step(2).press("Việc đơn vị tôi chưa ai nhận");
        guide.step(3).pressCard("Bảo toàn hiện trường, chứng cứ", code);
        guide.step(4).press("Nhận việc");
        guide.step(5);
        new TasklistForm(page)
                .choose("Việc đã làm", "Chụp màn hình, ghi giờ, ghi người đang dùng máy")
                .write("Nơi cất giữ chứng cứ", "USB niêm phong số 2")
                .write("Chứng cứ đã thu, tình trạng hiện trường", "Ảnh chụp màn hình, tệp đòi tiền chuộc.");
        guide.picture(new Tasklist(page).task()).complete("Hoàn thành");
        guide.step(6).press("Trang chính");
        guide.step(7).press("Sổ theo dõi");
        guide.step(8).pressCode(code);
        guide.step(9).press("Giữ nguyên hiện trạng");
        guide.step(10);
        new PageForm(page)
                .write("Cơ quan, người yêu cầu", "Công an thành phố")
                .write("Phạm vi phải giữ nguyên", "02 máy tính bộ phận Một cửa");
        guide.press("Gửi");
        guide.step(11).picture().press("Thôi giữ nguyên hiện trạng").done();
        police.watch.heardNothing();
    }

    @Test
    @Walks("van-hoa-xa-hoi")
    void cultureAndSocialAffairsIsolateAndLock(Page page) {
        String code = attacked();
        Person cultureSocial = Person.loggedIn(page, "vanhoa");
        Walkthrough guide = new Walkthrough(cultureSocial, "van-hoa-xa-hoi");
        guide.step(1).press("Việc cần làm");
        guide.step(2).press("Việc đơn vị tôi chưa ai nhận");
        guide.step(3).pressCard("Cô lập hệ thống, thiết bị", code);
        guide.step(4).press("Nhận việc");
        guide.step(5);
        page.locator(".fjs-form-field-checklist input").first().check();
        new TasklistForm(page).write("Kết quả cô lập", "Đã rút mạng 02 máy, tắt chia sẻ thư mục.");
        guide.picture(new Tasklist(page).task()).complete("Hoàn thành");
        guide.step(6).pressCard("Khóa tài khoản, đổi mật khẩu", code);
        guide.step(7).press("Nhận việc");
        guide.step(8);
        new TasklistForm(page).write("Kết quả khóa, đổi mật khẩu", "Đã khóa 03 tài khoản.");
        guide.complete("Hoàn thành").done();
        cultureSocial.watch.heardNothing();
    }

    @Test
    @Walks("don-vi")
    void unitReportsAndAnswersWhenAsked(Page page) {
        Person unit = Person.loggedIn(page, "donvi");
        Walkthrough guide = new Walkthrough(unit, "don-vi");
        guide.step(1).press("Báo cáo sự cố");
        guide.step(2);
        new PageForm(page)
                .write("Tóm tắt sự cố", "Máy tính phòng khám không mở được hồ sơ bệnh án")
                .write("Mô tả sự cố", "Bấm vào tệp nào cũng báo hỏng, từ sáng nay.")
                .when("Thời điểm phát hiện", minutesAgo(45))
                .choose("Tin báo đến bằng cách nào", "Cán bộ tự phát hiện, nhập trực tiếp");
        guide.picture(page.locator("form.card")).press("Gửi báo cáo");
        String code = codeOf(page);
        others.complete(code, "acknowledge-report");
        others.complete(code, "verify-incident", Map.of("affectedUnit", "unitHealthStation"));
        unit.incident(code);
        guide.step(3).press("Việc cần làm");
        guide.step(4).press("Việc đơn vị tôi chưa ai nhận");
        guide.step(5).pressCard("Cung cấp thông tin cho việc xử lý", code);
        guide.step(6).press("Nhận việc");
        guide.step(7);
        new TasklistForm(page)
                .write("Tình hình tại đơn vị", "Hai máy ở phòng khám bị, máy phòng tiêm vẫn dùng được.")
                .write("Người liên hệ tại đơn vị", "Phạm Văn Bình, 0900 000 003");
        guide.picture(new Tasklist(page).task()).complete("Hoàn thành").done();
        unit.watch.heardNothing();
    }

    @Test
    @Walks("lanh-dao")
    void leadershipGivesDirection(Page page) {
        String code = attacked();
        others.complete(
                code, List.of("preserve-evidence", "isolate-systems", "secure-accounts", "keep-services-running"));
        others.complete(code, "confirm-classification", Map.of("severity", "serious"));
        others.complete(code, "choose-plan", Map.of("needsDirection", "yes"));
        Person leadership = Person.loggedIn(page, "lanhdao");
        Walkthrough guide = new Walkthrough(leadership, "lanh-dao");
        guide.step(1).press("Sổ theo dõi");
        guide.step(2).pressCode(code);
        guide.step(3).picture().press("Việc cần làm");
        guide.step(4).press("Việc đơn vị tôi chưa ai nhận");
        guide.step(5).pressCard("Chỉ đạo xử lý sự cố", code);
        guide.step(6).press("Nhận việc");
        guide.step(7);
        new TasklistForm(page)
                .write("Ý kiến chỉ đạo", "Đồng ý phương án. Ưu tiên khôi phục việc tiếp nhận hồ sơ trong ngày.")
                .write("Người phát ngôn", "Nguyễn Thị Lan, Văn phòng");
        guide.picture(new Tasklist(page).task()).complete("Hoàn thành").done();
        leadership.watch.heardNothing();
    }

    @Test
    @Walks("dieu-phoi")
    void coordinatorChasesWorkThatIsLate(Page page) {
        String code = lateIncident();
        Person coordinator = Person.loggedIn(page, "dieuphoi");
        Walkthrough guide = new Walkthrough(coordinator, "dieu-phoi");
        guide.step(1).press("Việc cần làm");
        guide.step(2).press("Việc đơn vị tôi chưa ai nhận");
        guide.step(3).pressCard("Đôn đốc việc chậm", code);
        guide.step(4).press("Nhận việc");
        guide.step(5);
        new TasklistForm(page)
                .choose("Xử lý việc chậm thế nào?", "Đôn đốc: nhắc nơi đang giữ việc làm ngay")
                .write("Lý do, nội dung chỉ đạo", "Văn phòng gọi lại cho người báo ngay, xong trước 10 giờ.");
        guide.picture(new Tasklist(page).task()).complete("Hoàn thành");
        guide.step(6).press("Trang chính");
        guide.step(7).press("Giám sát");
        guide.step(8).press("Quy trình");
        guide.step(9).press("Quy trình ứng cứu sự cố");
        new Cockpit(page).countsOfWhatRuns().first().waitFor();
        guide.step(10).picture();
        page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(code))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(new Cockpit(page).instanceId()).isNotEmpty();
        guide.done();
        coordinator.watch.heardNothing();
    }

    @Test
    @Walks("phan-tich")
    void analystLooksAtWhatRuns(Page page) {
        others.report(Map.of());
        Person analyst = Person.loggedIn(page, "phantich");
        Walkthrough guide = new Walkthrough(analyst, "phan-tich");
        guide.step(1).press("Giám sát");
        guide.step(2).press("Quy trình");
        guide.step(3).press("Quy trình ứng cứu sự cố");
        new Cockpit(page).countsOfWhatRuns().first().waitFor();
        guide.step(4).picture();
        guide.step(5).press("Quyết định");
        guide.step(6).picture().done();
        analyst.watch.heardNothing();
    }

    @Test
    @Walks("quan-tri")
    void administratorAddsSomebodyToAnOffice(Page page) {
        Person administrator = Person.loggedIn(page, "admin");
        Walkthrough guide = new Walkthrough(administrator, "quan-tri");
        guide.step(1).press("Quản trị");
        guide.step(2).press("Tạo người dùng mới");
        guide.step(3);
        page.getByLabel("Mã người dùng").fill("tuan");
        page.getByLabel("Mật khẩu*", new Page.GetByLabelOptions()).fill("Hai-Phong-2026");
        page.getByLabel("Mật khẩu (nhập lại)").fill("Hai-Phong-2026");
        page.getByLabel("Họ và tên đệm").fill("Ngô Anh");
        page.getByLabel("Tên*", new Page.GetByLabelOptions().setExact(true)).fill("Tuấn");
        guide.picture().press("Tạo người dùng mới");
        guide.step(4);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("tuan").setExact(true))
                .click();
        guide.step(5);
        page.locator(".ctn-sidebar, .sidebar-nav, aside")
                .getByText(guide.named("Nhóm"))
                .first()
                .click();
        guide.step(6).press("Thêm vào nhóm");
        guide.step(7);
        page.locator(".modal-dialog tr", new Page.LocatorOptions().setHasText("Công an xã"))
                .locator("input")
                .check();
        guide.picture(page.locator(".modal-content")).press("Thêm nhóm");
        guide.step(8).press("OK").done();
        // The demonstration has no rules for passwords, and Admin asks for them.
        administrator.watch.expected("/identity/password-policy");
        administrator.watch.heardNothing();
    }

    /** Reported and verified; the first steps are open. */
    private String attacked() {
        String code = others.report(Map.of(
                "title", RANSOM,
                "description", "Các tệp Word, Excel đổi đuôi .locked; màn hình hiện thông báo đòi tiền chuộc.",
                "reporterName", "Nguyễn Văn An, bộ phận Một cửa",
                "affectedSystem", "02 máy tính bộ phận Một cửa"));
        others.complete(code, "acknowledge-report");
        others.complete(code, "verify-incident", ATTACK);
        return code;
    }

    /** Reported hours ago, and nobody has taken it. */
    private String lateIncident() {
        Date now = ClockUtil.getCurrentTime();
        ClockUtil.setCurrentTime(Date.from(now.toInstant().minus(Duration.ofHours(3))));
        String code = others.report(Map.of("title", RANSOM));
        ClockUtil.reset();
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            management.executeJob(due.get(0).getId());
        }
        return code;
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .timers()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private static String codeOf(Page page) {
        assertThat(page).hasURL(Pattern.compile("/so-theo-doi/(SC-\\d{4}-\\d{4})$"));
        return page.url().replaceFirst(".*/", "");
    }
}
