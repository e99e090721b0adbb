package vn.ungcuu.organization;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the engine's groups, rights and filters equal to the configuration, before the first
 * request is served.
 *
 * <p>Everything happens in one transaction: a start that fails leaves the rights of the start
 * before. Two nodes that start together may write the same row; the slower one tries again and then
 * finds everything done.
 */
@Component
class OrganizationSetup implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(OrganizationSetup.class);
    private static final int ATTEMPTS = 3;

    private final OrganizationFile file;
    private final PeopleSetup people;
    private final RightsSetup rights;
    private final FilterSetup filters;
    private final TransactionTemplate transaction;
    private final boolean demo;

    OrganizationSetup(
            OrganizationFile file,
            PeopleSetup people,
            RightsSetup rights,
            FilterSetup filters,
            PlatformTransactionManager transactionManager,
            Environment environment) {
        this.file = file;
        this.people = people;
        this.rights = rights;
        this.filters = filters;
        this.transaction = new TransactionTemplate(transactionManager);
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> apply());
                return;
            } catch (IllegalStateException | IllegalArgumentException mistake) {
                // A mistake in the configuration does not go away by itself.
                throw mistake;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Setting up the organization collided with another node, trying again: {}", e.getMessage());
            }
        }
    }

    private void apply() {
        people.applyGroups(file);
        if (demo) {
            people.applyDemoPeople(file);
        } else {
            people.ensureAdministrator(file);
        }
        rights.apply(file, filters.apply(file));
    }
}
