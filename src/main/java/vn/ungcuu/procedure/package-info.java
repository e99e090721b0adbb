/** The glue between the models and the record: start and end, form checks, engine events, doors for messages. */
@ApplicationModule(allowedDependencies = {"incident", "deadline", "notification", "organization"})
package vn.ungcuu.procedure;

import org.springframework.modulith.ApplicationModule;
