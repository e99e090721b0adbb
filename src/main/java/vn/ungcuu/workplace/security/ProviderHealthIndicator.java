package vn.ungcuu.workplace.security;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** {@code WARNING}, not down: whoever is logged in works on, and so do accounts of our own. */
class ProviderHealthIndicator implements HealthIndicator {

    private static final Status WARNING = new Status("WARNING");

    private final Provider provider;

    ProviderHealthIndicator(Provider provider) {
        this.provider = provider;
    }

    @Override
    public Health health() {
        return provider.trouble()
                .map(reason ->
                        Health.status(WARNING).withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
