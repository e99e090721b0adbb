/** What whoever runs the software watches: health with reasons, metrics, log fields. */
@ApplicationModule(allowedDependencies = {"incident", "procedure", "notification"})
package vn.ungcuu.operations;

import org.springframework.modulith.ApplicationModule;
