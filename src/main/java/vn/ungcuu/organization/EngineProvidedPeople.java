package vn.ungcuu.organization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the copies as ordinary users of the engine; a membership says whose they are, because it goes when the user is
 * deleted.
 */
@Component
class EngineProvidedPeople implements ProvidedPeople {

    private static final Logger LOG = LoggerFactory.getLogger(EngineProvidedPeople.class);

    private static final String SUBJECT = "subject";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identity;
    private final OrganizationFile file;
    private final TransactionTemplate transaction;

    EngineProvidedPeople(
            IdentityService identity, OrganizationFile file, PlatformTransactionManager transactionManager) {
        this.identity = identity;
        this.file = file;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public Optional<Keeper> keeperOf(String userId) {
        Set<String> groups = groupsOf(userId);
        return Arrays.stream(Keeper.values())
                .filter(keeper -> groups.contains(keeper.groupId()))
                .findFirst();
    }

    @Override
    public boolean isOurs(String userId) {
        return user(userId) != null && keeperOf(userId).isEmpty();
    }

    @Override
    public boolean admit(Keeper keeper, ProvidedPerson person, Set<String> decided) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> apply(keeper, person, decided)));
        } catch (RuntimeException collision) {
            // Another node, or the same person in a second window, was faster.
            return Boolean.TRUE.equals(transaction.execute(status -> apply(keeper, person, decided)));
        }
    }

    @Override
    public void keepOnly(Keeper keeper, Set<String> userIds) {
        identity.createUserQuery().memberOfGroup(keeper.groupId()).unlimitedList().stream()
                .map(User::getId)
                .filter(id -> !userIds.contains(id))
                .forEach(id -> transaction.executeWithoutResult(status -> {
                    Set<String> offices = file.offices().stream()
                            .map(OrganizationFile.OfficeEntry::id)
                            .collect(Collectors.toSet());
                    makeMember(id, Set.of(), offices);
                }));
    }

    private boolean apply(Keeper keeper, ProvidedPerson person, Set<String> decided) {
        User user = user(person.id());
        if (user == null) {
            user = identity.newUser(person.id());
            user.setPassword(nobodyKnows());
            write(user, person);
            makeMemberOfKeeper(keeper, person.id());
            identity.setUserInfo(person.id(), SUBJECT, fingerprint(person));
        } else if (!keeperOf(person.id()).equals(Optional.of(keeper))
                || !fingerprint(person).equals(identity.getUserInfo(person.id(), SUBJECT))) {
            return false;
        } else if (differs(user, person)) {
            write(user, person);
        }
        makeMember(person.id(), person.officeIds(), decided);
        return true;
    }

    private void write(User user, ProvidedPerson person) {
        user.setFirstName(firstName(person));
        user.setLastName(lastName(person));
        user.setEmail(person.email());
        identity.saveUser(user);
    }

    private static boolean differs(User user, ProvidedPerson person) {
        return !firstName(person).equals(Objects.requireNonNullElse(user.getFirstName(), ""))
                || !lastName(person).equals(Objects.requireNonNullElse(user.getLastName(), ""))
                || !person.email().equals(Objects.requireNonNullElse(user.getEmail(), ""));
    }

    private void makeMemberOfKeeper(Keeper keeper, String userId) {
        if (identity.createGroupQuery().groupId(keeper.groupId()).count() == 0) {
            Group group = identity.newGroup(keeper.groupId());
            group.setName(keeper.words());
            group.setType("Nơi giữ tài khoản");
            identity.saveGroup(group);
        }
        identity.createMembership(userId, keeper.groupId());
    }

    private void makeMember(String userId, Set<String> wanted, Set<String> decided) {
        Set<String> current = groupsOf(userId);
        Set<String> gained = new HashSet<>(wanted);
        gained.removeAll(current);
        Set<String> lost = new HashSet<>(current);
        lost.retainAll(decided);
        lost.removeAll(wanted);
        gained.forEach(office -> identity.createMembership(userId, office));
        lost.forEach(office -> identity.deleteMembership(userId, office));
        if (!gained.isEmpty() || !lost.isEmpty()) {
            LOG.info(
                    "{} now belongs to {} and no longer to {}, as the keeper of the account says",
                    userId,
                    gained,
                    lost);
        }
    }

    private Set<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private User user(String userId) {
        return identity.createUserQuery().userId(userId).singleResult();
    }

    /** The given name is the last word; the engine shows first name, then last name. */
    private static String lastName(ProvidedPerson person) {
        return person.name().substring(person.name().lastIndexOf(' ') + 1);
    }

    private static String firstName(ProvidedPerson person) {
        return person.name()
                .substring(0, Math.max(0, person.name().lastIndexOf(' ')))
                .strip();
    }

    /** Short enough for the engine, however long the subject is. */
    private static String fingerprint(ProvidedPerson person) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(person.subject().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** As strong as the policy asks, and told to nobody: the person's password is kept elsewhere. */
    private static String nobodyKnows() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return "aA1!" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
