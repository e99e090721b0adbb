package vn.ungcuu.workplace.security;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the province's single sign-on says of people. {@code docs/login.md} has an example of each; where it is stands in
 * {@code spring.security.oauth2.client}.
 *
 * @param label what the login page offers
 * @param userNameClaim what becomes the user id
 * @param groupsClaim a name, or names from the outside to the inside with dots between
 * @param groups for each office id, values of the groups claim
 * @param allowPlain whether it may be asked unencrypted
 * @param sslBundle a bundle of {@code spring.ssl.bundle} that says whom to trust; empty: whom Java trusts
 * @param timeout for each answer
 */
@ConfigurationProperties("ung-cuu.login.oidc")
record ProviderSettings(
        @DefaultValue("Đăng nhập bằng tài khoản của tỉnh") String label,
        @DefaultValue("preferred_username") String userNameClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue("email") String mailClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groups,
        @DefaultValue("false") boolean allowPlain,
        @DefaultValue("") String sslBundle,
        @DefaultValue("5s") Duration timeout) {

    static final String PREFIX = "ung-cuu.login.oidc.";
}
