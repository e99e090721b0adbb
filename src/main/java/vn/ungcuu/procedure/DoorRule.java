package vn.ungcuu.procedure;

import static vn.ungcuu.organization.Groups.LEADERSHIP;
import static vn.ungcuu.organization.Groups.OFFICE;
import static vn.ungcuu.organization.Groups.POLICE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.ungcuu.incident.Incident;

/** Every door: who may go through, and when it stands open. In the order of the page. */
enum DoorRule {
    ADD_INFORMATION("add-information", "Bổ sung thông tin", List.of(), Incident::open),
    CORRECT_FACT("correct-fact", "Sửa thông tin", List.of(OFFICE), Incident::open),
    RECLASSIFY(
            "reclassify", "Phân loại lại", List.of(OFFICE), incident -> incident.open() && incident.severity() != null),
    REQUEST_CITY_SUPPORT(
            "request-city-support", "Đề nghị thành phố hỗ trợ", List.of(OFFICE, POLICE, LEADERSHIP), Incident::open),
    SUPPORT_ANSWERED("support-answered", "Ghi câu trả lời của thành phố", List.of(OFFICE, POLICE), Incident::open),
    UPGRADE_ANSWERED("upgrade-answered", "Ghi câu trả lời về nâng cấp", List.of(OFFICE, POLICE), Incident::open),
    NATIONAL_RESPONSE_ENDED(
            "national-response-ended", "Ghi thông báo kết thúc ứng cứu", List.of(OFFICE, POLICE), Incident::open),
    /** For the task's own office: what it may do, its people may share out among themselves. */
    HAND_OVER_TASK("hand-over-task", "Bàn giao việc", List.of(), Incident::open),
    KEEP_SCENE(
            "keep-scene",
            "Giữ nguyên hiện trạng",
            List.of(POLICE),
            incident -> incident.open() && !Facts.isSceneHeld(incident.facts())),
    RELEASE_SCENE(
            "release-scene",
            "Thôi giữ nguyên hiện trạng",
            List.of(POLICE),
            incident -> incident.open() && Facts.isSceneHeld(incident.facts())),
    CANCEL_INCIDENT("cancel-incident", "Hủy hồ sơ", List.of(OFFICE, LEADERSHIP), Incident::open),
    REOPEN_INCIDENT("reopen-incident", "Mở lại hồ sơ", List.of(OFFICE, LEADERSHIP), incident -> !incident.open());

    private final String id;
    private final String title;
    private final List<String> groups;
    private final Predicate<Incident> open;

    DoorRule(String id, String title, List<String> groups, Predicate<Incident> open) {
        this.id = id;
        this.title = title;
        this.groups = groups;
        this.open = open;
    }

    static Optional<DoorRule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** Also the id of its form and, where it ends a wait, the name of the message. */
    String id() {
        return id;
    }

    /** What the button says. */
    String title() {
        return title;
    }

    /** Ids of the groups it is for; none where it is for whoever sees the incident. */
    List<String> groups() {
        return groups;
    }

    /** Whether it answers something the procedure waits for: it then stands open once for each wait. */
    boolean endsWait() {
        return this == SUPPORT_ANSWERED || this == UPGRADE_ANSWERED || this == NATIONAL_RESPONSE_ENDED;
    }

    /** Whoever sees the incident may, where no group is named. */
    boolean allows(Actor actor) {
        return groups.isEmpty() || actor.belongsToOneOf(groups);
    }

    boolean isOpen(Incident incident) {
        return open.test(incident);
    }
}
