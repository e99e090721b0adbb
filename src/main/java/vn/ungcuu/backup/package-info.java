/** One file that holds a whole installation: taken while people work, restored into an empty one, on H2 or PostgreSQL. */
@ApplicationModule(allowedDependencies = {})
package vn.ungcuu.backup;

import org.springframework.modulith.ApplicationModule;
