package vn.ungcuu.organization;

import java.util.List;

/**
 * Somebody who can log in.
 *
 * @param id the engine's user id
 * @param name the full name in Vietnamese order, or the id where none is recorded
 * @param email empty where none is recorded
 * @param officeIds group ids, as they are now
 */
public record Person(String id, String name, String email, List<String> officeIds) {

    public Person {
        officeIds = List.copyOf(officeIds);
    }
}
