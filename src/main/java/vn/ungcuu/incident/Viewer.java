package vn.ungcuu.incident;

import java.util.Set;

/**
 * Who asks, as far as the record's visibility goes.
 *
 * @param offices ids of the offices the person belongs to: their incidents are visible
 * @param seesAll whether all incidents are visible except restricted ones of other offices
 */
public record Viewer(Set<String> offices, boolean seesAll) {

    public Viewer {
        offices = Set.copyOf(offices);
    }
}
