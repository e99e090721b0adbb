package vn.ungcuu.operations;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class OperationsConfiguration {

    /** Inside the security filters, which know who asks, and around everything else of ours. */
    @Bean
    FilterRegistrationBean<LogFields> logFields() {
        FilterRegistrationBean<LogFields> registration = new FilterRegistrationBean<>(new LogFields());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
        return registration;
    }
}
