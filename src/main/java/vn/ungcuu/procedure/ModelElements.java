package vn.ungcuu.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.ModelElement.Type;

/** Reads every deployed diagram once; a definition never changes after its deployment. */
@Component
class ModelElements {

    private static final String OUTCOME = "outcome";

    private final RepositoryService repository;
    private final Map<String, Map<String, ModelElement>> byDefinition = new ConcurrentHashMap<>();

    ModelElements(RepositoryService repository) {
        this.repository = repository;
    }

    /** Where an execution stands; empty when that is no flow node. */
    Optional<ModelElement> find(DelegateExecution execution) {
        return find(execution.getProcessDefinitionId(), execution.getCurrentActivityId());
    }

    /** Empty for what is no flow node of the definition. */
    Optional<ModelElement> find(String processDefinitionId, @Nullable String elementId) {
        if (elementId == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(byDefinition
                .computeIfAbsent(processDefinitionId, id -> read(repository.getBpmnModelInstance(id)))
                .get(elementId));
    }

    private static Map<String, ModelElement> read(BpmnModelInstance model) {
        Map<String, ModelElement> elements = new HashMap<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> elements.put(node.getId(), element(node)));
        return elements;
    }

    private static ModelElement element(FlowNode node) {
        List<SubProcess> scopes = scopes(node);
        String name = node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName();
        return new ModelElement(
                node.getId(),
                process(node),
                type(node),
                oneLine(name),
                oneLine(node.getDocumentations().stream()
                        .map(Documentation::getTextContent)
                        .collect(Collectors.joining(" "))),
                scopes.stream().map(SubProcess::getId).toList(),
                !scopes.isEmpty() && !scopes.get(scopes.size() - 1).triggeredByEvent(),
                message(node),
                node instanceof CallActivity call ? call.getCalledElement() : null,
                outcome(node));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Innermost first. */
    private static List<SubProcess> scopes(FlowNode node) {
        List<SubProcess> scopes = new ArrayList<>();
        for (ModelElementInstance parent = node.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent instanceof SubProcess scope) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static String process(FlowNode node) {
        ModelElementInstance parent = node.getParentElement();
        while (!(parent instanceof Process process)) {
            parent = parent.getParentElement();
        }
        return process.getId();
    }

    private static Type type(FlowNode node) {
        if (node instanceof UserTask) {
            return Type.USER_TASK;
        }
        if (node instanceof BusinessRuleTask rule && rule.getCamundaDecisionRef() != null) {
            return Type.DECISION;
        }
        if (node instanceof ServiceTask
                || node instanceof SendTask
                || node instanceof ScriptTask
                || node instanceof BusinessRuleTask) {
            return Type.SERVICE;
        }
        if (node instanceof CallActivity) {
            return Type.CALL;
        }
        if (node instanceof SubProcess scope) {
            return scope.triggeredByEvent()
                    ? Type.EVENT_SUB_PROCESS
                    : scope.getParentElement() instanceof Process ? Type.STAGE : Type.SUB_PROCESS;
        }
        if (node instanceof ReceiveTask) {
            return Type.MESSAGE;
        }
        if (node instanceof EndEvent) {
            return Type.END;
        }
        return eventDefinition(node).map(ModelElements::type).orElse(Type.OTHER);
    }

    private static Type type(EventDefinition definition) {
        if (definition instanceof MessageEventDefinition) {
            return Type.MESSAGE;
        }
        if (definition instanceof TimerEventDefinition) {
            return Type.TIMER;
        }
        if (definition instanceof ConditionalEventDefinition) {
            return Type.CONDITION;
        }
        return definition instanceof LinkEventDefinition ? Type.OTHER : Type.EVENT;
    }

    private static @Nullable String message(FlowNode node) {
        if (node instanceof ReceiveTask task && task.getMessage() != null) {
            return task.getMessage().getName();
        }
        return eventDefinition(node)
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .map(message -> message.getName())
                .orElse(null);
    }

    private static Optional<EventDefinition> eventDefinition(FlowNode node) {
        Collection<EventDefinition> definitions = List.of();
        if (node instanceof CatchEvent event) {
            definitions = event.getEventDefinitions();
        } else if (node instanceof ThrowEvent event) {
            definitions = event.getEventDefinitions();
        }
        return definitions.stream().findFirst();
    }

    private static @Nullable String outcome(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> OUTCOME.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse(null);
    }
}
