package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.ManyIncidents;
import vn.ungcuu.support.OnPostgres;

/** What the figures cost when the register is full. */
@SpringBootTest
@AutoConfigureMockMvc
@OnPostgres
@Import({ManyIncidents.class, CountingDataSource.OfTheTest.class})
class CostOfFiguresTests {

    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int SECOND = 1000;

    /** How many times longer than promised a busy machine may take. */
    private static final int PATIENCE = 3;

    private static final int TRIES = 3;

    private static final List<String> PAGES =
            List.of("/", "/api/dashboard", "/thong-ke", "/viec-dang-mo", "/so-theo-doi");

    @Autowired
    MockMvc mvc;

    @Autowired
    ManyIncidents many;

    @Autowired
    DataSource source;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void tenThousandOpenIncidentsTakeNoMoreStatementsThanTenAndNoMoreThanASecond() throws Exception {
        many.open(FEW);
        PAGES.forEach(this::millisOf);
        Map<String, Long> few = statements();
        many.open(MANY - FEW);
        jdbc.execute("analyze");
        PAGES.forEach(this::millisOf);
        Map<String, Long> full = statements();

        assertThat(full).isEqualTo(few);
        Map<String, Long> millis = new LinkedHashMap<>();
        PAGES.forEach(page -> millis.put(page, millisOf(page)));
        assertThat(millis).allSatisfy((page, took) -> assertThat(took).as(page).isLessThan((long) SECOND * PATIENCE));
    }

    /** The least of some tries: now and then a request also asks what is asked once a minute only. */
    private Map<String, Long> statements() {
        CountingDataSource counter = (CountingDataSource) source;
        Map<String, Long> statements = new LinkedHashMap<>();
        for (String page : PAGES) {
            for (int i = 0; i < TRIES; i++) {
                CountingDataSource.Count before = counter.count();
                millisOf(page);
                statements.merge(page, counter.count().since(before).statements(), Math::min);
            }
        }
        return statements;
    }

    private long millisOf(String page) {
        long start = System.nanoTime();
        try {
            mvc.perform(get(page).with(user("dieuphoi"))).andExpect(status().isOk());
        } catch (Exception e) {
            throw new IllegalStateException(page, e);
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
