package vn.ungcuu.workplace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;

/** Says who somebody is: asked anew at every request, so that a right taken away is gone at once. */
@Component
class People {

    private final Organization organization;
    private final AuthorizationService authorizations;

    People(Organization organization, AuthorizationService authorizations) {
        this.organization = organization;
        this.authorizations = authorizations;
    }

    Me me(String userId) {
        List<Office> offices = organization.officesOf(userId);
        List<String> groups = offices.stream().map(Office::id).toList();
        return new Me(
                userId,
                organization.nameOf(userId),
                offices,
                may(
                        userId,
                        groups,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        Resources.PROCESS_DEFINITION,
                        "incident-response"),
                may(userId, groups, Permissions.ACCESS, Resources.APPLICATION, "tasklist"),
                may(userId, groups, Permissions.ACCESS, Resources.APPLICATION, "cockpit"),
                may(userId, groups, Permissions.ACCESS, Resources.APPLICATION, "admin"));
    }

    String nameOf(String userId) {
        return organization.nameOf(userId);
    }

    Map<String, String> namesOf(Collection<String> userIds) {
        return organization.namesOf(userIds);
    }

    /** The group's name; its id when the organization does not know it. */
    String officeName(String groupId) {
        return organization.office(groupId).map(Office::name).orElse(groupId);
    }

    private boolean may(String userId, List<String> groups, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized(userId, groups, permission, resource, id);
    }
}
