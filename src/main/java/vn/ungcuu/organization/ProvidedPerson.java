package vn.ungcuu.organization;

import java.util.Set;

/**
 * Somebody as the keeper of the account knows the person at this moment.
 *
 * @param id the engine's user id
 * @param name the full name in Vietnamese order; empty where none is recorded
 * @param email empty where none is recorded
 * @param officeIds the offices the person belongs to, of those the keeper decides on
 * @param subject what the keeper never gives to anybody else, as it may a name; empty where it does not say
 */
public record ProvidedPerson(String id, String name, String email, Set<String> officeIds, String subject) {

    public ProvidedPerson {
        name = name == null ? "" : name.strip();
        email = email == null ? "" : email.strip();
        officeIds = Set.copyOf(officeIds);
    }
}
