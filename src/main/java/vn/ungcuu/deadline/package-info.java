/** Working calendar, duty roster and every due date, in one place. */
@ApplicationModule(allowedDependencies = {})
package vn.ungcuu.deadline;

import org.springframework.modulith.ApplicationModule;
