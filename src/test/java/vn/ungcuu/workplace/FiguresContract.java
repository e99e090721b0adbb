package vn.ungcuu.workplace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Selection;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.support.ManyIncidents;

/** Dashboard, register, open work and statistics over a register with something of everything in it. */
@SpringBootTest(properties = "test.application=figures")
@AutoConfigureMockMvc
@Import(ManyIncidents.class)
abstract class FiguresContract {

    private static final int ENOUGH = 70;
    private static final Pattern LINK = Pattern.compile("href=\"(/so-theo-doi\\?[^\"]+)\">(\\d+)</a>");
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\">");
    private static final Pattern TOTAL = Pattern.compile("role=\"status\">(\\d+) (sự cố|việc)");

    @Autowired
    MockMvc mvc;

    @Autowired
    ManyIncidents many;

    @Autowired
    StatisticsFile file;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void someOfEverything() {
        if (jdbc.queryForObject("select count(*) from incident", Long.class) == 0) {
            many.open(ENOUGH);
            many.closed(ENOUGH);
        }
    }

    @Test
    void theNamesAreThoseOfTheContract() throws Exception {
        JsonNode dashboard = dashboard("dieuphoi");

        assertThat(names(dashboard))
                .containsExactly("at", "open", "drills", "stages", "tasks", "offices", "months", "times");
        assertThat(OffsetDateTime.parse(dashboard.get("at").asText()).getOffset())
                .hasToString("+07:00");
        assertThat(names(dashboard.get("open"))).containsExactly("count", "path");
        assertThat(names(dashboard.get("drills"))).containsExactly("count", "path");
        assertThat(names(dashboard.at("/stages/0")))
                .containsExactly("id", "name", "total", "serious", "ordinary", "unclassified");
        assertThat(texts(dashboard.get("stages"), "id")).isEqualTo(Words.STAGES);
        assertThat(names(dashboard.get("tasks"))).containsExactly("overdue", "unclaimed", "unclaimedOverdue", "held");
        assertThat(names(dashboard.at("/offices/0"))).containsExactly("id", "name", "open", "unclaimed", "overdue");
        assertThat(texts(dashboard.get("offices"), "id"))
                .containsExactlyInAnyOrder(
                        "office", "police", "cultureSocial", "unitHealthStation", "unitPrimarySchool", "leadership");
        assertThat(names(dashboard.at("/months/0"))).containsExactly("month", "name", "reported", "closed");
        assertThat(dashboard.get("months")).hasSize(12);
        YearMonth present = YearMonth.from(clock.instant().atZone(UngCuuApplication.ZONE));
        assertThat(dashboard.at("/months/11/month").asText()).isEqualTo(present.toString());
        assertThat(names(dashboard.at("/times/0")))
                .containsExactly("id", "name", "count", "mean", "median", "p90", "path");
        assertThat(texts(dashboard.get("times"), "id")).containsExactly("acknowledge", "contain", "close");
    }

    @Test
    void mostLoadedOfficesComeFirst() throws Exception {
        List<Long> loads = new ArrayList<>();
        dashboard("lanhdao")
                .get("offices")
                .forEach(office -> loads.add(office.at("/open/count").asLong()));

        assertThat(loads).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(loads).last().isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dieuphoi", "lanhdao"})
    void everyNumberOfTheDashboardIsAsLongAsItsList(String who) throws Exception {
        Map<String, Long> numbers = new LinkedHashMap<>();
        collect(dashboard(who), numbers);

        assertThat(numbers.values()).filteredOn(count -> count > 0).hasSizeGreaterThan(30);
        assertThat(lengths(who, numbers)).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?tu=2000-01-01&den=2009-12-31"})
    void everyNumberOfTheStatisticsIsAsLongAsItsList(String range) throws Exception {
        Matcher link = LINK.matcher(page("dieuphoi", "/thong-ke" + range, 200));
        Map<String, Long> numbers = new LinkedHashMap<>();
        while (link.find()) {
            numbers.put(link.group(1).replace("&amp;", "&"), Long.valueOf(link.group(2)));
        }

        assertThat(numbers).hasSizeGreaterThan(5);
        assertThat(lengths("dieuphoi", numbers)).isEqualTo(numbers);
    }

    @Test
    void drillsAreCountedInNoOtherNumber() throws Exception {
        JsonNode dashboard = dashboard("dieuphoi");
        long real = jdbc.queryForObject(
                "select count(*) from incident where status = 'open' and not drill and not restricted", Long.class);
        long drills = jdbc.queryForObject(
                "select count(*) from incident where status = 'open' and drill and not restricted", Long.class);

        assertThat(drills).isPositive();
        assertThat(dashboard.at("/open/count").asLong()).isEqualTo(real);
        assertThat(dashboard.at("/drills/count").asLong()).isEqualTo(drills);
        long work = 0;
        for (JsonNode office : dashboard.get("offices")) {
            work += office.at("/open/count").asLong();
        }
        assertThat(work).isEqualTo(real);
    }

    @Test
    void whatAViewerMayNotSeeIsNotCountedForHim() throws Exception {
        assertThat(rows("dieuphoi", "/so-theo-doi?dien-tap=khong"))
                .isEqualTo(jdbc.queryForObject(
                        "select count(*) from incident where not drill and not restricted", Long.class));
        assertThat(jdbc.queryForObject("select count(*) from incident where restricted", Long.class))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "congan", "vanhoa", "donvi", "phantich", "admin"})
    void figuresAreForCoordinatorsAndLeadershipOnly(String other) throws Exception {
        for (String path :
                List.of("/api/dashboard", "/viec-dang-mo", "/thong-ke", "/thong-ke.csv", "/thong-ke/su-co.csv")) {
            mvc.perform(get(path).with(user(other))).andExpect(status().isForbidden());
        }
        assertThat(page(other, "/", 200)).doesNotContain("/thong-ke");
    }

    @Test
    void nobodyGetsFiguresWithoutLoggingIn() throws Exception {
        mvc.perform(get("/api/dashboard")).andExpect(status().isUnauthorized());
        mvc.perform(get("/thong-ke.csv").accept("text/html")).andExpect(status().is3xxRedirection());
    }

    @Test
    void registerMarksIncidentsWhoseWorkIsLateHeldOrUntaken() throws Exception {
        String late = jdbc.queryForList("""
                        select i.code from incident i join watched_task w on w.incident_code = i.code
                        join ACT_RU_TASK t on t.ID_ = w.task_id
                        where w.finish_by < ? and t.ASSIGNEE_ is null and not i.restricted""", String.class, clock.instant().atOffset(ZoneOffset.UTC))
                .get(0);
        assertThat(page("dieuphoi", "/so-theo-doi?tim=" + late, 200))
                .contains("1 việc quá hạn", "1 việc chưa ai nhận")
                .doesNotContain("việc tạm dừng");
        assertThat(page("dieuphoi", "/so-theo-doi?tinh-trang=mo", 200)).contains("1 việc tạm dừng");
        assertThat(page("dieuphoi", "/so-theo-doi?tinh-trang=dong", 200)).doesNotContain("việc quá hạn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/so-theo-doi?tu=hom-qua",
                "/so-theo-doi?tu=2026-05-02&den=2026-05-01",
                "/so-theo-doi?dong-tu=2026-05-02&dong-den=2026-05-01",
                "/so-theo-doi?con-mo=2026-02-30",
                "/so-theo-doi?nam=hai",
                "/so-theo-doi?trang=abc",
                "/so-theo-doi?ket-qua=xong",
                "/so-theo-doi?moc=xong",
                "/so-theo-doi?dien-tap=maybe",
                "/so-theo-doi?tinh-trang=maybe",
                "/viec-dang-mo?tinh-trang=maybe",
                "/viec-dang-mo?trang=abc",
                "/thong-ke?tu=abc",
                "/thong-ke?tu=2026-05-02&den=2026-05-01",
                "/thong-ke?tu=2001-01-01&den=2026-05-01",
                "/thong-ke?den=99999-05-01"
            })
    void wrongInputIsAnsweredWithASentence(String path) throws Exception {
        assertThat(page("dieuphoi", path, 400)).containsPattern("role=\"alert\">[^<]*Vui lòng [^<]+\\.</p>");
    }

    @Test
    void whatWasTypedStays() throws Exception {
        assertThat(page("dieuphoi", "/so-theo-doi?tim=may&tu=02/05/2026&den=01/05/2026&giai-doan=classify", 400))
                .contains("value=\"may\"", "value=\"02/05/2026\"", "value=\"01/05/2026\"")
                .contains("<option value=\"classify\" selected=\"selected\">Phân loại</option>");
        assertThat(page("dieuphoi", "/thong-ke?tu=02/05/2026&den=01/05/2026", 400))
                .contains("value=\"02/05/2026\"", "value=\"01/05/2026\"");
    }

    @Test
    void statisticsFileIsReadBackAsThePageShowsIt() throws Exception {
        jdbc.update(
                "update incident set affected_system = ? where code = (select min(code) from incident"
                        + " where not drill and not restricted)",
                "=HYPERLINK(\"http://xau\");\"Một cửa\"");
        List<CSVRecord> rows = csv("/thong-ke.csv?tu=2019-01-01&den=2028-12-31");

        assertThat(rows).allMatch(row -> row.size() == 6);
        Map<String, String> numbers = new HashMap<>();
        rows.forEach(row -> numbers.put(row.get(0) + "/" + row.get(1), row.get(2)));
        assertThat(numbers)
                .containsEntry(
                        "Tổng số/Được báo trong kỳ",
                        jdbc.queryForObject(
                                "select count(*) from incident where not drill and not restricted", String.class))
                .containsEntry("Theo hệ thống, thiết bị/'=HYPERLINK(\"http://xau\");\"Một cửa\"", "1");
    }

    @Test
    void incidentsFileHasOneLinePerIncidentTheViewerSees() throws Exception {
        List<CSVRecord> rows = csv("/thong-ke/su-co.csv?tu=2019-01-01&den=2028-12-31");

        assertThat(rows.get(0).get(0)).isEqualTo("Mã hồ sơ");
        assertThat(rows.stream().skip(1).map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(jdbc.queryForList(
                        "select code from incident where not drill and not restricted", String.class));
    }

    @Test
    void incidentsFileIsOfOneMoment() throws Exception {
        List<Integer> isolations = new ArrayList<>();
        file.writeIncidents(Selection.all(), new Viewer(Set.of(), true), new StringWriter() {
            @Override
            public void write(String text) {
                isolations.add(TransactionSynchronizationManager.getCurrentTransactionIsolationLevel());
                super.write(text);
            }
        });

        assertThat(isolations).isNotEmpty().containsOnly(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private List<CSVRecord> csv(String path) throws Exception {
        byte[] bytes = mvc.perform(get(path).with(user("dieuphoi")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = new String(bytes, UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CSVFormat.EXCEL
                .builder()
                .setDelimiter(';')
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
    }

    private Map<String, Long> lengths(String who, Map<String, Long> numbers) throws Exception {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (String path : numbers.keySet()) {
            lengths.put(path, rows(who, path));
        }
        return lengths;
    }

    /** Every pair of count and path, however deep. */
    private static void collect(JsonNode node, Map<String, Long> numbers) {
        if (node.has("count") && node.has("path")) {
            numbers.put(node.get("path").asText(), node.get("count").asLong());
        }
        node.forEach(child -> collect(child, numbers));
    }

    /** Turns all pages of a list and counts. */
    private long rows(String who, String path) throws Exception {
        long rows = 0;
        long onPage;
        int number = 1;
        String html;
        do {
            html = page(who, path + (number == 1 ? "" : "&trang=" + number), 200);
            onPage = ROW.matcher(html).results().count();
            rows += onPage;
            number++;
        } while (html.contains("rel=\"next\""));
        Matcher total = TOTAL.matcher(html);
        assertThat(total.find() ? Long.parseLong(total.group(1)) : 0).as(path).isEqualTo(rows);
        return rows;
    }

    private JsonNode dashboard(String who) throws Exception {
        return new ObjectMapper().readTree(page(who, "/api/dashboard", 200));
    }

    private String page(String who, String path, int expected) throws Exception {
        return mvc.perform(get(URI.create(path)).with(user(who)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode nodes, String name) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.get(name).asText()));
        return texts;
    }
}
