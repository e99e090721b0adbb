package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.CalendarYears;
import vn.ungcuu.deadline.Duty;
import vn.ungcuu.deadline.DutyRoster;

/** The page of the roster, and what the start page and the health say of roster and calendar. */
@SpringBootTest
@AutoConfigureMockMvc
class RosterPageTests {

    /** A Monday nobody reaches; the roster takes no duty that has ended. */
    private static final String WEEK = "2095-03-07";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    @Autowired
    MockMvc mvc;

    @Autowired
    DutyRoster roster;

    @Autowired
    DemoRoster demo;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @MockitoBean
    CalendarYears years;

    @BeforeEach
    void nobodyIsOnDuty() {
        jdbc.sql("delete from duty_roster").update();
        when(years.missing()).thenReturn(List.of());
    }

    @Test
    void rosterIsForThoseWhoSeeTheRegister() throws Exception {
        mvc.perform(get("/lich-truc").accept("text/html")).andExpect(redirectedUrlPattern("**/dang-nhap"));
        for (String reader : List.of("vanphong", "congan", "vanhoa", "donvi", "lanhdao", "dieuphoi")) {
            mvc.perform(as(reader, "/lich-truc")).andExpect(status().isOk());
            mvc.perform(as(reader, "/")).andExpect(content().string(containsString("href=\"/lich-truc\"")));
        }
        for (String stranger : List.of("phantich", "admin")) {
            mvc.perform(as(stranger, "/lich-truc")).andExpect(status().isForbidden());
            send(stranger, "office/vanphong", "07/03/2095 17:00", "08/03/2095 07:30")
                    .andExpect(status().isForbidden());
            mvc.perform(as(stranger, "/")).andExpect(content().string(not(containsString("href=\"/lich-truc\""))));
        }
        assertThat(roster.isEmpty()).isTrue();
    }

    @Test
    void weekShowsEachDayItsPartOfADuty() throws Exception {
        add("office", "vanphong", "11/03/2095 17:00", "14/03/2095 07:30");
        add("police", "congan", "08/03/2095 08:00", "09/03/2095 00:00");

        mvc.perform(as("donvi", "/lich-truc").param("ngay", "2095-03-10"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Tuần từ 07/03/2095 đến 13/03/2095"),
                                containsString("/lich-truc?ngay=2095-02-28"),
                                containsString("/lich-truc?ngay=2095-03-14"),
                                containsString("từ 17:00"),
                                containsString("cả ngày"),
                                containsString("08:00–24:00"),
                                not(containsString("đến 07:30</b>")))))
                .andExpect(content()
                        .string(allOf(
                                containsString("Nguyễn Thị Lan"),
                                containsString("Trần Văn Hùng"),
                                containsString("Trạm Y tế"),
                                containsString("Điều phối viên"),
                                not(containsString("Chuyên viên quy trình")),
                                not(containsString("Quản trị")))));
        mvc.perform(as("donvi", "/lich-truc").param("ngay", "14/03/2095"))
                .andExpect(content().string(containsString("đến 07:30</b>")));
    }

    @ParameterizedTest
    @CsvSource({
        "vanphong, office/vanphong, Nguyễn Thị Lan",
        "donvi,    unitHealthStation/donvi, Phạm Văn Bình",
        "lanhdao,  police/congan, Trần Văn Hùng",
        "dieuphoi, unitPrimarySchool/donvi2, Hoàng Thị Hoa",
        "dieuphoi, leadership/lanhdao, Đỗ Quang Minh",
    })
    void officesEnterTheirOwnLeadershipAndCoordinatorsEverybody(String person, String who, String name)
            throws Exception {
        send(person, who, "07/03/2095 17:00", "08/03/2095 07:30")
                .andExpect(redirectedUrl("/lich-truc?ngay=2095-03-07"))
                .andExpect(flash().attribute(
                                "done",
                                "Đã thêm vào lịch trực: " + name + ", từ 17:00 07/03/2095 đến 07:30 08/03/2095."));
        Duty duty = only();
        assertThat(duty.office() + "/" + duty.person()).isEqualTo(who);
        assertThat(duty.enteredBy()).isEqualTo(person);
    }

    @Test
    void formOffersOnlyWhomThePersonMayEnter() throws Exception {
        mvc.perform(as("congan", "/lich-truc"))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"police/congan\""),
                                not(containsString("value=\"office/vanphong\"")))));
        mvc.perform(as("dieuphoi", "/lich-truc"))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"police/congan\""),
                                containsString("value=\"office/vanphong\""),
                                containsString("value=\"unitHealthStation/donvi\""),
                                not(containsString("value=\"analysts/")))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
    @CsvSource({
        "vanphong, '',              07/03/2095 17:00, 08/03/2095 07:30, Chưa chọn người trực",
        "vanphong, office,          07/03/2095 17:00, 08/03/2095 07:30, Chưa chọn người trực",
        "vanphong, police/congan,   07/03/2095 17:00, 08/03/2095 07:30, Anh/chị chỉ xếp được lịch trực của đơn vị mình",
        "donvi,    unitPrimarySchool/donvi2, 07/03/2095 17:00, 08/03/2095 07:30, Anh/chị chỉ xếp được",
        "vanphong, office/congan,   07/03/2095 17:00, 08/03/2095 07:30, Người này không thuộc đơn vị đã chọn",
        "dieuphoi, nowhere/congan,  07/03/2095 17:00, 08/03/2095 07:30, Đơn vị này không có trong lịch trực",
        "dieuphoi, analysts/phantich, 07/03/2095 17:00, 08/03/2095 07:30, Đơn vị này không có trong lịch trực",
        "vanphong, office/vanphong, '',               08/03/2095 07:30, Chưa có lúc bắt đầu",
        "vanphong, office/vanphong, 07/03/2095 17:00, hôm sau,          “hôm sau” chưa đúng ngày",
        "vanphong, office/vanphong, 07/03/2095 17:00, 07/03/2095 07:30, kết thúc sau khi bắt đầu",
        "vanphong, office/vanphong, 07/03/2095 17:00, 07/05/2095 07:30, dài nhất là 31 ngày",
        "vanphong, office/vanphong, 07/03/2020 17:00, 08/03/2020 07:30, đã kết thúc trong quá khứ",
        "vanphong, office/vanphong, 07/03/+999999 17:00, 08/03/+999999 07:30, chưa đúng ngày",
    })
    void refusalSaysWhyAndKeepsWhatWasTyped(String person, String who, String from, String to, String why)
            throws Exception {
        send(person, who, from, to)
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("role=\"alert\""),
                                containsString(why),
                                containsString("Tuần từ 07/03/2095"),
                                containsString("name=\"tu\" value=\"" + from + "\""),
                                containsString("name=\"den\" value=\"" + to + "\""))));
        assertThat(roster.isEmpty()).isTrue();
    }

    @Test
    void refusedEntryKeepsThePersonAndPointsAtTheField() throws Exception {
        send("dieuphoi", "police/congan", "07/03/2095 17:00", "07/03/2095 07:30")
                .andExpect(content()
                        .string(allOf(
                                matchesPattern("(?s).*<option value=\"police/congan\" selected.*"),
                                containsString("aria-describedby=\"f-den-help f-den-error\""))));
    }

    @Test
    void dutyIsRemovedByThoseWhoMayEnterIt() throws Exception {
        add("police", "congan", "07/03/2095 17:00", "08/03/2095 07:30");
        long id = only().id();

        mvc.perform(as("vanphong", "/lich-truc").param("ngay", WEEK))
                .andExpect(content().string(not(containsString("/xoa"))));
        remove("vanphong", id).andExpect(status().isForbidden());
        mvc.perform(post("/lich-truc/" + id + "/xoa").with(user("congan"))).andExpect(status().isForbidden());
        assertThat(roster.find(id)).isPresent();

        mvc.perform(as("congan", "/lich-truc").param("ngay", WEEK))
                .andExpect(content()
                        .string(allOf(
                                containsString("action=\"/lich-truc/" + id + "/xoa\""),
                                containsString("Xóa ca trực của Trần Văn Hùng, từ 17:00 07/03/2095"),
                                containsString("Người nhập: Vũ Thị Thu"))));
        remove("congan", id)
                .andExpect(redirectedUrl("/lich-truc?ngay=" + WEEK))
                .andExpect(flash().attribute(
                                "done",
                                "Đã bỏ khỏi lịch trực: Trần Văn Hùng, từ 17:00 07/03/2095 đến 07:30 08/03/2095."));
        assertThat(roster.isEmpty()).isTrue();
    }

    @Test
    void dutyThatHasBegunEndsAndKeepsWhatHasBeen() throws Exception {
        Instant now = clock.instant();
        roster.add("police", "congan", now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), "dieuphoi");
        long id = roster.between(now, now.plusMillis(1)).get(0).id();

        remove("congan", id)
                .andExpect(flash().attribute(
                                "done",
                                containsString("Ca trực của Trần Văn Hùng đã kết thúc, chỉ còn lưu phần đã trực")));
        assertThat(roster.find(id)).isPresent();
        assertThat(roster.onDuty("police", clock.instant())).isEmpty();
    }

    @Test
    void secondRemovalIsToldSo() throws Exception {
        remove("dieuphoi", 4711)
                .andExpect(redirectedUrl("/lich-truc?ngay=" + WEEK))
                .andExpect(flash().attribute(
                                "sorry", "Ca trực này đã kết thúc hoặc đã được xóa trước đó. Hãy xem lại lịch trực."));
    }

    @Test
    void whoIsOnDutyNowIsSaidInWordsOnBothPages() throws Exception {
        Instant now = clock.instant();
        roster.add("police", "congan", now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), "dieuphoi");
        roster.add("office", "vanphong", now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)), "dieuphoi");

        mvc.perform(as("donvi", "/"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Đang trực"),
                                containsString("Trần Văn Hùng, đến "),
                                not(containsString("Nguyễn Thị Lan")))));
        mvc.perform(as("congan", "/lich-truc"))
                .andExpect(content()
                        .string(allOf(
                                matchesPattern(
                                        "(?s).*<span>Trần Văn Hùng</span>\\s*<span class=\"badge on-duty\">Đang trực.*"),
                                containsString("Kết thúc ngay"),
                                containsString("Hôm nay"))));
    }

    @Test
    void whoHasLeftTheOfficeIsMarked() throws Exception {
        add("office", "donvi", "07/03/2095 17:00", "08/03/2095 07:30");
        mvc.perform(as("vanphong", "/lich-truc").param("ngay", WEEK))
                .andExpect(content().string(containsString("Phạm Văn Bình (không còn thuộc đơn vị)")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngay=abc", "ngay=0001-01-01", "ngay=%2B999999999-12-31"})
    void nonsenseInTheAddressIsAnswered(String query) throws Exception {
        mvc.perform(get(URI.create("/lich-truc?" + query)).with(user("vanphong")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("không phải là ngày. Vui lòng nhập ngày, tháng, năm")));
    }

    @Test
    void demoFillsAnEmptyRosterOnlyOnce() {
        demo.afterSingletonsInstantiated();
        LocalDate monday =
                clock.instant().atZone(UngCuuApplication.ZONE).toLocalDate().with(DayOfWeek.MONDAY);
        List<Duty> filled = roster.between(start(monday), start(monday.plusDays(15)));
        assertThat(filled).extracting(Duty::person).containsOnly("vanphong", "congan", "vanhoa", "lanhdao", "dieuphoi");
        assertThat(filled)
                .allSatisfy(duty -> assertThat(identity.createUserQuery()
                                .memberOfGroup(duty.office())
                                .list())
                        .anyMatch(member -> member.getId().equals(duty.person())));

        roster.remove(filled.get(filled.size() - 1).id());
        demo.afterSingletonsInstantiated();
        assertThat(roster.between(start(monday), start(monday.plusDays(15)))).hasSize(filled.size() - 1);
    }

    @Test
    void missingYearOfTheCalendarIsToldToThoseWhoSeeToIt() throws Exception {
        when(years.missing()).thenReturn(List.of(2031));
        for (String person : List.of("dieuphoi", "lanhdao", "admin")) {
            mvc.perform(as(person, "/"))
                    .andExpect(content().string(containsString("Lịch làm việc chưa có ngày nghỉ lễ của năm 2031.")));
        }
        for (String person : List.of("vanphong", "donvi", "phantich")) {
            mvc.perform(as(person, "/")).andExpect(content().string(not(containsString("2031"))));
        }
    }

    @Test
    void completeCalendarIsNoNews() throws Exception {
        mvc.perform(as("dieuphoi", "/")).andExpect(content().string(not(containsString("Lịch làm việc chưa có"))));
    }

    @Test
    void missingYearIsAWarningInHealthAndLeavesTheNodeInService() throws Exception {
        when(years.missing()).thenReturn(List.of(2031));
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("WARNING"))
                .andExpect(jsonPath("$.components").doesNotExist());
        mvc.perform(get("/actuator/health").with(user("vanphong")))
                .andExpect(jsonPath("$.components").doesNotExist());
        mvc.perform(get("/actuator/health").with(user("admin")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.calendar.status").value("WARNING"))
                .andExpect(jsonPath("$.components.calendar.details.missingYears[0]")
                        .value(2031));
    }

    private ResultActions send(String person, String who, String from, String to) throws Exception {
        return mvc.perform(post("/lich-truc")
                .with(user(person))
                .with(csrf())
                .param("ngay", WEEK)
                .param("nguoi", who)
                .param("tu", from)
                .param("den", to));
    }

    private ResultActions remove(String person, long id) throws Exception {
        return mvc.perform(post("/lich-truc/" + id + "/xoa")
                .with(user(person))
                .with(csrf())
                .param("ngay", WEEK));
    }

    private void add(String office, String person, String from, String to) {
        roster.add(office, person, at(from), at(to), "dieuphoi");
    }

    private Duty only() {
        List<Duty> duties = roster.between(at("01/01/2095 00:00"), at("01/01/2096 00:00"));
        assertThat(duties).hasSize(1);
        return duties.get(0);
    }

    private static MockHttpServletRequestBuilder as(String userId, String page) {
        return get(page).accept("text/html").with(user(userId));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local, TYPED).atZone(UngCuuApplication.ZONE).toInstant();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(UngCuuApplication.ZONE).toInstant();
    }
}
