package vn.ungcuu.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** What can be done to an incident at any time, by right: neither Tasklist nor Cockpit can send a message. */
public interface Doors {

    /** What this person may do to this incident now, in the order of the page; what is about one task apart. */
    List<Door> openDoors(String code, String userId);

    /**
     * One door, if it stands open for this person.
     *
     * @param executionId which of several waits or tasks it is about, or null
     */
    Optional<Door> find(String doorId, String code, @Nullable String executionId, String userId);

    /** Why a door is closed to this person, whatever the incident, and whose it is; empty when it is the person's too. */
    Optional<String> notYours(String doorId, String userId);

    /** What the select fields of an open door's form offer, by the name under which the form knows the list. */
    Map<String, Object> lists(Door door, String code);

    /**
     * Does it, as the person the engine knows as the current one.
     *
     * @throws Refusal when it may not or cannot be done now, or an answer is wrong
     */
    void perform(String doorId, String code, @Nullable String executionId, Map<String, Object> values);
}
