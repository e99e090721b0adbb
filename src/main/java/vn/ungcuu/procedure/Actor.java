package vn.ungcuu.procedure;

import java.util.List;
import org.springframework.lang.Nullable;
import vn.ungcuu.organization.Office;

/**
 * Who acts: a person of the organization, or the system by itself.
 *
 * @param id user id, or null for the system
 * @param offices offices, units and roles he belongs to now, offices first
 */
record Actor(@Nullable String id, String name, List<Office> offices) {

    static final Actor SYSTEM = new Actor(null, "Hệ thống", List.of());

    /** Id of the office he acts for when nothing says another, or null. */
    @Nullable
    String office() {
        return offices.isEmpty() ? null : offices.get(0).id();
    }

    boolean isPerson(String userId) {
        return userId.equals(id);
    }

    boolean belongsToOneOf(List<String> groups) {
        return offices.stream().map(Office::id).anyMatch(groups::contains);
    }
}
