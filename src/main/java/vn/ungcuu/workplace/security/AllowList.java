package vn.ungcuu.workplace.security;

import static vn.ungcuu.workplace.security.AllowedRequest.allowed;
import static vn.ungcuu.workplace.security.RequestCondition.ABOUT_MYSELF;
import static vn.ungcuu.workplace.security.RequestCondition.ANSWERS_TO_MY_TASK;
import static vn.ungcuu.workplace.security.RequestCondition.CLAIM_FOR_MYSELF;
import static vn.ungcuu.workplace.security.RequestCondition.COMMENT_ON_TASK;
import static vn.ungcuu.workplace.security.RequestCondition.HELD_BY_ME;
import static vn.ungcuu.workplace.security.RequestCondition.ONE_MORE_TRY;
import static vn.ungcuu.workplace.security.RequestCondition.PLAIN_MIGRATION;
import static vn.ungcuu.workplace.security.RequestCondition.REPORT_BY_FORM;
import static vn.ungcuu.workplace.security.RequestCondition.REPORT_BY_MESSAGE;
import static vn.ungcuu.workplace.security.RequestCondition.VISIBLE_TASK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Office.Kind;
import vn.ungcuu.organization.Organization;

/**
 * What each role may ask of the engine over HTTP: what Tasklist, Cockpit and Admin ask in normal work, and what machines
 * need. Everything else is refused, whatever the engine's own rights would say; within the list those rights still hold.
 *
 * <p>The reason: the engine checks rights on things, not on ways. Whoever may start a procedure may start it in the
 * middle, skip its listeners or aim a message at somebody else's instance.
 */
@Component
class AllowList {

    /** To be somebody: who am I, what is my name, change my password. */
    private static final List<AllowedRequest> EVERYONE = List.of(
            allowed("GET /engine"),
            allowed("GET /camunda/api/engine/engine"),
            allowed("GET /version"),
            allowed("GET /camunda/api/admin/auth/user/*"),
            allowed("GET /camunda/api/*/plugin/*/static/**"),
            allowed("GET /user/*/profile"),
            allowed("POST /group"),
            allowed("GET /group/count"),
            allowed("GET /identity/password-policy"),
            allowed("POST /identity/password-policy"),
            allowed("PUT /user/*/credentials", ABOUT_MYSELF));

    /** Tasklist, and reporting by machine. */
    private static final List<AllowedRequest> STAFF = List.of(
            allowed("GET /filter"),
            allowed("GET /filter/count"),
            allowed("OPTIONS /filter"),
            allowed("GET /filter/*"),
            allowed("GET /filter/*/list"),
            allowed("POST /filter/*/list"),
            allowed("GET /filter/*/count"),
            allowed("POST /filter/*/count"),
            allowed("GET /task"),
            allowed("POST /task"),
            allowed("GET /task/count"),
            allowed("POST /task/count"),
            allowed("GET /task/*", VISIBLE_TASK),
            allowed("GET /task/*/form", VISIBLE_TASK),
            allowed("GET /task/*/deployed-form", VISIBLE_TASK),
            allowed("GET /task/*/form-variables", VISIBLE_TASK),
            allowed("GET /task/*/identity-links", VISIBLE_TASK),
            allowed("GET /task/*/comment", VISIBLE_TASK),
            allowed("POST /task/*/comment/create", COMMENT_ON_TASK),
            allowed("POST /task/*/claim", CLAIM_FOR_MYSELF),
            allowed("POST /task/*/unclaim", HELD_BY_ME),
            allowed("POST /task/*/submit-form", ANSWERS_TO_MY_TASK),
            allowed("POST /task/*/complete", ANSWERS_TO_MY_TASK),
            allowed("GET /history/user-operation"),
            allowed("GET /history/user-operation/count"),
            allowed("GET /process-definition"),
            allowed("GET /process-definition/count"),
            allowed("GET /process-definition/*"),
            allowed("GET /process-definition/*/xml"),
            allowed("GET /process-definition/*/startForm"),
            allowed("GET /process-definition/*/deployed-start-form"),
            allowed("GET /process-definition/*/form-variables"),
            allowed("POST /process-definition/*/submit-form", REPORT_BY_FORM),
            allowed("GET /process-definition/key/*"),
            allowed("GET /process-definition/key/*/xml"),
            allowed("GET /process-definition/key/*/startForm"),
            allowed("GET /process-definition/key/*/deployed-start-form"),
            allowed("POST /process-definition/key/*/submit-form", REPORT_BY_FORM),
            allowed("POST /message", REPORT_BY_MESSAGE));

    /** Cockpit, reading. POST is how Cockpit asks long questions. */
    private static final List<AllowedRequest> COCKPIT = List.of(
            allowed("POST /camunda/api/cockpit/plugin/base/default/incident"),
            allowed("POST /camunda/api/cockpit/plugin/base/default/incident/count"),
            allowed("GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics"),
            allowed("GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count"),
            allowed("POST /camunda/api/cockpit/plugin/base/default/process-definition/*/called-process-definitions"),
            allowed("POST /camunda/api/cockpit/plugin/base/default/process-instance"),
            allowed("POST /camunda/api/cockpit/plugin/base/default/process-instance/count"),
            allowed("POST /camunda/api/cockpit/plugin/base/default/process-instance/*/called-process-instances"),
            allowed("GET /user"),
            allowed("GET /user/count"),
            allowed("GET /group"),
            allowed("GET /batch/statistics"),
            allowed("GET /batch/statistics/count"),
            allowed("GET /history/batch"),
            allowed("GET /history/batch/count"),
            allowed("GET /case-definition/count"),
            allowed("GET /decision-definition"),
            allowed("GET /decision-definition/count"),
            allowed("GET /decision-definition/*"),
            allowed("GET /decision-definition/*/xml"),
            allowed("GET /decision-definition/key/*"),
            allowed("GET /decision-definition/key/*/xml"),
            allowed("GET /decision-requirements-definition"),
            allowed("GET /decision-requirements-definition/count"),
            allowed("GET /decision-requirements-definition/*"),
            allowed("GET /decision-requirements-definition/*/xml"),
            allowed("POST /history/task/count"),
            allowed("GET /history/decision-instance"),
            allowed("GET /history/decision-instance/count"),
            allowed("GET /history/decision-instance/*"),
            allowed("GET /deployment"),
            allowed("GET /deployment/count"),
            allowed("GET /deployment/*"),
            allowed("GET /deployment/*/resources"),
            allowed("GET /deployment/*/resources/*"),
            allowed("GET /deployment/*/resources/*/data"),
            allowed("GET /job-definition"),
            allowed("GET /job-definition/count"),
            allowed("GET /job"),
            allowed("POST /job"),
            allowed("GET /job/count"),
            allowed("POST /job/count"),
            allowed("GET /job/*/stacktrace"),
            allowed("POST /external-task/count"),
            allowed("POST /external-task"),
            allowed("GET /incident"),
            allowed("GET /incident/count"),
            allowed("GET /process-definition"),
            allowed("GET /process-definition/count"),
            allowed("GET /process-definition/*"),
            allowed("GET /process-definition/*/xml"),
            allowed("GET /process-definition/*/statistics"),
            allowed("GET /process-definition/*/static-called-process-definitions"),
            allowed("GET /process-definition/statistics"),
            allowed("GET /process-definition/key/*"),
            allowed("GET /process-definition/key/*/xml"),
            allowed("GET /process-instance"),
            allowed("POST /process-instance"),
            allowed("GET /process-instance/count"),
            allowed("POST /process-instance/count"),
            allowed("GET /process-instance/*"),
            allowed("GET /process-instance/*/activity-instances"),
            allowed("GET /task/count"),
            allowed("POST /task"),
            allowed("POST /task/count"));

    /** What only who watches over everything reads. */
    private static final List<AllowedRequest> COORDINATORS = List.of(
            allowed("GET /task/report/candidate-group-count"),
            allowed("POST /variable-instance"),
            allowed("POST /variable-instance/count"),
            allowed("GET /variable-instance/*"),
            allowed("GET /variable-instance/*/data"));

    /** The empty Tasklist of somebody who has no tasks. */
    private static final List<AllowedRequest> TASKLIST_WITHOUT_TASKS =
            List.of(allowed("GET /filter"), allowed("GET /filter/count"), allowed("OPTIONS /filter"));

    /** Modeler deploys, decisions are tried, running incidents move to a new version, failed jobs are tried again. */
    private static final List<AllowedRequest> ANALYSTS = List.of(
            allowed("POST /deployment/create"),
            allowed("POST /decision-definition/*/evaluate"),
            allowed("POST /decision-definition/key/*/evaluate"),
            allowed("POST /migration/generate"),
            allowed("POST /migration/validate"),
            allowed("POST /migration/execute", PLAIN_MIGRATION),
            // Cockpit's button for a failed job: once more, please.
            allowed("PUT /job/*/retries", ONE_MORE_TRY));

    /** Admin: people, groups, rights, lists of Tasklist, and how the engine is doing. */
    private static final List<AllowedRequest> ADMINISTRATORS = List.of(
                    administration("/user"),
                    administration("/group"),
                    administration("/authorization"),
                    administration("/filter"),
                    administration("/tenant"),
                    administration("/identity"),
                    List.of(
                            allowed("GET /history/user-operation"),
                            allowed("GET /history/user-operation/count"),
                            allowed("GET /metrics/*"),
                            allowed("GET /metrics/*/sum"),
                            allowed("GET /schema/log"),
                            allowed("GET /telemetry/data"),
                            allowed("GET /camunda/api/admin/plugin/**")))
            .stream()
            .flatMap(Collection::stream)
            .toList();

    private final Organization organization;

    AllowList(Organization organization) {
        this.organization = organization;
    }

    /** What somebody with these groups may ask. */
    List<AllowedRequest> of(Collection<String> groupIds) {
        List<AllowedRequest> list = new ArrayList<>(EVERYONE);
        if (groupIds.stream().anyMatch(this::isStaff)) {
            list.addAll(STAFF);
        }
        if (groupIds.contains(Groups.COORDINATORS)) {
            list.addAll(COCKPIT);
            list.addAll(COORDINATORS);
        }
        if (groupIds.contains(Groups.ANALYSTS)) {
            list.addAll(COCKPIT);
            list.addAll(ANALYSTS);
            list.addAll(TASKLIST_WITHOUT_TASKS);
        }
        if (groupIds.contains(Groups.ADMIN)) {
            list.addAll(ADMINISTRATORS);
        }
        return list;
    }

    private boolean isStaff(String groupId) {
        return groupId.equals(Groups.LEADERSHIP)
                || groupId.equals(Groups.COORDINATORS)
                || organization
                        .office(groupId)
                        .map(Office::kind)
                        .filter(kind -> kind == Kind.OFFICE || kind == Kind.UNIT)
                        .isPresent();
    }

    private static List<AllowedRequest> administration(String resource) {
        List<AllowedRequest> list = new ArrayList<>();
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
            list.add(allowed(method + " " + resource));
            list.add(allowed(method + " " + resource + "/**"));
        }
        return list;
    }
}
