package vn.ungcuu.procedure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.procedure.engine.DeploymentLock;

/**
 * Deploys the packaged models when the application starts, before it takes requests.
 *
 * <p>Each model by itself: unchanged ones are left alone, and one that an analyst has deployed a newer version of is
 * never superseded. When the application then brings a new version of such a model, a warning names it; the analyst
 * decides what to take over.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    /** Tells our deployments from everybody else's. */
    static final String SOURCE = "ung-cuu";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final PackagedModels packaged;
    private final RepositoryService repository;
    private final DeploymentLock lock;
    private final TransactionTemplate transaction;

    ModelDeployment(
            PackagedModels packaged,
            RepositoryService repository,
            DeploymentLock lock,
            TransactionTemplate transaction) {
        this.packaged = packaged;
        this.repository = repository;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Nodes that start together, and analysts who deploy meanwhile, wait for each other.
            lock.acquire();
            deploy();
        });
    }

    private void deploy() {
        Map<String, byte[]> due = new TreeMap<>();
        Deployed deployed = new Deployed();
        models().forEach((name, content) -> {
            if (deployed.isAnalysts(name)) {
                warnIfNew(name, content, deployed);
            } else if (!Arrays.equals(content, deployed.ours(name))) {
                due.put(name, content);
            }
        });
        if (due.isEmpty()) {
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name("Mô hình kèm theo Ứng cứu").source(SOURCE);
        due.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
        LOG.info("Deployed {}", due.keySet());
    }

    private static void warnIfNew(String name, byte[] content, Deployed deployed) {
        if (!Arrays.equals(content, deployed.newest(name)) && !Arrays.equals(content, deployed.ours(name))) {
            LOG.warn(
                    "THE PACKAGED VERSION OF {} IS NEW AND WAS NOT DEPLOYED, because an analyst deployed a version of"
                            + " his own. Compare the two and deploy what you want from Camunda Modeler.",
                    name);
        }
    }

    private Map<String, byte[]> models() {
        try {
            return packaged.byFileName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the engine holds now. Processes and decisions are told by their key, which is the file's name, because an
     * analyst may have saved the file under another; forms by the file's name.
     */
    private final class Deployed {

        private final Map<String, Held> newest = new HashMap<>();
        private final Map<String, Held> ours = new HashMap<>();

        Deployed() {
            for (Deployment deployment : repository
                    .createDeploymentQuery()
                    .orderByDeploymentTime()
                    .desc()
                    .list()) {
                for (String name : repository.getDeploymentResourceNames(deployment.getId())) {
                    Held held = new Held(deployment.getId(), name, SOURCE.equals(deployment.getSource()));
                    newest.putIfAbsent(name, held);
                    if (held.ours()) {
                        ours.putIfAbsent(name, held);
                    }
                }
            }
            byKey(".bpmn", repository.createProcessDefinitionQuery().latestVersion().list().stream());
            byKey(".dmn", repository.createDecisionDefinitionQuery().latestVersion().list().stream());
        }

        private void byKey(String suffix, Stream<? extends ResourceDefinition> definitions) {
            definitions.forEach(definition -> {
                String name = definition.getKey() + suffix;
                Held own = ours.get(name);
                boolean isOurs = own != null && own.deploymentId().equals(definition.getDeploymentId());
                newest.put(name, new Held(definition.getDeploymentId(), definition.getResourceName(), isOurs));
            });
        }

        boolean isAnalysts(String name) {
            Held held = newest.get(name);
            return held != null && !held.ours();
        }

        @Nullable
        byte[] newest(String name) {
            return content(newest.get(name));
        }

        @Nullable
        byte[] ours(String name) {
            return content(ours.get(name));
        }

        private @Nullable byte[] content(@Nullable Held held) {
            if (held == null) {
                return null;
            }
            try (InputStream stream = repository.getResourceAsStream(held.deploymentId(), held.resource())) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Held(String deploymentId, String resource, boolean ours) {}
}
