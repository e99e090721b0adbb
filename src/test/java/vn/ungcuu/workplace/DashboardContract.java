package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import vn.ungcuu.support.ManyIncidents;

@SpringBootTest
@AutoConfigureMockMvc
@Import(ManyIncidents.class)
abstract class DashboardContract {

    @Autowired
    MockMvc mvc;

    @Autowired
    ManyIncidents many;

    private static boolean filled;

    @BeforeEach
    void someOfEverything() {
        if (many.open(0).isEmpty() && !filled) {
            many.open(90);
            many.closed(90);
        }
    }

    @Test
    void namesAreThoseOfTheContract() throws Exception {
        JsonNode dashboard = dashboard("dieuphoi");

        assertThat(fields(dashboard))
                .containsExactly("at", "open", "drills", "stages", "tasks", "offices", "months", "times");
        assertThat(OffsetDateTime.parse(dashboard.get("at").asText()).getOffset())
                .hasToString("+07:00");
        assertThat(fields(dashboard.get("open"))).containsExactly("count", "path");
        assertThat(dashboard.get("stages").findValuesAsText("id")).containsExactlyElementsOf(Words.STAGES);
    }

    JsonNode dashboard(String who) throws Exception {
        return new ObjectMapper()
                .readTree(mvc.perform(get("/api/dashboard").with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<String> fields(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "congan", "vanhoa", "donvi", "phantich", "admin"})
    void isForCoordinatorsAndLeadershipOnly(String other) throws Exception {
        mvc.perform(get("/api/dashboard").with(user(other))).andExpect(status().isForbidden());
    }
}
