package vn.ungcuu.workplace;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.organization.Office;
import vn.ungcuu.procedure.Viewers;

/**
 * The person a page is made for, with offices and rights as they are at this request.
 *
 * @param mayReport whether the person may start the procedure
 */
record Me(
        String id,
        String name,
        List<Office> offices,
        boolean mayReport,
        boolean hasTasklist,
        boolean hasCockpit,
        boolean hasAdmin) {

    Me {
        offices = List.copyOf(offices);
    }

    List<String> groupIds() {
        return offices.stream().map(Office::id).toList();
    }

    Viewer viewer() {
        return Viewers.of(groupIds());
    }

    /** Whether the register can hold anything for this person: analysts and administrators see no incident. */
    public boolean seesRegister() {
        return !Set.of(Groups.ANALYSTS, Groups.ADMIN).containsAll(groupIds());
    }

    /** Whether it is the person's business that the software is set up for what comes. */
    boolean seesToTheWhole() {
        return groupIds().stream().anyMatch(Set.of(Groups.COORDINATORS, Groups.LEADERSHIP, Groups.ADMIN)::contains);
    }

    /** Whether the person watches over the work of the whole commune: coordinators and leadership. */
    public boolean seesFigures() {
        return groupIds().stream().anyMatch(Set.of(Groups.COORDINATORS, Groups.LEADERSHIP)::contains);
    }

    /** @throws ResponseStatusException 403 for anybody else */
    void requireFigures() {
        if (!seesFigures()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    public boolean leads() {
        return groupIds().contains(Groups.LEADERSHIP);
    }

    public boolean coordinates() {
        return groupIds().contains(Groups.COORDINATORS);
    }

    public boolean analyses() {
        return groupIds().contains(Groups.ANALYSTS);
    }

    /** The offices' names on one line. */
    public String officeNames() {
        return offices.stream().map(Office::name).collect(Collectors.joining(", "));
    }
}
