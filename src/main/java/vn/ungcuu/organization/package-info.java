/** Offices, people, rights and Tasklist filters, from idempotent configuration. */
@ApplicationModule(allowedDependencies = {})
package vn.ungcuu.organization;

import org.springframework.modulith.ApplicationModule;
