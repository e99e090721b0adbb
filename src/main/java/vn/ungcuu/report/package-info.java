/** What the record says when it is summed up: the weekly digest, the present situation, statistics. */
@ApplicationModule(allowedDependencies = {"procedure", "incident", "notification", "organization"})
package vn.ungcuu.report;

import org.springframework.modulith.ApplicationModule;
