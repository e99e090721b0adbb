package vn.ungcuu.procedure;

import org.springframework.lang.Nullable;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;

/**
 * Whom work can be given to, as one value of a select field: a whole office or one of its people.
 *
 * @param person user id, or null for the office
 */
record Receiver(String office, @Nullable String person) {

    /** Name of the field. */
    static final String FIELD = "handOverTo";

    private static final String SEPARATOR = "/";

    static Receiver parse(String value) {
        String[] parts = value.split(SEPARATOR, 2);
        return new Receiver(parts[0], parts.length == 1 ? null : parts[1]);
    }

    String value() {
        return person == null ? office : office + SEPARATOR + person;
    }

    /** As people read it. */
    String label(Organization organization) {
        String name = organization.office(office).map(Office::name).orElse(office);
        return person == null ? name + " (cả đơn vị)" : organization.nameOf(person) + " – " + name;
    }
}
