package vn.ungcuu.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

class EngineOfTheTestTests {

    @Nested
    class InOneContext extends Contract {}

    @Nested
    @OnPostgres
    class InAnother extends Contract {}

    @SpringBootTest
    abstract static class Contract {

        @Autowired
        ProcessEngine engine;

        @Test
        void webFindsTheEngineOfThisTest() {
            assertThat(ProcessEngines.getDefaultProcessEngine()).isSameAs(engine);
        }
    }
}
