package vn.ungcuu.procedure;

import java.util.Arrays;
import java.util.List;

/** Every door there is, whoever may go through and whenever it stands open: for tests of their pages. */
public final class AllDoors {

    private AllDoors() {}

    public static List<Door> list() {
        return Arrays.stream(DoorRule.values())
                .map(rule -> new Door(rule.id(), rule.title(), null))
                .toList();
    }
}
