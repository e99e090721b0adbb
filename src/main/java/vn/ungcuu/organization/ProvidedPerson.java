package vn.ungcuu.organization;

import java.util.Set;

/**
 * Somebody as the keeper of the account knows the person at this moment.
 *
 * @param id the engine's user id
 * @param name the full name in Vietnamese order; empty where none is recorded
 * @param email empty where none is recorded
 * @param officeIds the offices the person belongs to, of those the keeper decides on
 */
public record ProvidedPerson(String id, String name, String email, Set<String> officeIds) {

    public ProvidedPerson {
        name = name == null ? "" : name.strip();
        email = email == null ? "" : email.strip();
        officeIds = Set.copyOf(officeIds);
    }
}
