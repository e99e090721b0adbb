package vn.ungcuu.organization;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;
import vn.ungcuu.organization.OrganizationFile.GrantEntry;
import vn.ungcuu.organization.OrganizationFile.OfficeEntry;

/**
 * Makes the rights of the configured groups equal to the configuration: missing ones are granted,
 * others are taken away.
 *
 * <p>What the engine itself grants on a single task or instance is left alone, and so is whatever
 * an administrator gave to a single person.
 */
@Component
class RightsSetup {

    private static final String ANY = "*";

    private static final Set<Resources> GRANTED_ONE_BY_ONE = EnumSet.of(
            Resources.TASK, Resources.HISTORIC_TASK, Resources.PROCESS_INSTANCE, Resources.HISTORIC_PROCESS_INSTANCE);

    private final AuthorizationService authorizations;

    RightsSetup(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** One row of the engine's table, but for the permissions. */
    private record Key(String groupId, Resources resource, String resourceId) {}

    /**
     * @param filterReaders for each filter id, the groups that see it
     */
    void apply(OrganizationFile file, Map<String, List<String>> filterReaders) {
        Map<Key, Set<Permission>> wanted = wanted(file, filterReaders);
        for (Authorization existing : existing(file)) {
            Key key = new Key(existing.getGroupId(), resource(existing.getResourceType()), existing.getResourceId());
            Set<Permission> permissions =
                    existing.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT ? wanted.remove(key) : null;
            if (permissions == null) {
                authorizations.deleteAuthorization(existing.getId());
            } else if (!permissions.equals(granted(existing, key.resource()))) {
                save(existing, permissions);
            }
        }
        wanted.forEach(this::grant);
    }

    private Map<Key, Set<Permission>> wanted(OrganizationFile file, Map<String, List<String>> filterReaders) {
        Map<Key, Set<Permission>> wanted = new LinkedHashMap<>();
        for (OfficeEntry office : file.offices()) {
            for (GrantEntry grant : file.grantsOf(office)) {
                Resources resource = Resources.valueOf(constant(grant.resource()));
                for (String id : grant.ids()) {
                    Set<Permission> permissions =
                            wanted.computeIfAbsent(new Key(office.id(), resource, id), key -> new LinkedHashSet<>());
                    grant.permissions().forEach(name -> permissions.add(permission(resource, name)));
                }
            }
        }
        filterReaders.forEach((filterId, groups) -> groups.forEach(group -> wanted.computeIfAbsent(
                        new Key(group, Resources.FILTER, filterId), key -> new LinkedHashSet<>())
                .add(Permissions.READ)));
        return wanted;
    }

    private List<Authorization> existing(OrganizationFile file) {
        String[] groups = file.offices().stream().map(OfficeEntry::id).toArray(String[]::new);
        List<Authorization> existing = new ArrayList<>();
        for (Resources resource : Resources.values()) {
            AuthorizationQuery query =
                    authorizations.createAuthorizationQuery().groupIdIn(groups).resourceType(resource);
            if (GRANTED_ONE_BY_ONE.contains(resource)) {
                query.resourceId(ANY);
            }
            existing.addAll(query.list());
        }
        return existing;
    }

    private void grant(Key key, Set<Permission> permissions) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(key.groupId());
        authorization.setResource(key.resource());
        authorization.setResourceId(key.resourceId());
        save(authorization, permissions);
    }

    private void save(Authorization authorization, Set<Permission> permissions) {
        authorization.setPermissions(permissions.toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private static Set<Permission> granted(Authorization authorization, Resources resource) {
        if (authorization.isEveryPermissionGranted()) {
            return Set.of(permission(resource, "all"));
        }
        Set<Permission> granted = new LinkedHashSet<>();
        for (Permission permission : permissionsOf(resource)) {
            if (permission.getValue() != Permissions.NONE.getValue()
                    && permission.getValue() != Permissions.ALL.getValue()
                    && authorization.isPermissionGranted(permission)) {
                granted.add(permission);
            }
        }
        return granted;
    }

    private static Permission permission(Resources resource, String name) {
        for (Permission permission : permissionsOf(resource)) {
            if (permission.getName().equals(constant(name))) {
                return permission;
            }
        }
        throw new IllegalStateException("There is no permission '" + name + "' on " + resource);
    }

    /** The engine keeps one enum of permissions per resource; only those in use are named here. */
    private static Permission[] permissionsOf(Resources resource) {
        return switch (resource) {
            case PROCESS_DEFINITION -> ProcessDefinitionPermissions.values();
            case PROCESS_INSTANCE -> ProcessInstancePermissions.values();
            case SYSTEM -> SystemPermissions.values();
            case OPERATION_LOG_CATEGORY -> UserOperationLogCategoryPermissions.values();
            default -> Permissions.values();
        };
    }

    private static Resources resource(int type) {
        for (Resources resource : Resources.values()) {
            if (resource.resourceType() == type) {
                return resource;
            }
        }
        throw new IllegalStateException("There is no resource of type " + type);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
