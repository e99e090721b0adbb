package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.procedure.engine.DeploymentLock;

@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
abstract class ModelDeploymentContract {

    static final String DIAGRAM = "own-process.bpmn";
    private static final String FORM = "own-task.form";

    @Autowired
    RepositoryService repository;

    @Autowired
    DeploymentLock lock;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, byte[]> models = new LinkedHashMap<>();

    @BeforeEach
    void firstStart() throws Exception {
        packaged(DIAGRAM, diagram("v1"));
        packaged(FORM, form("v1"));
        start();
    }

    @AfterEach
    void forget() {
        // What the application itself deployed when the context started stays.
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> !isOurs(deployment) || contains(deployment, DIAGRAM, FORM))
                .forEach(this::delete);
    }

    @Test
    void firstStartDeploysEverything() throws Exception {
        assertThat(version()).isEqualTo(1);
        assertThat(newest(FORM)).contains("v1");
    }

    @Test
    void startWithUnchangedModelsDeploysNothing() throws Exception {
        long before = repository.createDeploymentQuery().count();
        start();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void newPackagedVersionOfOneModelIsDeployedAlone() throws Exception {
        packaged(FORM, form("v2"));
        start();
        assertThat(version()).isEqualTo(1);
        assertThat(newest(FORM)).contains("v2");
    }

    @Test
    void analystsNewerDiagramIsNeverSuperseded(CapturedOutput output) throws Exception {
        analystDeploys(DIAGRAM, diagram("of the analyst"));
        packaged(DIAGRAM, diagram("v2"));
        start();
        assertThat(version()).isEqualTo(2);
        assertThat(output).contains("THE PACKAGED VERSION OF " + DIAGRAM);
    }

    @Test
    void analystsDiagramSavedUnderAnotherFileNameIsRecognised(CapturedOutput output) throws Exception {
        analystDeploys("ban-moi-cua-toi.bpmn", diagram("of the analyst"));
        packaged(DIAGRAM, diagram("v2"));
        start();
        assertThat(version()).isEqualTo(2);
        assertThat(output).contains("THE PACKAGED VERSION OF " + DIAGRAM);
    }

    @Test
    void analystsNewerFormIsNeverSuperseded(CapturedOutput output) throws Exception {
        analystDeploys(FORM, form("of the analyst"));
        packaged(FORM, form("v2"));
        start();
        assertThat(newest(FORM)).contains("of the analyst");
        assertThat(output).contains("THE PACKAGED VERSION OF " + FORM);
    }

    @Test
    void analystsVersionCausesNoWarningWhileThePackagedOneStaysTheSame(CapturedOutput output) throws Exception {
        analystDeploys(DIAGRAM, diagram("of the analyst"));
        start();
        assertThat(version()).isEqualTo(2);
        assertThat(output).doesNotContain("THE PACKAGED VERSION OF " + DIAGRAM);
    }

    @Test
    void afterTheAnalystTookHisVersionBackOursIsRenewedAgain() throws Exception {
        delete(analystDeploys(DIAGRAM, diagram("of the analyst")));
        packaged(DIAGRAM, diagram("v2"));
        start();
        assertThat(newest(DIAGRAM)).contains("v2");
    }

    final void packaged(String name, String content) {
        models.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    final void start() throws IOException {
        PackagedModels packaged = mock();
        when(packaged.byFileName()).thenReturn(models);
        new ModelDeployment(packaged, repository, lock, transaction).afterSingletonsInstantiated();
    }

    private Deployment analystDeploys(String name, String content) {
        return repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(name, content)
                .deploy();
    }

    final int version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("own-process")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String newest(String name) throws IOException {
        Deployment newest = repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(deployment -> contains(deployment, name))
                .findFirst()
                .orElseThrow();
        return new String(repository.getResourceAsStream(newest.getId(), name).readAllBytes(), StandardCharsets.UTF_8);
    }

    private boolean contains(Deployment deployment, String... names) {
        List<String> held = repository.getDeploymentResourceNames(deployment.getId());
        return Arrays.stream(names).anyMatch(held::contains);
    }

    private static boolean isOurs(Deployment deployment) {
        return ModelDeployment.SOURCE.equals(deployment.getSource());
    }

    private void delete(Deployment deployment) {
        repository.deleteDeployment(deployment.getId(), true);
    }

    static String diagram(String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions"
                    targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="own-process" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="started"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(name);
    }

    private static String form(String title) {
        return """
                {"id": "own-task", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "text", "id": "title", "text": "%s"}]}
                """.formatted(title);
    }
}
