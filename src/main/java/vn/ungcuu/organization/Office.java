package vn.ungcuu.organization;

/**
 * A body people belong to: an office of the commune, a unit under it, or a role.
 *
 * @param id the engine's group id, letters and digits only
 * @param name what people read, in Vietnamese
 * @param email the mailbox of the office as a whole; empty where there is none
 */
public record Office(String id, String name, Kind kind, String email) {

    public enum Kind {
        /** One of the three offices that carry out the procedure. */
        OFFICE("Phòng, ban"),
        /** A unit that informs and supports, and never sees another unit's work. */
        UNIT("Đơn vị trực thuộc"),
        /** A function rather than a place: leadership, coordinators, analysts, administrators. */
        ROLE("Vai trò");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As the administrator reads it beside the name. */
        String words() {
            return words;
        }
    }

    /** Whether tasks may be its own: the other roles watch or administer, and are given no work on incidents. */
    public boolean hasWork() {
        return kind != Kind.ROLE || id.equals(Groups.LEADERSHIP);
    }
}
