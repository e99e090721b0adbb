package vn.ungcuu.organization;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.Resource;

/**
 * The organization as the commune writes it down: {@code organization.yaml}.
 *
 * @param commune its name, as in {@code Xã Tân Phú}; empty until it is written down
 * @param rights named sets of grants; an office lists the sets it has
 */
record OrganizationFile(
        String commune,
        List<OfficeEntry> offices,
        List<RightsEntry> rights,
        List<FilterEntry> filters,
        PersonEntry administrator,
        List<PersonEntry> demoPeople) {

    private static final String ROOT = "organization";

    OrganizationFile {
        commune = commune == null ? "" : commune.strip();
        offices = orEmpty(offices);
        rights = orEmpty(rights);
        filters = orEmpty(filters);
        demoPeople = orEmpty(demoPeople);
        requireKnown("rights", names(rights), offices, OfficeEntry::rights);
        requireKnown("rights", names(rights), filters, FilterEntry::rights);
        requireKnown("offices", ids(offices), demoPeople, PersonEntry::offices);
    }

    /** Every group starts from its office entry, so the file is the one place to look. */
    record OfficeEntry(String id, String name, Office.Kind kind, String email, List<String> rights) {
        OfficeEntry {
            email = email == null ? "" : email.strip();
            rights = orEmpty(rights);
        }

        Office toOffice() {
            return new Office(id, name, kind, email);
        }
    }

    record RightsEntry(String name, List<GrantEntry> grants) {
        RightsEntry {
            grants = orEmpty(grants);
        }
    }

    /**
     * @param resource a name of the engine's {@code Resources}
     * @param ids resource ids, {@code *} for any
     * @param permissions names of permissions of that resource
     */
    record GrantEntry(String resource, List<String> ids, List<String> permissions) {
        GrantEntry {
            ids = orEmpty(ids);
            permissions = orEmpty(permissions);
        }
    }

    /**
     * A list in Tasklist, put together from words rather than from a query: the engine evaluates
     * expressions in a stored filter, so what is stored is written here and not in a file.
     *
     * @param rights the sets of rights whose groups see the list
     */
    record FilterEntry(
            String name,
            String description,
            int priority,
            String color,
            Whose whose,
            State state,
            Due due,
            List<String> rights) {
        FilterEntry {
            whose = whose == null ? Whose.MY_OFFICES : whose;
            state = state == null ? State.ANY : state;
            due = due == null ? Due.ANY : due;
            rights = orEmpty(rights);
        }
    }

    enum Whose {
        MINE,
        MY_OFFICES,
        EVERYBODYS
    }

    enum State {
        UNCLAIMED,
        CLAIMED,
        ANY
    }

    enum Due {
        OVERDUE,
        TODAY,
        /** Put on hold until a time to come. */
        HELD,
        ANY
    }

    record PersonEntry(String id, String firstName, String lastName, String email, List<String> offices) {
        PersonEntry {
            offices = orEmpty(offices);
        }
    }

    /**
     * Reads the file.
     *
     * @throws IllegalStateException when it is missing, holds an unknown word, or refers to an office
     *     or a set of rights it does not define
     */
    static OrganizationFile read(Resource resource) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader().load(ROOT, resource).forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind(
                            ROOT,
                            Bindable.of(OrganizationFile.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .orElseThrow(() -> new IllegalStateException("no '" + ROOT + "' in it"));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Cannot read the organization from " + resource, e);
        }
    }

    /** All grants of an office, those of its sets together. */
    List<GrantEntry> grantsOf(OfficeEntry office) {
        return rights.stream()
                .filter(set -> office.rights().contains(set.name()))
                .flatMap(set -> set.grants().stream())
                .toList();
    }

    /** The ids of the groups that have any of the sets of rights. */
    List<String> groupsWith(List<String> rightsNames) {
        return offices.stream()
                .filter(office -> office.rights().stream().anyMatch(rightsNames::contains))
                .map(OfficeEntry::id)
                .toList();
    }

    private static Set<String> names(List<RightsEntry> entries) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> names.add(entry.name()));
        return names;
    }

    private static Set<String> ids(List<OfficeEntry> entries) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    private static <T> void requireKnown(
            String what, Set<String> known, List<T> users, Function<T, List<String>> used) {
        for (T user : users) {
            for (String name : used.apply(user)) {
                if (!known.contains(name)) {
                    throw new IllegalStateException(user + " refers to " + what + " '" + name + "', unknown");
                }
            }
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
