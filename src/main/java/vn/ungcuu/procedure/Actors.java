package vn.ungcuu.procedure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungcuu.TransactionBound;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.procedure.engine.CurrentUser;
import vn.ungcuu.procedure.engine.WithoutAuthorization;

/** Knows who acts in the current thread: whoever the engine was told is logged in. */
@Component
class Actors {

    private final CurrentUser user;
    private final Organization organization;
    private final WithoutAuthorization withoutAuthorization;
    private final TransactionBound<Map<String, Actor>> known = new TransactionBound<>();

    Actors(CurrentUser user, Organization organization, WithoutAuthorization withoutAuthorization) {
        this.user = user;
        this.organization = organization;
        this.withoutAuthorization = withoutAuthorization;
    }

    /** The system when nobody is logged in, as in a job; a person acts for the offices by which his rights are judged. */
    Actor current() {
        return user.id().map(id -> known(id, user.groups())).orElse(Actor.SYSTEM);
    }

    Actor person(String userId) {
        return known(userId, Optional.empty());
    }

    /** The record names whoever acts; his right to read names is not asked for, which would cost more than the names. */
    private Actor known(String userId, Optional<List<String>> groups) {
        return known.get(HashMap::new)
                .computeIfAbsent(
                        userId,
                        id -> withoutAuthorization.call(() -> new Actor(
                                id,
                                organization.nameOf(id),
                                groups.map(this::offices).orElseGet(() -> organization.officesOf(id)).stream()
                                        .sorted(Comparator.comparing(Office::kind))
                                        .toList())));
    }

    private List<Office> offices(List<String> groups) {
        return organization.offices().stream()
                .filter(office -> groups.contains(office.id()))
                .toList();
    }
}
