package vn.ungcuu.workplace.security;

import java.util.List;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who logged in at the provider, under the name the engine has; the token is kept to log out there with. */
class ProviderUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String userId;

    ProviderUser(String userId, OidcIdToken token) {
        super(List.of(), token);
        this.userId = userId;
    }

    @Override
    public String getName() {
        return userId;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof ProviderUser user && user.userId.equals(userId);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
