package vn.ungcuu.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.ungcuu.ForModels;
import vn.ungcuu.procedure.CompletingTask;
import vn.ungcuu.procedure.Refusal;
import vn.ungcuu.procedure.TaskCompletion;

/** Whichever way a task is completed: the same check, in one transaction with whoever records it. */
@SpringBootTest
class CheckedCompletionTests {

    enum Way {
        COMPLETE {
            @Override
            void go(CheckedCompletionTests test, String task, Map<String, Object> values) {
                test.tasks.complete(task, values);
            }
        },
        COMPLETE_RETURNING {
            @Override
            void go(CheckedCompletionTests test, String task, Map<String, Object> values) {
                test.tasks.completeWithVariablesInReturn(task, values, false);
            }
        },
        SUBMIT {
            @Override
            void go(CheckedCompletionTests test, String task, Map<String, Object> values) {
                test.forms.submitTaskForm(task, values);
            }
        },
        SUBMIT_RETURNING {
            @Override
            void go(CheckedCompletionTests test, String task, Map<String, Object> values) {
                test.forms.submitTaskFormWithVariablesInReturn(task, values, false);
            }
        };

        abstract void go(CheckedCompletionTests test, String task, Map<String, Object> values);
    }

    @TestConfiguration
    static class Observing {

        @Bean
        Observer observer() {
            return new Observer();
        }

        @Bean
        @ForModels
        JavaDelegate refusing() {
            return execution -> {
                throw new Refusal("Chưa đóng được hồ sơ.");
            };
        }
    }

    static class Observer implements TaskCompletion {

        private static final Set<String> OWN_TASKS = Set.of("ask", "formless");

        final List<String> seen = new ArrayList<>();
        Map<String, Object> values;
        CompletingTask task;
        Consumer<String> also = moment -> {};

        @Override
        public void completing(CompletingTask completing, Map<String, Object> checked) {
            if (OWN_TASKS.contains(completing.taskKey())) {
                seen.add("completing");
                values = checked;
                task = completing;
                also.accept("completing");
            }
        }

        @Override
        public void completed(CompletingTask completed, Map<String, Object> checked) {
            if (OWN_TASKS.contains(completed.taskKey())) {
                seen.add("completed");
                also.accept("completed");
            }
        }
    }

    private static final String LONG = "Tràng giang đại hải. ".repeat(500);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    Observer observer;

    private final List<String> deployments = new ArrayList<>();
    private String instance;
    private String task;

    @BeforeEach
    void taskWithForm() {
        deployments.add(repository
                .createDeployment()
                .addModelInstance(
                        "checked.bpmn",
                        Bpmn.createExecutableProcess("checked")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent("start")
                                .userTask("ask")
                                .name("Hỏi")
                                .camundaCandidateGroups("office")
                                .camundaFormRef("ask-in-test")
                                .camundaFormRefBinding("latest")
                                .userTask("formless")
                                .serviceTask("refuse")
                                .camundaDelegateExpression("${refusing}")
                                .endEvent()
                                .done())
                .addString("ask-in-test.form", form("\"validate\": {\"maxLength\": 20000}"))
                .deploy()
                .getId());
        start(Map.of(
                "steps",
                SpinValues.jsonValue("[{\"label\": \"Một\", \"value\": \"one\"}]")
                        .create()));
        observer.seen.clear();
        observer.also = moment -> {};
    }

    private void start(Map<String, Object> variables) {
        instance = runtime.startProcessInstanceByKey("checked", "own-process-1", variables)
                .getId();
        task = task().getId();
    }

    private static String form(String text) {
        return """
            {"id": "ask-in-test", "type": "default", "components": [
              {"type": "textarea", "id": "a", "key": "said", "label": "Nội dung", %s},
              {"type": "select", "id": "b", "key": "level", "label": "Cấp độ", "values": [{"label": "Hai", "value": 2}]},
              {"type": "checklist", "id": "c", "key": "done", "label": "Việc đã làm", "valuesKey": "steps"},
              {"type": "radio", "id": "d", "key": "answer", "label": "Trả lời", "validate": {"required": true},
                "values": [{"label": "Có", "value": "yes"}, {"label": "Không", "value": "no"}]}
            ]}""".formatted(text);
    }

    @AfterEach
    void forget() {
        identity.clearAuthentication();
        deployments.forEach(id -> repository.deleteDeployment(id, true));
        deployments.clear();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private long historySize() {
        return history.createHistoricDetailQuery().processInstanceId(instance).count();
    }

    private void assertNothingHappened(long historyBefore) {
        assertThat(task().getTaskDefinitionKey()).isEqualTo("ask");
        assertThat(runtime.getVariables(instance)).containsOnlyKeys("steps");
        assertThat(historySize()).isEqualTo(historyBefore);
    }

    @ParameterizedTest
    @EnumSource
    void badInputLeavesNoTrace(Way way) {
        long before = historySize();
        assertThatThrownBy(() -> way.go(this, task, Map.of("said", "x", "answer", "maybe")))
                .isExactlyInstanceOf(Refusal.class)
                .hasMessageStartingWith("Mục “Trả lời”");
        assertThatThrownBy(() -> way.go(this, task, Map.of("answer", "yes", "severity", "ordinary")))
                .isExactlyInstanceOf(Refusal.class);
        assertThatThrownBy(() -> way.go(this, task, null)).isExactlyInstanceOf(Refusal.class);
        assertNothingHappened(before);
        assertThat(observer.seen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goodInputIsKeptNormalised(Way way) {
        way.go(
                this,
                task,
                Variables.createVariables()
                        .putValue("said", "  " + LONG)
                        .putValue("level", "2")
                        .putValueTyped("done", SpinValues.jsonValue("[\"one\"]").create())
                        .putValue("answer", "yes"));
        assertThat(task().getTaskDefinitionKey()).isEqualTo("formless");
        assertThat(runtime.getVariable(instance, "said")).isEqualTo(LONG.strip());
        assertThat(runtime.getVariable(instance, "level")).isEqualTo(2);
        assertThat(runtime.getVariableTyped(instance, "done").getType().getName())
                .isEqualTo("json");
        assertThat(runtime.getVariable(instance, "done")).hasToString("[\"one\"]");
        assertThat(observer.seen).containsExactly("completing", "completed");
        assertThat(observer.values).containsEntry("done", List.of("one")).containsEntry("level", 2);
        assertThat(observer.task)
                .extracting(
                        CompletingTask::taskKey,
                        CompletingTask::businessKey,
                        CompletingTask::candidateGroup,
                        CompletingTask::formKey)
                .containsExactly("ask", "own-process-1", "office", "ask-in-test");
    }

    @ParameterizedTest
    @EnumSource
    void strangerIsTurnedAwayBeforeTheFormIsLookedAt(Way way) {
        long before = historySize();
        identity.setAuthentication("stranger", List.of("cultureSocial"));
        assertThatThrownBy(() -> way.go(this, task, Map.of("answer", "maybe")))
                .isInstanceOf(AuthorizationException.class);
        identity.setAuthentication("officer", List.of("office"));
        assertThatThrownBy(() -> way.go(this, task, Map.of("answer", "maybe"))).isInstanceOf(Refusal.class);
        identity.clearAuthentication();
        assertNothingHappened(before);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRecordCannotTakeUndoesTheCompletion(Way way) {
        long before = historySize();
        observer.also = moment -> {
            if (moment.equals("completed")) {
                throw new IllegalStateException("the record is full");
            }
        };
        assertThatThrownBy(() -> way.go(this, task, Map.of("answer", "yes"))).hasMessage("the record is full");
        assertNothingHappened(before);
    }

    @Test
    void collisionIsTriedAgainWithoutTheUserKnowing() {
        List<String> collisions = new ArrayList<>(List.of("a timer fired"));
        observer.also = moment -> {
            if (moment.equals("completed") && !collisions.isEmpty()) {
                throw new OptimisticLockingException(collisions.remove(0));
            }
        };
        tasks.complete(task, Map.of("answer", "yes"));
        assertThat(task().getTaskDefinitionKey()).isEqualTo("formless");
        assertThat(observer.seen).containsExactly("completing", "completed", "completing", "completed");
    }

    @Test
    void rulesAreThoseOfTheFormDeployedLast() {
        tasks.complete(task, Map.of("answer", "yes"));
        start(Map.of());
        deployments.add(repository
                .createDeployment()
                .addString("ask-in-test.form", form("\"validate\": {\"required\": true}"))
                .deploy()
                .getId());
        assertThatThrownBy(() -> tasks.complete(task, Map.of("answer", "yes")))
                .hasMessageStartingWith("Mục “Nội dung”");
    }

    @Test
    void taskWithoutFormTakesNothingAlong() {
        tasks.complete(task, Map.of("answer", "yes"));
        assertThatThrownBy(() -> tasks.complete(task().getId(), Map.of("drill", true)))
                .isExactlyInstanceOf(Refusal.class)
                .hasMessageContaining("không có biểu mẫu");
        assertThat(runtime.getVariables(instance)).doesNotContainKey("drill");
    }

    @Test
    void refusalFromInsideTheModelArrivesBare() {
        tasks.complete(task, Map.of("answer", "yes"));
        assertThatThrownBy(() -> tasks.complete(task().getId()))
                .isExactlyInstanceOf(Refusal.class)
                .hasMessage("Chưa đóng được hồ sơ.");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("formless");
    }

    @Test
    void waysPastTheFormCarryNothing() {
        assertThatThrownBy(() -> tasks.handleBpmnError(task, "e", "m", Map.of("drill", true)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tasks.handleEscalation(task, "e", Map.of("drill", true)))
                .isInstanceOf(Refusal.class);
        tasks.delegateTask(task, "colleague");
        assertThatThrownBy(() -> tasks.resolveTask(task, Map.of("drill", true))).isInstanceOf(Refusal.class);
        assertThat(runtime.getVariables(instance)).doesNotContainKey("drill");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("ask");
        assertThat(observer.seen).as("nothing was completed").isEmpty();
    }

    @Test
    void taskThatIsGoneSaysSo() {
        assertThatThrownBy(() -> tasks.complete("gone", Map.of("x", 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Việc này đã xong hoặc đã dừng. Vui lòng tải lại danh sách việc.");
        assertThatThrownBy(() -> tasks.claim("gone", "vanphong")).isInstanceOf(Refusal.class);
    }

    @Test
    void textOfAnyLengthStartsAProcessAndIsReadEverywhere() {
        instance = forms.submitStartForm(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey("checked")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        "own-process-2",
                        Map.of("said", LONG))
                .getId();
        assertThat(runtime.getVariable(instance, "said")).isEqualTo(LONG);
        VariableInstance stored = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("said")
                .singleResult();
        assertThat(stored.getTypeName()).isEqualTo("string");
        assertThat(stored.getValue()).isEqualTo(LONG);
        HistoricVariableInstance kept = history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        assertThat(kept.getValue()).isEqualTo(LONG);
        assertThatCode(() -> history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .list())
                .doesNotThrowAnyException();
    }

    @Test
    void textMayGrowAndShrink() {
        for (String text : List.of("ngắn", LONG, "ngắn", "ơ".repeat(4000), "ơ".repeat(4001), "")) {
            runtime.setVariable(instance, "said", text);
            assertThat(runtime.getVariable(instance, "said")).isEqualTo(text);
            assertThat(history.createHistoricVariableInstanceQuery()
                            .processInstanceId(instance)
                            .variableName("said")
                            .singleResult()
                            .getValue())
                    .isEqualTo(text);
        }
    }
}
