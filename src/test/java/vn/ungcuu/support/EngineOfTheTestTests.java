package vn.ungcuu.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
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

        @Test
        void cockpitAndAdminAskTheDatabaseOfThisTest() {
            assertThat(Stream.of(
                                    Cockpit.getRuntimeDelegate().getCommandExecutor(engine.getName()),
                                    ((DefaultAdminRuntimeDelegate) Admin.getRuntimeDelegate())
                                            .getCommandExecutor(engine.getName()))
                            .map(asking -> asking.executeCommand(context ->
                                    context.getProcessEngineConfiguration().getDataSource())))
                    .containsOnly(engine.getProcessEngineConfiguration().getDataSource());
        }
    }
}
