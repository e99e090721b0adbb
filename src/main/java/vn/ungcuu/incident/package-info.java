/** The record: the incident, its timeline, its evidence and its code. */
@ApplicationModule(allowedDependencies = {})
package vn.ungcuu.incident;

import org.springframework.modulith.ApplicationModule;
