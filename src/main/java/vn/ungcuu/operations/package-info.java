/** What whoever runs the software watches: health with reasons, metrics, log fields; when a node serves. */
@ApplicationModule(allowedDependencies = {"deadline", "incident", "procedure", "notification"})
package vn.ungcuu.operations;

import org.springframework.modulith.ApplicationModule;
