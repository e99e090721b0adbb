package vn.ungcuu.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.deadline.WorkingTime;
import vn.ungcuu.notification.Recipient.OnDuty;
import vn.ungcuu.notification.Recipient.Person;
import vn.ungcuu.organization.Organization;

/** Decides who is told by which way: by day the office, by night also whoever is on duty for it. */
@Component
class Routing {

    private final Transports transports;
    private final DutyRoster roster;
    private final WorkingTime workingTime;
    private final Organization organization;
    private final ToldPeople people;

    Routing(
            Transports transports,
            DutyRoster roster,
            WorkingTime workingTime,
            Organization organization,
            ToldPeople people) {
        this.transports = transports;
        this.roster = roster;
        this.workingTime = workingTime;
        this.organization = organization;
        this.people = people;
    }

    /** Each recipient once, the duty resolved as of that moment. */
    Collection<Route> of(Notice notice, Instant at) {
        Map<Recipient, Route> routes = new LinkedHashMap<>();
        for (Recipient recipient : notice.to()) {
            if (recipient instanceof OnDuty duty) {
                for (String userId : onDuty(duty.groupId(), at)) {
                    Person person = new Person(userId);
                    Set<Channel> by = mailAndPhone(userId, at);
                    if (notice.to().contains(new Recipient.Office(duty.groupId()))
                            && getsMailOf(duty.groupId(), userId)) {
                        // The mail to the whole office reaches him, and he cannot have muted it.
                        by.remove(Channel.MAIL);
                    }
                    routes.put(person, new Route(person, true, by));
                }
            } else {
                routes.putIfAbsent(recipient, new Route(recipient, false, mail()));
            }
        }
        if (notice.event().isUrgent()
                && (transports.has(Channel.MAIL) || transports.has(Channel.SMS))
                && !workingTime.isWorkingTime(at)) {
            for (Recipient recipient : notice.to()) {
                if (recipient instanceof Recipient.Office office) {
                    wake(office.groupId(), at, routes);
                }
            }
        }
        return routes.values();
    }

    /** Nobody is in the office: whoever is on duty for it gets a message of his own, unless this notice reaches him anyway. */
    private void wake(String office, Instant at, Map<Recipient, Route> routes) {
        for (String userId : onDuty(office, at)) {
            Person person = new Person(userId);
            Route known = routes.get(person);
            if (known != null) {
                // Told in person already; that he is on duty still means that he cannot have muted it.
                routes.put(person, new Route(person, true, known.by()));
            } else if (hasPhone(userId)) {
                routes.put(person, new Route(person, true, EnumSet.of(Channel.SMS)));
            } else if (transports.has(Channel.MAIL) && !getsMailOf(office, userId)) {
                routes.put(person, new Route(person, true, mail()));
            }
        }
    }

    /** Those on the roster who still belong to the office: whoever has left it is told nothing of it any more. */
    private List<String> onDuty(String office, Instant at) {
        return roster.onDuty(office, at).stream()
                .filter(userId -> organization
                        .person(userId)
                        .filter(person -> person.officeIds().contains(office))
                        .isPresent())
                .toList();
    }

    private boolean getsMailOf(String office, String userId) {
        boolean ownMailbox = organization
                .office(office)
                .filter(known -> !known.email().isEmpty())
                .isPresent();
        return !ownMailbox
                && organization
                        .person(userId)
                        .filter(person -> person.officeIds().contains(office))
                        .isPresent();
    }

    private Set<Channel> mailAndPhone(String userId, Instant at) {
        Set<Channel> by = mail();
        if (hasPhone(userId) && !workingTime.isWorkingTime(at)) {
            by.add(Channel.SMS);
        }
        return by;
    }

    private boolean hasPhone(String userId) {
        return transports.has(Channel.SMS) && people.wishesOf(userId).phone() != null;
    }

    private Set<Channel> mail() {
        return transports.has(Channel.MAIL) ? EnumSet.of(Channel.MAIL) : EnumSet.noneOf(Channel.class);
    }
}
