package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(People.class)
class ProcedureTests {

    @Autowired
    People people;

    @Test
    void incidentIsHandledFromReportToClosure() {
        String code = people.respond(Map.of(), "ordinary");
        people.handle(code);
        people.complete(code, "summarise-incident");
        people.complete(code, "approve-closure");
        assertThat(people.incident(code).open()).isFalse();
    }
}
