package vn.ungcuu.directory;

import com.unboundid.ldap.sdk.LDAPException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import vn.ungcuu.organization.OfficeMapping;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.ProvidedPeople;

/** All of it only where there is an address. */
@Configuration(proxyBeanMethods = false)
@Conditional(DirectoryConfiguration.HasAddress.class)
@EnableConfigurationProperties(LdapSettings.class)
class DirectoryConfiguration {

    private static final String GROUPS = LdapSettings.PREFIX + "groups";

    static class HasAddress implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty(LdapSettings.PREFIX + "url"));
        }
    }

    private final OfficeMapping mapping;

    DirectoryConfiguration(LdapSettings settings, Organization organization) {
        settings.check();
        this.mapping = OfficeMapping.of(GROUPS, settings.groups(), organization);
        mapping.names().values().forEach(names -> names.forEach(name -> LdapSettings.dn("groups", name)));
    }

    @Bean
    LdapDirectory ldapDirectory(LdapSettings settings, SslBundles bundles) throws LDAPException {
        return new LdapDirectory(
                settings, mapping, new ImpatientSockets(sockets(settings, bundles), settings.timeout()));
    }

    @Bean
    DirectoryPeople directoryPeople(LdapDirectory directory, ProvidedPeople people) {
        return new DirectoryPeople(directory, mapping, people);
    }

    @Bean
    DirectoryHealthIndicator directoryHealthIndicator(DirectoryPeople people) {
        return new DirectoryHealthIndicator(people);
    }

    private static SocketFactory sockets(LdapSettings settings, SslBundles bundles) {
        if (!settings.isEncrypted()) {
            return SocketFactory.getDefault();
        }
        if (settings.sslBundle().isEmpty()) {
            return SSLSocketFactory.getDefault();
        }
        try {
            return bundles.getBundle(settings.sslBundle()).createSslContext().getSocketFactory();
        } catch (NoSuchSslBundleException | IllegalStateException e) {
            throw LdapSettings.refused(
                    "ssl-bundle",
                    "Không có hoặc không đọc được bộ chứng thư “" + settings.sslBundle()
                            + "”: xem spring.ssl.bundle.pem." + settings.sslBundle() + ".truststore.certificate.",
                    "The bundle '" + settings.sslBundle() + "' is missing or cannot be read: see spring.ssl.bundle.pem."
                            + settings.sslBundle() + ".truststore.certificate.");
        }
    }
}
