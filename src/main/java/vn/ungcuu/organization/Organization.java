package vn.ungcuu.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Who works here, and for which office.
 *
 * <p>People and memberships are read from the engine at every call, so that somebody removed from
 * an office has lost it at once.
 */
public interface Organization {

    /** The commune's name as papers are headed with it, {@code Xã Tân Phú}; empty where the configuration has none. */
    String commune();

    Optional<Person> person(String userId);

    /** All people who belong to the group now, by name. */
    List<Person> members(String groupId);

    /** All offices, units and roles, in the order of the configuration. */
    List<Office> offices();

    Optional<Office> office(String groupId);

    /** The offices, units and roles the person belongs to now; empty for an unknown person. */
    List<Office> officesOf(String userId);

    /** The person's name for a page or a document; the id itself when nobody is known by it. */
    String nameOf(String userId);

    /** The same for many, by user id, in one question. */
    Map<String, String> namesOf(Collection<String> userIds);

    /**
     * The units, for a select field of a form.
     *
     * @return a JSON list of {@code {"label": name, "value": group id}}
     */
    SpinJsonNode unitOptions();
}
