package vn.ungcuu.procedure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
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

    /** The system when nobody is logged in, as in a job. */
    Actor current() {
        return user.id().map(this::person).orElse(Actor.SYSTEM);
    }

    Actor person(String userId) {
        return known.get(HashMap::new).computeIfAbsent(userId, this::find);
    }

    /** The record names whoever acts; his right to read names is not asked for, which would cost more than the names. */
    private Actor find(String userId) {
        return withoutAuthorization.call(() -> new Actor(
                userId,
                organization.nameOf(userId),
                organization.officesOf(userId).stream()
                        .sorted(Comparator.comparing(Office::kind))
                        .toList()));
    }
}
