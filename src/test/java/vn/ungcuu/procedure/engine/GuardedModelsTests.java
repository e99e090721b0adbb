package vn.ungcuu.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What an analyst's model can reach on the machine, tried as somebody would who has stolen his password. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
class GuardedModelsTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private String deployment;

    @AfterEach
    void takeBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
                "${''.class.name}",
                "${execution.class.classLoader}",
                "${execution.processEngineServices.identityService.newUser('x')}",
                "${execution.getProcessEngineServices().getRuntimeService()}",
                "${execution.processEngine}",
                "${execution.bpmnModelInstance}",
                "${execution.getBpmnModelElementInstance()}",
                "${execution.deleteCascade('x')}",
                "${execution.getTasks()}",
                "${dataSource.connection}",
                "${jdbcClient.sql('select 1')}",
                "${processEngine.repositoryService}",
                "${identityService.newUser('x')}",
                "${environment.getProperty('spring.datasource.password')}",
                "${applicationContext.getBean('dataSource')}",
                "${checklist.getClass()}",
                "${organization.class.protectionDomain}",
            })
    void expressionReachesNothingBeyondTheProcedure(String expression) {
        deployment = deploy(expression);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded-model"))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("guarded-model")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.setVariable('title', 'x'.concat('y'))}",
                "${execution.processBusinessKey}",
                "${execution.getCurrentActivityId()}",
                "${organization.unitOptions()}",
                "${list.size() == 1 and list[0] == 'a'}",
                "${now()}",
                "${dateTime().withTimeAtStartOfDay()}",
                "${empty execution.getVariable('nothing')}",
            })
    void expressionDoesWhatModelsAreFor(String expression) {
        deployment = deploy(expression);
        runtime.startProcessInstanceByKey(
                "guarded-model", Variables.createVariables().putValue("list", List.of("a")));
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("guarded-model")
                        .finished()
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "feel"})
    void noScriptRuns(String language) {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "guarded-model.bpmn",
                        Bpmn.createExecutableProcess("guarded-model")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .scriptTask()
                                .scriptFormat(language)
                                .scriptText("1 + 1")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("guarded-model"))
                .hasStackTraceContaining("không được dùng kịch bản");
    }

    @Test
    void listOfTasksReachesNothingBeyondItsFunctions() {
        assertThatThrownBy(() -> engine.getFilterService()
                        .list(engine.getFilterService()
                                .saveFilter(engine.getFilterService()
                                        .newTaskFilter("guarded")
                                        .setQuery(tasks.createTaskQuery()
                                                .taskAssigneeExpression("${''.getClass().getName()}")))
                                .getId()))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("không được dùng");
        engine.getFilterService()
                .createFilterQuery()
                .filterName("guarded")
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    }

    private String deploy(String expression) {
        return repository
                .createDeployment()
                .addModelInstance(
                        "guarded-model.bpmn",
                        Bpmn.createExecutableProcess("guarded-model")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask()
                                .camundaExpression(expression)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }
}
