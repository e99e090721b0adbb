package vn.ungcuu.organization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ByteArrayResource;
import vn.ungcuu.organization.Office.Kind;

@SpringBootTest
class OrganizationTests {

    @Autowired
    Organization organization;

    @Autowired
    OrganizationSetup setup;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @Test
    void everyDemoPersonBelongsToTheOfficeOfTheDesign() {
        assertThat(officesOf("vanphong")).containsExactly(Groups.OFFICE);
        assertThat(officesOf("congan")).containsExactly(Groups.POLICE);
        assertThat(officesOf("vanhoa")).containsExactly(Groups.CULTURE_SOCIAL);
        assertThat(officesOf("donvi")).containsExactly("unitHealthStation");
        assertThat(officesOf("donvi2")).containsExactly("unitPrimarySchool");
        assertThat(officesOf("lanhdao")).containsExactly(Groups.LEADERSHIP);
        assertThat(officesOf("dieuphoi")).containsExactly(Groups.COORDINATORS);
        assertThat(officesOf("phantich")).containsExactly(Groups.ANALYSTS);
        assertThat(officesOf("admin")).containsExactly(Groups.ADMIN);
    }

    @Test
    void peopleAndOfficesAreCalledByTheirVietnameseNames() {
        assertThat(organization.nameOf("vanphong")).isEqualTo("Nguyễn Thị Lan");
        assertThat(organization.nameOf("nobody")).isEqualTo("nobody");
        assertThat(organization.person("nobody")).isEmpty();
        assertThat(organization.office("cultureSocial"))
                .contains(new Office("cultureSocial", "Phòng Văn hóa - Xã hội", Kind.OFFICE, ""));
    }

    @Test
    void communeIsNamedWhereItHasWrittenItsNameDown() {
        assertThat(OrganizationFile.read(new ByteArrayResource("organization: {commune: Xã Tân Phú}".getBytes(UTF_8)))
                        .commune())
                .isEqualTo("Xã Tân Phú");
        assertThat(organization.commune()).isEmpty();
    }

    @Test
    void administratorReadsInVietnameseWhatKindOfGroupEachIs() {
        assertThat(identity.createGroupQuery().list().stream().map(Group::getType))
                .containsOnly("Phòng, ban", "Đơn vị trực thuộc", "Vai trò");
    }

    @Test
    void unitsAreOfferedForASelectField() {
        assertThat(organization.unitOptions().toString()).isEqualTo("""
                        [{"label":"Trạm Y tế","value":"unitHealthStation"},\
                        {"label":"Trường Tiểu học","value":"unitPrimarySchool"}]""");
    }

    @Test
    void settingUpAgainChangesNothing() {
        List<String> before = rightsOfTheOrganization();
        setup.afterSingletonsInstantiated();
        assertThat(rightsOfTheOrganization()).containsExactlyElementsOf(before);
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(9);
    }

    @Test
    void rightsNotInTheFileAreTakenAwayAndMissingOnesGivenBack() {
        List<String> before = rightsOfTheOrganization();
        grant(Groups.OFFICE, Resources.TASK, "*", Permissions.ALL);
        grant(Groups.POLICE, Resources.BATCH, "*", Permissions.CREATE);
        Authorization tasklist = authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.OFFICE)
                .resourceType(Resources.APPLICATION)
                .singleResult();
        authorizations.deleteAuthorization(tasklist.getId());

        setup.afterSingletonsInstantiated();

        assertThat(rightsOfTheOrganization()).containsExactlyElementsOf(before);
    }

    @Test
    void rightsTheEngineGaveOnASingleTaskStay() {
        grant(Groups.OFFICE, Resources.TASK, "some-task", Permissions.READ);
        setup.afterSingletonsInstantiated();
        assertThat(may(Groups.OFFICE, Permissions.READ, Resources.TASK, "some-task"))
                .isTrue();
    }

    @Test
    void renamedOfficeGetsItsNameBack() {
        Group office = identity.createGroupQuery().groupId(Groups.OFFICE).singleResult();
        office.setName("something else");
        identity.saveGroup(office);
        setup.afterSingletonsInstantiated();
        assertThat(identity.createGroupQuery()
                        .groupId(Groups.OFFICE)
                        .singleResult()
                        .getName())
                .isEqualTo("Văn phòng HĐND và UBND");
    }

    @Test
    void filterTakenOutOfTheFileGoesAndTheAdministratorsOwnStays() {
        Filter old = filters.newTaskFilter("Danh sách cũ");
        old.setProperties(java.util.Map.of("origin", "organization.yaml"));
        filters.saveFilter(old);
        filters.saveFilter(filters.newTaskFilter("Danh sách của quản trị"));
        setup.afterSingletonsInstantiated();
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .contains("Danh sách của quản trị")
                .doesNotContain("Danh sách cũ");
        filters.deleteFilter(filters.createTaskFilterQuery()
                .filterName("Danh sách của quản trị")
                .singleResult()
                .getId());
    }

    @Test
    void onlyTheCoordinatorReadsAllTasksAndNobodyMayChangeThemOrAnInstance() {
        for (Office office : organization.offices()) {
            assertThat(may(office.id(), Permissions.READ, Resources.TASK, "*"))
                    .isEqualTo(office.id().equals(Groups.COORDINATORS));
            assertThat(may(office.id(), Permissions.UPDATE, Resources.TASK, "*"))
                    .isFalse();
            assertThat(may(office.id(), Permissions.TASK_WORK, Resources.TASK, "*"))
                    .isFalse();
            assertThat(may(office.id(), Permissions.UPDATE, Resources.PROCESS_INSTANCE, "*"))
                    .isFalse();
            assertThat(may(
                            office.id(),
                            ProcessDefinitionPermissions.UPDATE_INSTANCE,
                            Resources.PROCESS_DEFINITION,
                            "*"))
                    .isFalse();
        }
    }

    @Test
    void administratorHasNoRightOnProceduresAndTheirContent() {
        for (Resource resource : List.of(
                Resources.PROCESS_DEFINITION,
                Resources.PROCESS_INSTANCE,
                Resources.TASK,
                Resources.DECISION_DEFINITION,
                Resources.DEPLOYMENT,
                Resources.HISTORIC_TASK,
                Resources.HISTORIC_PROCESS_INSTANCE)) {
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .groupIdIn(Groups.ADMIN)
                            .resourceType(resource)
                            .count())
                    .as(resource.resourceName())
                    .isZero();
        }
    }

    private List<String> officesOf(String userId) {
        return organization.officesOf(userId).stream().map(Office::id).toList();
    }

    private boolean may(String groupId, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized("nobody", List.of(groupId), permission, resource, id);
    }

    private void grant(String groupId, Resource resource, String id, Permission permission) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(groupId);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.addPermission(permission);
        authorizations.saveAuthorization(authorization);
    }

    private List<String> rightsOfTheOrganization() {
        return authorizations.createAuthorizationQuery().list().stream()
                .filter(right -> right.getGroupId() != null && !"some-task".equals(right.getResourceId()))
                .map(right -> right.getGroupId() + " " + right.getResourceType() + " " + right.getResourceId() + " "
                        + List.of(right.getPermissions(Permissions.values())).stream()
                                .map(Permission::getName)
                                .sorted()
                                .toList())
                .sorted()
                .toList();
    }
}
