package vn.ungcuu.procedure.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.exception.DeploymentResourceNotFoundException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungcuu.procedure.FormSchema;
import vn.ungcuu.procedure.FormSchemas;
import vn.ungcuu.procedure.TaskForms;

/** Finds forms the way the engine does when it shows them. A deployment never changes, so its forms are read once. */
@Component
class DeployedForms implements FormSchemas, TaskForms {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedForms.class);
    private static final String BY_DEPLOYMENT = "camunda-forms:deployment:";

    private final ObjectProvider<ProcessEngine> engine;
    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    DeployedForms(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public Optional<FormSchema> find(String formId) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(find(
                        new CamundaFormRefImpl(formId, DefaultFormHandler.FORM_REF_BINDING_LATEST), null, context)));
    }

    @Override
    public Optional<FormSchema> of(DelegateTask task) {
        TaskEntity entity = (TaskEntity) task;
        entity.initializeFormKey();
        return Optional.ofNullable(of(entity, Context.getCommandContext()));
    }

    /** The form a task shows: null when it shows none, or one we cannot read. */
    FormSchema of(TaskEntity task, CommandContext context) {
        String deploymentId = task.getProcessDefinition() == null
                ? null
                : task.getProcessDefinition().getDeploymentId();
        String formKey = task.getFormKey();
        if (formKey != null) {
            return formKey.startsWith(BY_DEPLOYMENT)
                    ? read(deploymentId, formKey.substring(BY_DEPLOYMENT.length()), context)
                    : null;
        }
        CamundaFormRef reference = task.getCamundaFormRef();
        return reference == null || reference.getKey() == null ? null : find(reference, deploymentId, context);
    }

    private FormSchema find(CamundaFormRef reference, String deploymentId, CommandContext context) {
        CamundaFormDefinition definition =
                context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deploymentId));
        return definition == null ? null : read(definition.getDeploymentId(), definition.getResourceName(), context);
    }

    private FormSchema read(String deploymentId, String resource, CommandContext context) {
        try {
            return read.computeIfAbsent(deploymentId + "/" + resource, key -> {
                try (InputStream form =
                        context.runWithoutAuthorization(new GetDeploymentResourceCmd(deploymentId, resource))) {
                    return FormSchema.read(form.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IllegalArgumentException | DeploymentResourceNotFoundException e) {
            LOG.error("The form {} of deployment {} cannot be read", resource, deploymentId, e);
            return null;
        }
    }
}
