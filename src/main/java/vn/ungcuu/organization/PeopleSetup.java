package vn.ungcuu.organization;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.ungcuu.SecurityLog;
import vn.ungcuu.SecurityLog.Outcome;
import vn.ungcuu.organization.OrganizationFile.OfficeEntry;
import vn.ungcuu.organization.OrganizationFile.PersonEntry;

/** Groups for all offices; people only where there is nobody else to create them. */
@Component
class PeopleSetup {

    private final IdentityService identity;
    private final String administratorPassword;

    PeopleSetup(IdentityService identity, @Value("${ung-cuu.administrator-password:}") String administratorPassword) {
        this.identity = identity;
        this.administratorPassword = administratorPassword;
    }

    void applyGroups(OrganizationFile file) {
        for (OfficeEntry office : file.offices()) {
            Group group = identity.createGroupQuery().groupId(office.id()).singleResult();
            if (group == null) {
                group = identity.newGroup(office.id());
            } else if (office.name().equals(group.getName())
                    && office.kind().words().equals(group.getType())) {
                continue;
            }
            group.setName(office.name());
            group.setType(office.kind().words());
            identity.saveGroup(group);
        }
    }

    /** Demo people have their id as password; the profile binds to loopback only. */
    void applyDemoPeople(OrganizationFile file) {
        applyPerson(file.administrator(), file.administrator().id());
        file.demoPeople().forEach(person -> applyPerson(person, person.id()));
    }

    /**
     * Creates the administrator, who creates everybody else in Camunda Admin.
     *
     * @throws PasswordRefused when there is no administrator yet and no acceptable password
     */
    void ensureAdministrator(OrganizationFile file) {
        if (identity.createUserQuery().memberOfGroup(Groups.ADMIN).count() > 0) {
            return;
        }
        if (administratorPassword.isBlank()) {
            throw new PasswordRefused("""
                    Chưa có quản trị viên nào và chưa có mật khẩu để tạo.
                    There is no administrator yet, and no password to create one with.""", """
                    Hãy đặt mật khẩu đầu tiên của quản trị viên trong biến môi trường UNGCUU_ADMIN_PASSWORD rồi khởi động lại.
                    Set UNGCUU_ADMIN_PASSWORD to the administrator's first password and start again.""");
        }
        requireStrong(administratorPassword);
        applyPerson(file.administrator(), administratorPassword);
        SecurityLog.record(
                "first-administrator",
                Outcome.SUCCESS,
                null,
                Map.of("user.target.name", file.administrator().id()));
    }

    private void requireStrong(String password) {
        PasswordPolicy policy = identity.getPasswordPolicy();
        if (policy == null) {
            throw new PasswordRefused("""
                    Chính sách mật khẩu đang tắt; ngoài bản dùng thử phải bật.
                    The password policy is off; outside the demo it must be on.""", "camunda.bpm.generic-properties.properties.enablePasswordPolicy: true");
        }
        if (!identity.checkPasswordAgainstPolicy(policy, password).isValid()) {
            throw new PasswordRefused("""
                    Mật khẩu trong UNGCUU_ADMIN_PASSWORD chưa đủ mạnh.
                    The password in UNGCUU_ADMIN_PASSWORD is too weak.""", """
                    Hãy chọn mật khẩu có ít nhất 12 ký tự, viết cả câu cũng được, không phải mật khẩu phổ biến.
                    Choose at least 12 characters, at best a sentence, and none that many others use.""");
        }
    }

    private void applyPerson(PersonEntry entry, String firstPassword) {
        User user = identity.createUserQuery().userId(entry.id()).singleResult();
        if (user == null) {
            user = identity.newUser(entry.id());
            user.setPassword(firstPassword);
        }
        user.setFirstName(entry.firstName());
        user.setLastName(entry.lastName());
        user.setEmail(entry.email());
        identity.saveUser(user);

        List<String> current = identity.createGroupQuery().groupMember(entry.id()).list().stream()
                .map(Group::getId)
                .toList();
        entry.offices().stream()
                .filter(office -> !current.contains(office))
                .forEach(office -> identity.createMembership(entry.id(), office));
    }
}
