package vn.ungcuu.incident;

import java.util.List;

/**
 * Counts the record. What a viewer may not see is not counted, so that every number is the length of a list the viewer can
 * open. Each call is one statement, however many incidents there are.
 */
public interface Figures {

    long count(Selection which, Viewer viewer);

    /** How many there are of each combination of values that occurs, in no particular order. */
    List<Count> count(Selection which, Viewer viewer, Dimension... by);

    /** One per milestone, in their order. */
    List<HandlingTime> times(Selection which, Viewer viewer);
}
