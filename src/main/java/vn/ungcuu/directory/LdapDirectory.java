package vn.ungcuu.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import vn.ungcuu.organization.OfficeMapping;
import vn.ungcuu.organization.ProvidedPeople;
import vn.ungcuu.organization.ProvidedPerson;

/** Asks the directory. Filters are put together from values, never from text, so what somebody types stays a value. */
class LdapDirectory implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);

    private static final int PAGE = 500;
    private static final int CONNECTIONS = 4;
    private static final Duration OLDEST_CONNECTION = Duration.ofMinutes(5);

    private final LdapSettings settings;
    private final OfficeMapping mapping;
    private final Filter people;
    private final ServerSet servers;
    private final LDAPConnectionPool reader;

    /**
     * Does not connect yet: a directory that is down must not keep the application down.
     *
     * @param sockets to encrypted servers with, or null where none is
     */
    LdapDirectory(LdapSettings settings, OfficeMapping mapping, SocketFactory sockets) throws LDAPException {
        this.settings = settings;
        this.mapping = mapping;
        this.people = Filter.create(settings.peopleFilter());
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        options.setConnectTimeoutMillis(timeout);
        options.setResponseTimeoutMillis(timeout);
        options.setFollowReferrals(false);
        // The library leaves it to its user to ask whether the certificate is that host's.
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        List<LDAPURL> addresses = settings.servers();
        this.servers = new FailoverServerSet(
                addresses.stream().map(LDAPURL::getHost).toArray(String[]::new),
                addresses.stream().mapToInt(LDAPURL::getPort).toArray(),
                sockets,
                options);
        this.reader = new LDAPConnectionPool(
                servers, new SimpleBindRequest(settings.bindDn(), settings.bindPassword()), 0, CONNECTIONS);
        reader.setMaxWaitTimeMillis(timeout);
        reader.setMaxConnectionAgeMillis(OLDEST_CONNECTION.toMillis());
        reader.setRetryFailedOperationsDueToInvalidConnections(true);
    }

    /** @param dn the person's name there */
    record Found(String dn, ProvidedPerson person) {}

    /** Somebody who belongs to one of our offices. */
    Optional<Found> find(String userId) throws LDAPException {
        Filter named = Filter.createEqualityFilter(settings.userIdAttribute(), userId);
        List<SearchResultEntry> entries = search(settings.peopleBase(), SearchScope.SUB, both(people, named));
        if (entries.size() != 1) {
            return Optional.empty();
        }
        Entry entry = entries.get(0);
        Set<String> offices = new HashSet<>();
        for (Map.Entry<String, List<String>> office : mapping.names().entrySet()) {
            for (String group : office.getValue()) {
                if (!search(entry.getDN(), SearchScope.BASE, memberOf(group)).isEmpty()) {
                    offices.add(office.getKey());
                }
            }
        }
        return offices.isEmpty()
                ? Optional.empty()
                : person(entry, offices).map(person -> new Found(entry.getDN(), person));
    }

    /** Everybody who belongs to one of our offices. */
    List<ProvidedPerson> everybody() throws LDAPException {
        Map<String, Entry> entries = new HashMap<>();
        Map<String, Set<String>> offices = new HashMap<>();
        for (Map.Entry<String, List<String>> office : mapping.names().entrySet()) {
            for (String group : office.getValue()) {
                for (Entry member : search(settings.peopleBase(), SearchScope.SUB, both(people, memberOf(group)))) {
                    entries.put(member.getDN(), member);
                    offices.computeIfAbsent(member.getDN(), dn -> new HashSet<>())
                            .add(office.getKey());
                }
            }
        }
        return entries.values().stream()
                .flatMap(entry -> person(entry, offices.get(entry.getDN())).stream())
                .toList();
    }

    /** @return false when the directory knows the name and refuses the password */
    boolean isPasswordOf(String dn, String password) throws LDAPException {
        // An empty password is a login as nobody, which succeeds; some servers read one that begins with NUL as empty.
        if (password.isEmpty() || password.charAt(0) == 0) {
            return false;
        }
        // A connection of its own: one that is shared would stay the person's.
        try (LDAPConnection connection = servers.getConnection()) {
            return connection.bind(dn, password).getResultCode().equals(ResultCode.SUCCESS);
        } catch (LDAPException refused) {
            if (refused.getResultCode().isConnectionUsable()) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public void destroy() {
        reader.close();
    }

    private Filter memberOf(String group) throws LDAPException {
        return Filter.create(settings.memberFilter().replace(LdapSettings.GROUP, Filter.encodeValue(group)));
    }

    private static Filter both(Filter one, Filter other) {
        return Filter.createANDFilter(one, other);
    }

    private List<SearchResultEntry> search(String base, SearchScope scope, Filter filter) throws LDAPException {
        SearchRequest request = new SearchRequest(
                base, scope, filter, settings.userIdAttribute(), settings.nameAttribute(), settings.mailAttribute());
        List<SearchResultEntry> entries = new ArrayList<>();
        ASN1OctetString next = null;
        do {
            request.setControls(new SimplePagedResultsControl(PAGE, next));
            SearchResult page = reader.search(request);
            entries.addAll(page.getSearchEntries());
            SimplePagedResultsControl answer = SimplePagedResultsControl.get(page);
            next = answer != null && answer.moreResultsToReturn() ? answer.getCookie() : null;
        } while (next != null);
        return entries;
    }

    private Optional<ProvidedPerson> person(Entry entry, Set<String> offices) {
        String id = entry.getAttributeValue(settings.userIdAttribute());
        if (id == null || !id.matches(ProvidedPeople.USER_ID)) {
            LOG.warn("{} has no usable {} in the directory", entry.getDN(), settings.userIdAttribute());
            return Optional.empty();
        }
        return Optional.of(new ProvidedPerson(
                id.toLowerCase(Locale.ROOT),
                entry.getAttributeValue(settings.nameAttribute()),
                entry.getAttributeValue(settings.mailAttribute()),
                offices,
                ""));
    }
}
