package vn.ungcuu.procedure;

import java.util.Collection;
import java.util.Set;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.organization.Groups;

/** Which incidents somebody sees, by the groups he belongs to. */
public final class Viewers {

    /** They receive, lead or watch over all incidents; everybody else sees those the own office works on. */
    private static final Set<String> SEE_ALL = Set.of(Groups.OFFICE, Groups.LEADERSHIP, Groups.COORDINATORS);

    private Viewers() {}

    public static Viewer of(Collection<String> groupIds) {
        return new Viewer(Set.copyOf(groupIds), groupIds.stream().anyMatch(SEE_ALL::contains));
    }
}
