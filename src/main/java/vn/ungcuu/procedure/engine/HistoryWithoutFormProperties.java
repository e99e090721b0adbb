package vn.ungcuu.procedure.engine;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Submitting a form writes each text into the history twice: as variable and as form property. The second is read by nobody,
 * and its column ends at 4000 characters, so a long description could not be submitted at all.
 */
class HistoryWithoutFormProperties extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createFormPropertyUpdateEvt(
            ExecutionEntity execution, String propertyId, String propertyValue, String taskId) {
        return null;
    }
}
