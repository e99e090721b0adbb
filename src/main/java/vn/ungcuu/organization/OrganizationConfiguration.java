package vn.ungcuu.organization;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class OrganizationConfiguration {

    /** The packaged file unless the commune points {@code ung-cuu.organization} at its own. */
    @Bean
    OrganizationFile organizationFile(@Value("${ung-cuu.organization:classpath:organization.yaml}") Resource file) {
        return OrganizationFile.read(file);
    }
}
