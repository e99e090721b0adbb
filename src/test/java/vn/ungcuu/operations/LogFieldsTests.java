package vn.ungcuu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.ungcuu.procedure.Refusal;

@ExtendWith(OutputCaptureExtension.class)
class LogFieldsTests {

    @Test
    void requestLogsWhoAsksAndForWhichIncidentAndLeavesNothingBehind() throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/so-theo-doi/SC-2026-0001/bo-sung");
        request.setRemoteUser("vanphong");
        Map<String, String> during = new HashMap<>();

        new LogFields()
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (asked, answer) -> during.putAll(MDC.getCopyOfContextMap()));

        assertThat(during).containsEntry("userId", "vanphong").containsEntry("incident", "SC-2026-0001");
        assertThat(MDC.get("userId")).isNull();
        assertThat(MDC.get("incident")).isNull();
    }

    @Test
    void refusalIsOneLineAndFaultKeepsItsStack(CapturedOutput output) {
        ShortRefusals filter = new ShortRefusals();
        filter.install();
        try {
            var engine = LoggerFactory.getLogger("org.camunda.bpm.engine.context");
            engine.error("while closing", new IllegalStateException(new Refusal("Chưa nhập tóm tắt.")));
            engine.error("while closing", new IllegalStateException("a fault"));
            LoggerFactory.getLogger("org.camunda.bpm.engine.rest.exception")
                    .warn("ENGINE-REST-HTTP404 no policy\n\tat somewhere");
        } finally {
            filter.remove();
        }
        assertThat(output.getOut())
                .contains("Refused: Chưa nhập tóm tắt.")
                .doesNotContain(Refusal.class.getName())
                .contains("java.lang.IllegalStateException: a fault")
                .contains("ENGINE-REST-HTTP404 no policy")
                .doesNotContain("at somewhere");
    }
}
