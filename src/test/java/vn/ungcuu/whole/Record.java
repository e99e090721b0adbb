package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.TimelineEntry;

/** What must hold of every record, however its incident went. */
final class Record {

    private final Crew crew;
    private final String code;

    private Record(Crew crew, String code) {
        this.crew = crew;
        this.code = code;
    }

    static Record of(Crew crew, String code) {
        return new Record(crew, code);
    }

    Record isClosed(String outcome) {
        Incident incident = crew.incident(code);
        assertThat(incident.open()).as("open").isFalse();
        assertThat(incident.outcome()).isNotNull();
        assertThat(incident.outcome().id()).isEqualTo(outcome);
        assertThat(incident.closedAt()).isNotNull().isAfter(incident.reportedAt());
        assertThat(crew.timeline(code))
                .filteredOn(entry -> entry.kind() == EntryKind.CLOSURE)
                .isNotEmpty();
        return this;
    }

    /** Whatever was done, in the order in which it must happen. */
    Record hasTimesInOrder() {
        Incident incident = crew.incident(code);
        assertThat(List.of(
                        incident.detectedAt(),
                        incident.reportedAt(),
                        incident.acknowledgedAt(),
                        incident.classifiedAt(),
                        incident.containedAt(),
                        incident.recoveredAt(),
                        incident.closedAt()))
                .doesNotContainNull()
                .isSorted();
        return this;
    }

    /** Numbered without gaps, never back in time, and one entry for each task with who did it for which office. */
    Record tellsEveryTask() {
        List<TimelineEntry> entries = crew.timeline(code);
        assertThat(entries)
                .extracting(TimelineEntry::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(entries).extracting(TimelineEntry::at).isSorted();
        assertThat(crew.incident(code).timelineLength()).isEqualTo(entries.size());
        assertThat(entries)
                .filteredOn(
                        entry -> entry.kind() == EntryKind.TASK && entry.what().startsWith("Hoàn thành: "))
                .extracting(entry -> entry.what() + " | " + entry.actor() + " | " + entry.office())
                .containsExactlyElementsOf(crew.done().stream()
                        .map(done -> "Hoàn thành: " + done.name().replaceAll("\\s+", " ") + " | " + done.user() + " | "
                                + done.office())
                        .toList());
        return this;
    }

    Record tells(EntryKind kind, String... what) {
        assertThat(crew.timeline(code))
                .filteredOn(entry -> entry.kind() == kind)
                .extracting(TimelineEntry::what)
                .contains(what);
        return this;
    }

    /** No task, job, subscription or instance of the engine works on the incident any more; nothing was deleted by hand. */
    void leavesNothingOpen() {
        ProcessEngine engine = crew.engine();
        assertThat(crew.openTasks(code)).isEmpty();
        assertThat(crew.isRunning(code)).as("running").isFalse();
        List<HistoricProcessInstance> instances = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .list();
        assertThat(instances).isNotEmpty().allSatisfy(instance -> {
            String id = instance.getId();
            assertThat(instance.getEndTime()).isNotNull();
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(id)
                            .count())
                    .isZero();
            assertThat(engine.getRuntimeService()
                            .createEventSubscriptionQuery()
                            .processInstanceId(id)
                            .count())
                    .isZero();
            assertThat(engine.getRuntimeService()
                            .createExecutionQuery()
                            .processInstanceId(id)
                            .count())
                    .isZero();
            assertThat(engine.getRuntimeService()
                            .createIncidentQuery()
                            .processInstanceId(id)
                            .count())
                    .isZero();
        });
    }
}
