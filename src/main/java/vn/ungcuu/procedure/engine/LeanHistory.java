package vn.ungcuu.procedure.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;

/** The engine's history without what nobody reads. */
class LeanHistory extends CacheAwareHistoryEventProducer {

    /**
     * Submitting a form writes each text into the history twice: as variable and as form property. The second's column
     * ends at 4000 characters, so a long description could not be submitted at all.
     */
    @Override
    public HistoryEvent createFormPropertyUpdateEvt(
            ExecutionEntity execution, String propertyId, String propertyValue, String taskId) {
        return null;
    }

    /** That a clock was wound and stopped again says nothing; that it could not do its work does, and is kept. */
    @Override
    public HistoryEvent createHistoricJobLogCreateEvt(Job job) {
        return isClock(job) ? null : super.createHistoricJobLogCreateEvt(job);
    }

    @Override
    public HistoryEvent createHistoricJobLogDeleteEvt(Job job) {
        return isClock(job) ? null : super.createHistoricJobLogDeleteEvt(job);
    }

    @Override
    public HistoryEvent createHistoricJobLogSuccessfulEvt(Job job) {
        return isClock(job) ? null : super.createHistoricJobLogSuccessfulEvt(job);
    }

    /** What people do in the engine, all properties of one operation at once; handlers would get them one by one. */
    @Override
    public List<HistoryEvent> createUserOperationLogEvents(UserOperationLogContext context) {
        List<HistoryEvent> events = super.createUserOperationLogEvents(context);
        AdministrationLog.note(events);
        return events;
    }

    private static boolean isClock(Job job) {
        return TaskTimers.TYPE.equals(((JobEntity) job).getJobHandlerType());
    }
}
