package vn.ungcuu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class UngCuuApplicationTests {

    @Autowired
    ProcessEngine engine;

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Test
    void engineStartsWithFullHistoryAndAuthorization() {
        assertThat(configuration().getHistoryLevel().getName()).isEqualTo("full");
        assertThat(configuration().isAuthorizationEnabled()).isTrue();
        assertThat(configuration().isEnableHistoricInstancePermissions()).isTrue();
    }

    @Test
    void candidateMayWorkOnTaskButNotChangeIt() {
        assertThat(configuration().getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
    }

    @Test
    void modelsAreDeployedByOurOwnCodeAlone() {
        assertThat(engine.getRepositoryService().createDeploymentQuery().list())
                .extracting(Deployment::getSource)
                .containsOnly("ung-cuu");
    }

    @Test
    void testsRunInTheZoneOfTheProcedure() {
        assertThat(ZoneId.systemDefault()).isEqualTo(UngCuuApplication.ZONE);
    }
}
