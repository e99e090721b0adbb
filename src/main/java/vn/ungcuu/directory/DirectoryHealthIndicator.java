package vn.ungcuu.directory;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** {@code WARNING}, not down: whoever is logged in works on, and so do accounts of our own. */
class DirectoryHealthIndicator implements HealthIndicator {

    private static final Status WARNING = new Status("WARNING");

    private final DirectoryPeople people;

    DirectoryHealthIndicator(DirectoryPeople people) {
        this.people = people;
    }

    @Override
    public Health health() {
        return people.trouble()
                .map(reason ->
                        Health.status(WARNING).withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
