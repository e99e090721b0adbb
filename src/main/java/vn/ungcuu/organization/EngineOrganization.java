package vn.ungcuu.organization;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.organization.OrganizationFile.OfficeEntry;

/** The organization as it is now: offices from the configuration, people from the engine. */
@Component("organization")
@ForModels
class EngineOrganization implements Organization {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final String commune;
    private final List<Office> offices;
    private final IdentityService identity;

    EngineOrganization(OrganizationFile file, IdentityService identity) {
        this.commune = file.commune();
        this.offices = file.offices().stream().map(OfficeEntry::toOffice).toList();
        this.identity = identity;
    }

    @Override
    public String commune() {
        return commune;
    }

    @Override
    public Optional<Person> person(String userId) {
        return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(this::toPerson);
    }

    @Override
    public List<Person> members(String groupId) {
        return identity.createUserQuery().memberOfGroup(groupId).list().stream()
                .map(this::toPerson)
                .sorted(Comparator.comparing(Person::name, Collator.getInstance(VIETNAMESE)))
                .toList();
    }

    @Override
    public List<Office> offices() {
        return offices;
    }

    @Override
    public Optional<Office> office(String groupId) {
        return offices.stream().filter(office -> office.id().equals(groupId)).findFirst();
    }

    @Override
    public List<Office> officesOf(String userId) {
        Set<String> groups = Set.copyOf(groupIds(userId));
        return offices.stream().filter(office -> groups.contains(office.id())).toList();
    }

    @Override
    public String nameOf(String userId) {
        return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(EngineOrganization::fullName)
                .orElse(userId);
    }

    @Override
    public Map<String, String> namesOf(Collection<String> userIds) {
        Map<String, String> names = new HashMap<>();
        if (!userIds.isEmpty()) {
            userIds.forEach(id -> names.put(id, id));
            identity.createUserQuery()
                    .userIdIn(userIds.toArray(String[]::new))
                    .unlimitedList()
                    .forEach(user -> names.put(user.getId(), fullName(user)));
        }
        return names;
    }

    @Override
    public SpinJsonNode unitOptions() {
        return Spin.JSON(offices.stream()
                .filter(office -> office.kind() == Office.Kind.UNIT)
                .map(unit -> new Option(unit.name(), unit.id()))
                .toList());
    }

    /** As form fields want it. */
    record Option(String label, String value) {}

    private Person toPerson(User user) {
        String email = user.getEmail() == null ? "" : user.getEmail();
        return new Person(user.getId(), fullName(user), email, groupIds(user.getId()));
    }

    private List<String> groupIds(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** The engine says "first, last" and Tasklist shows them so; a Vietnamese family name is first. */
    private static String fullName(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }
}
