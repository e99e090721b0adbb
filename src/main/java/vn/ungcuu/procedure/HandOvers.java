package vn.ungcuu.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** Work passes from one office or person to another. */
@Component
class HandOvers {

    /** Field of the form that names who gets the task. */
    static final String COLLEAGUE = "colleague";

    private final Actors actors;
    private final OpenWorks works;
    private final WatchedTasks watched;
    private final Organization organization;
    private final Incidents incidents;
    private final Chronicle chronicle;
    private final WorkNotices notices;
    private final TaskService tasks;
    private final WithoutAuthorization withoutAuthorization;

    HandOvers(
            Actors actors,
            OpenWorks works,
            WatchedTasks watched,
            Organization organization,
            Incidents incidents,
            Chronicle chronicle,
            WorkNotices notices,
            TaskService tasks,
            WithoutAuthorization withoutAuthorization) {
        this.actors = actors;
        this.works = works;
        this.watched = watched;
        this.organization = organization;
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.notices = notices;
        this.tasks = tasks;
        this.withoutAuthorization = withoutAuthorization;
    }

    /**
     * All who could do the work, for a select field: each office, then its people.
     *
     * @return a JSON list of {@code {"label", "value"}}; values are those of {@link Receiver}
     */
    SpinJsonNode options() {
        List<Map<String, String>> options = new ArrayList<>();
        withoutAuthorization.run(() -> organization.offices().stream()
                .filter(Office::hasWork)
                .forEach(office -> {
                    options.add(option(new Receiver(office.id(), null)));
                    organization
                            .members(office.id())
                            .forEach(person -> options.add(option(new Receiver(office.id(), person.id()))));
                }));
        return Spin.JSON(options);
    }

    private Map<String, String> option(Receiver receiver) {
        return Map.of("label", receiver.label(organization), "value", receiver.value());
    }

    /** @throws Refusal if the person does not belong to the office (any more) */
    void to(Receiver receiver, OpenWork work, Clocks clocks, String note) {
        if (receiver.person() == null) {
            toOffice(work, receiver.office(), clocks, note);
        } else {
            refuseStranger(receiver);
            moveTo(work, receiver.office());
            toPerson(work.heldBy(List.of(receiver.office()), work.assignee()), receiver.person(), clocks, note);
        }
    }

    private void refuseStranger(Receiver receiver) {
        boolean belongs = withoutAuthorization.call(() -> organization.members(receiver.office()).stream()
                .anyMatch(person -> person.id().equals(receiver.person())));
        if (!belongs) {
            throw new Refusal("Người được chọn không còn thuộc đơn vị đó. Vui lòng chọn người khác.");
        }
    }

    private void toOffice(OpenWork work, String office, Clocks clocks, String note) {
        moveTo(work, office);
        OpenWork moved = work.heldBy(List.of(office), null);
        if (work.claimed()) {
            assign(work, null);
        }
        notices.created(moved, clocks, note);
    }

    /** Open tasks of the incident that this person's offices may do. */
    List<OpenWork> tasksOf(String code, Actor person) {
        return works.ofIncident(code).stream()
                .filter(work -> person.belongsToOneOf(work.offices()))
                .toList();
    }

    OpenWork task(String code, String taskId) {
        return works.find(taskId, code).orElseThrow(() -> new Refusal("Việc này đã xong. Vui lòng tải lại trang."));
    }

    /** Who can be given the task, but for who holds it now. */
    Map<String, Object> lists(OpenWork work) {
        return withoutAuthorization.call(() -> Map.of(
                "colleagues",
                work.offices().stream()
                        .flatMap(office -> organization.members(office).stream())
                        .filter(person -> !person.id().equals(work.assignee()))
                        .distinct()
                        .map(person -> Map.of("label", person.name(), "value", person.id()))
                        .toList()));
    }

    /** @param answers of the form {@code hand-over-task} */
    void toColleague(OpenWork work, Map<String, Object> answers) {
        Clocks clocks = watched.find(work.taskId()).map(WatchedTask::clocks).orElse(null);
        // What is handed over stands in the timeline; a message is read by others too.
        toPerson(work, answers.get(COLLEAGUE).toString(), clocks, "");
    }

    /** That it was given is told in the timeline by the event itself. */
    private void toPerson(OpenWork work, String userId, Clocks clocks, String note) {
        assign(work, userId);
        if (actors.current().isPerson(userId)) {
            return;
        }
        notices.assigned(work.heldBy(work.offices(), userId), clocks, note);
    }

    private void assign(OpenWork work, @Nullable String userId) {
        if (work.claimed() && !actors.current().isPerson(work.assignee())) {
            notices.takenAway(work);
        }
        withoutAuthorization.run(() -> tasks.setAssignee(work.taskId(), userId));
    }

    private void moveTo(OpenWork work, String office) {
        if (!work.offices().contains(office)) {
            chronicle.write(
                    work.code(),
                    EntryKind.ASSIGNMENT,
                    "Chuyển việc “" + work.name() + "” từ " + notices.officeNames(work) + " sang "
                            + notices.officeNames(work.heldBy(List.of(office), null)),
                    Map.of());
            withoutAuthorization.run(() -> {
                work.offices().forEach(before -> tasks.deleteCandidateGroup(work.taskId(), before));
                tasks.addCandidateGroup(work.taskId(), office);
            });
            incidents.involve(work.code(), office);
        }
    }
}
