package vn.ungcuu.models;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/**
 * The packaged decisions on an engine of their own, in memory and without Spring, so that a table
 * of hundreds of cases is evaluated in a second, by the engine that will evaluate them at work.
 */
final class Decisions implements AutoCloseable {

    private final ProcessEngine engine;

    Decisions(String... files) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        var name = "decisions-" + UUID.randomUUID();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setHistory("none");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var file : files) {
            deployment.addClasspathResource("processes/" + file);
        }
        deployment.deploy();
    }

    DmnDecisionResult evaluate(String decision, Map<String, Object> facts) {
        return engine.getDecisionService()
                .evaluateDecisionByKey(decision)
                .variables(facts)
                .evaluate();
    }

    /** The one result of a decision that promises exactly one. */
    Map<String, Object> single(String decision, Map<String, Object> facts) {
        return evaluate(decision, facts).getSingleResult().getEntryMap();
    }

    List<Map<String, Object>> list(String decision, Map<String, Object> facts) {
        return evaluate(decision, facts).getResultList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
