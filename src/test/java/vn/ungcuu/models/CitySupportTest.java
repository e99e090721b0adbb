package vn.ungcuu.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitySupportTest extends ProcessStory {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = measuring(List.of());

    CitySupportTest() {
        super(ENGINE, "city-support", List.of(), List.of());
    }

    @Test
    void nobodyWaitsForTheCityBeforeTheRequestIsSent() {
        start();

        waitsFor("send-support-request");
        assertThat(instance).isNotWaitingFor("support-answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guidance", "remote", "on-site"})
    void supportOfAnyKindIsFollowedToItsEnd(String answer) {
        start();
        office("send-support-request");
        assertThat(instance).isWaitingFor("support-answered");
        waitsFor();

        message("support-answered", "supportAnswer", answer);
        office("follow-support");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("send-support-request", "support-answered", "follow-support", "support-completed")
                .hasNotPassed("support-declined");
    }

    @Test
    void whatTheCityDeclinesEndsTheRequestWithoutAnyFurtherWork() {
        start();
        office("send-support-request");
        message("support-answered", "supportAnswer", "declined");

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("send-support-request", "support-answered", "support-declined")
                .hasNotPassed("follow-support", "support-completed");
    }
}
