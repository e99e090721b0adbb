package vn.ungcuu.organization;

/**
 * A body people belong to: an office of the commune, a unit under it, or a role.
 *
 * @param id the engine's group id, letters and digits only
 * @param name what people read, in Vietnamese
 */
public record Office(String id, String name, Kind kind) {

    public enum Kind {
        /** One of the three offices that carry out the procedure. */
        OFFICE,
        /** A unit that informs and supports, and never sees another unit's work. */
        UNIT,
        /** A function rather than a place: leadership, coordinators, analysts, administrators. */
        ROLE
    }
}
