package vn.ungcuu.procedure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungcuu.incident.EntryKind;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.Timeline;
import vn.ungcuu.incident.TimelineEntry;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.Waits.Wait;

/**
 * Lets people through the doors: may he, does it stand open, are the answers right, then do it and write it down, all in one
 * transaction under the lock of the incident. Of two who press the same button the second is told so.
 */
@Component
class ProcedureDoors implements Doors {

    /** The same words again within this time are a second click, not a second message. */
    private static final Duration SECOND_CLICK = Duration.ofMinutes(1);

    private final Incidents incidents;
    private final Timeline timeline;
    private final Actors actors;
    private final Organization organization;
    private final FormCheck check;
    private final FormSchemas forms;
    private final FormAnswers answers;
    private final Waits waits;
    private final HandOvers handOvers;
    private final DoorActions actions;
    private final Chronicle chronicle;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProcedureDoors(
            Incidents incidents,
            Timeline timeline,
            Actors actors,
            Organization organization,
            FormCheck check,
            FormSchemas forms,
            FormAnswers answers,
            Waits waits,
            HandOvers handOvers,
            DoorActions actions,
            Chronicle chronicle,
            TransactionTemplate transaction,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.actors = actors;
        this.organization = organization;
        this.check = check;
        this.forms = forms;
        this.answers = answers;
        this.waits = waits;
        this.handOvers = handOvers;
        this.actions = actions;
        this.chronicle = chronicle;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Door> openDoors(String code, String userId) {
        Actor person = actors.person(userId);
        return incidents
                .find(code, Viewers.of(groups(person)))
                .map(incident -> Arrays.stream(DoorRule.values())
                        .filter(rule -> rule != DoorRule.HAND_OVER_TASK && rule.allows(person) && rule.isOpen(incident))
                        .flatMap(rule -> doors(rule, code).stream())
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Door> find(String doorId, String code, @Nullable String executionId, String userId) {
        if (!doorId.equals(DoorRule.HAND_OVER_TASK.id())) {
            return openDoors(code, userId).stream()
                    .filter(door -> door.id().equals(doorId) && Objects.equals(door.executionId(), executionId))
                    .findFirst();
        }
        Actor person = actors.person(userId);
        return incidents
                .find(code, Viewers.of(groups(person)))
                .filter(DoorRule.HAND_OVER_TASK::isOpen)
                .flatMap(incident -> handOvers.tasksOf(code, person).stream()
                        .filter(task -> task.taskId().equals(executionId))
                        .findFirst())
                .map(task -> new Door(doorId, DoorRule.HAND_OVER_TASK.title() + ": " + task.name(), task.taskId()));
    }

    @Override
    public Optional<String> notYours(String doorId, String userId) {
        Actor person = actors.person(userId);
        return DoorRule.of(doorId).filter(rule -> !rule.allows(person)).map(this::notYours);
    }

    private String notYours(DoorRule rule) {
        String whose = rule.groups().stream()
                .flatMap(group -> organization.office(group).stream())
                .map(Office::name)
                .collect(Collectors.joining(" hoặc "));
        return "Thao tác “%s” do %s thực hiện. Nếu cần, anh/chị hãy liên hệ để được làm giúp."
                .formatted(rule.title(), whose);
    }

    private List<Door> doors(DoorRule rule, String code) {
        if (!rule.endsWait()) {
            return List.of(new Door(rule.id(), rule.title(), null));
        }
        List<Door> doors = new ArrayList<>();
        for (Wait wait : waits.of(code, rule.id())) {
            doors.add(new Door(rule.id(), titleOf(rule, wait), wait.executionId()));
        }
        return doors;
    }

    private static String titleOf(DoorRule rule, Wait wait) {
        return wait.number() == null ? rule.title() : rule.title() + " (yêu cầu số " + wait.number() + ")";
    }

    @Override
    public Map<String, Object> lists(Door door, String code) {
        return DoorRule.HAND_OVER_TASK.id().equals(door.id())
                ? handOvers.lists(handOvers.task(code, door.executionId()))
                : Map.of();
    }

    @Override
    public void perform(String doorId, String code, @Nullable String executionId, Map<String, Object> values) {
        try {
            Collisions.retried(transaction, () -> {
                performOnce(doorId, code, executionId, values);
                return null;
            });
        } catch (OptimisticLockingException | ConcurrencyFailureException collision) {
            throw new Refusal("Hồ sơ vừa được người khác cập nhật. Vui lòng tải lại trang và làm lại.");
        }
    }

    private void performOnce(String doorId, String code, @Nullable String executionId, Map<String, Object> values) {
        DoorRule rule = DoorRule.of(doorId).orElseThrow(() -> new Refusal("Không có thao tác này."));
        Actor person = actors.current();
        if (!incidents.isVisibleTo(code, Viewers.of(groups(person)))) {
            throw new Refusal("Không tìm thấy hồ sơ " + code + ", hoặc anh/chị không có quyền xem hồ sơ này.");
        }
        if (!rule.allows(person)) {
            throw new Refusal(notYours(rule));
        }
        Incident incident = incidents.lock(code);
        if (!rule.isOpen(incident)) {
            throw new Refusal("Thao tác “" + rule.title() + "” hiện không thực hiện được với hồ sơ " + code
                    + ": có thể đã có người làm. Vui lòng tải lại trang.");
        }
        Wait wait = rule.endsWait() ? wait(rule, code, executionId) : null;
        OpenWork task = rule == DoorRule.HAND_OVER_TASK ? task(rule, code, person, executionId) : null;
        FormSchema form = forms.latest(rule.id());
        Map<String, Object> known = known(incident);
        if (task != null) {
            known.putAll(handOvers.lists(task));
        }
        boolean corrects = rule == DoorRule.CORRECT_FACT || rule == DoorRule.RECLASSIFY;
        Map<String, Object> checked =
                corrects ? check.validateCorrection(form, values, known) : check.validate(form, values, known);
        Map<String, Object> details = new LinkedHashMap<>();
        if (wait != null && wait.number() != null) {
            details.put(FactLabels.label(Requests.NUMBER), wait.number());
        }
        if (task != null) {
            details.put("Việc", task.name());
        }
        details.putAll(corrects ? corrected(form, incident, checked) : answers.worded(form, checked));
        refuseSecondClick(code, person, rule, details);
        chronicle.write(code, EntryKind.ACTION, rule.title(), details);
        actions.perform(rule, incident, wait, task, checked);
    }

    private Wait wait(DoorRule rule, String code, @Nullable String executionId) {
        return waits.of(code, rule.id()).stream()
                .filter(wait -> wait.executionId().equals(executionId))
                .findFirst()
                .orElseThrow(() -> new Refusal("Hồ sơ " + code
                        + " không còn chờ câu trả lời này: có thể đã có người ghi. Vui lòng tải lại trang."));
    }

    private OpenWork task(DoorRule rule, String code, Actor person, @Nullable String taskId) {
        return handOvers.tasksOf(code, person).stream()
                .filter(task -> task.taskId().equals(taskId))
                .findFirst()
                .orElseThrow(() -> new Refusal("Thao tác “" + rule.title() + "” hiện không thực hiện được: việc đã xong"
                        + " hoặc không thuộc đơn vị của anh/chị. Vui lòng tải lại trang."));
    }

    /** What the form is shown with: the facts, but not what was answered at the same door before. */
    private Map<String, Object> known(Incident incident) {
        Map<String, Object> known = new LinkedHashMap<>(incident.facts());
        known.keySet().retainAll(Facts.ALL);
        known.put("code", incident.code());
        known.put("units", organization.unitOptions());
        return known;
    }

    /** Only what is different counts: old and new value, and why. */
    private Map<String, Object> corrected(FormSchema form, Incident incident, Map<String, Object> checked) {
        FactsChange change = FactsChange.of(incident, checked);
        Map<String, Object> details = new LinkedHashMap<>();
        checked.keySet().stream()
                .filter(fact -> Facts.ALL.contains(fact) && change.changes(fact))
                .forEach(fact -> details.put(
                        FormAnswers.label(form, fact),
                        answers.worded(form, fact, change.before().get(fact)) + " → "
                                + answers.worded(form, fact, change.after().get(fact))));
        if (details.isEmpty()) {
            throw new Refusal("Chưa có mục nào thay đổi. Vui lòng sửa ít nhất một mục rồi gửi lại.");
        }
        checked.forEach((name, value) -> {
            if (!Facts.ALL.contains(name) && value != null) {
                details.put(FormAnswers.label(form, name), value);
            }
        });
        return details;
    }

    private void refuseSecondClick(String code, Actor person, DoorRule rule, Map<String, Object> details) {
        // Only what this person did last: the same words after something else are meant.
        boolean again = timeline.of(code).stream()
                .filter(entry -> entry.kind() == EntryKind.ACTION && Objects.equals(entry.actor(), person.id()))
                .max(Comparator.comparingInt(TimelineEntry::sequence))
                .filter(entry -> entry.at().isAfter(clock.instant().minus(SECOND_CLICK)))
                .filter(entry ->
                        entry.what().equals(rule.title()) && entry.details().equals(details))
                .isPresent();
        if (again) {
            throw new Refusal("Nội dung này vừa được ghi nhận. Vui lòng tải lại trang để xem.");
        }
    }

    private static List<String> groups(Actor person) {
        return person.offices().stream().map(Office::id).toList();
    }
}
