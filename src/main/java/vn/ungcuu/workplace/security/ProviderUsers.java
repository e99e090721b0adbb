package vn.ungcuu.workplace.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vn.ungcuu.organization.OfficeMapping;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.ProvidedPeople;
import vn.ungcuu.organization.ProvidedPeople.Keeper;
import vn.ungcuu.organization.ProvidedPerson;

/** Brings the engine's copy of a person up to date with what the provider says at the person's login. */
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Belongs to no office, or to none any more. */
    static final String NO_OFFICE = "ung-cuu-no-office";

    /** The name is that of another account. */
    static final String NAME_TAKEN = "ung-cuu-name-taken";

    /** There is no name, or none the engine could take. */
    static final String NO_NAME = "ung-cuu-no-name";

    private final OAuth2UserService<OidcUserRequest, OidcUser> asked;
    private final ProviderSettings settings;
    private final OfficeMapping mapping;
    private final ProvidedPeople people;
    private final Organization organization;

    ProviderUsers(
            OAuth2UserService<OidcUserRequest, OidcUser> asked,
            ProviderSettings settings,
            OfficeMapping mapping,
            ProvidedPeople people,
            Organization organization) {
        this.asked = asked;
        this.settings = settings;
        this.mapping = mapping;
        this.people = people;
        this.organization = organization;
    }

    boolean decidesOn(String officeId) {
        return mapping.offices().contains(officeId);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = asked.loadUser(request);
        Map<String, Object> claims = user.getClaims();
        String userId = text(claims, settings.userNameClaim()).strip().toLowerCase(Locale.ROOT);
        if (!userId.matches(ProvidedPeople.USER_ID)) {
            throw refused(NO_NAME);
        }
        Set<String> offices = offices(claims);
        ProvidedPerson person = new ProvidedPerson(
                userId,
                text(claims, settings.nameClaim()),
                text(claims, settings.mailClaim()),
                offices,
                user.getIssuer() + " " + user.getSubject());
        // Strangers are not remembered; somebody we know loses what was lost there.
        boolean known = people.keeperOf(userId).isPresent() || people.isOurs(userId);
        if ((known || !offices.isEmpty()) && !people.admit(Keeper.PROVIDER, person, mapping.offices())) {
            throw refused(NAME_TAKEN);
        }
        if (organization.officesOf(userId).isEmpty()) {
            throw refused(NO_OFFICE);
        }
        return new ProviderUser(userId, user.getIdToken());
    }

    private Set<String> offices(Map<String, Object> claims) {
        Set<String> groups = values(find(claims, settings.groupsClaim()));
        return mapping.names().entrySet().stream()
                .filter(office -> office.getValue().stream().anyMatch(groups::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> values(Object claim) {
        Collection<?> values =
                claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        return values.stream().filter(Objects::nonNull).map(String::valueOf).collect(Collectors.toSet());
    }

    private static String text(Map<String, Object> claims, String name) {
        return Objects.toString(find(claims, name), "");
    }

    private static Object find(Map<?, ?> claims, String name) {
        int dot = name.indexOf('.');
        return claims.containsKey(name) || dot < 0
                ? claims.get(name)
                : claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                        ? find(inner, name.substring(dot + 1))
                        : null;
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }
}
