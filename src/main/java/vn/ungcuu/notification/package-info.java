/** Messages to people: mail, SMS gateway, in the application; never blocks a task, loses none. */
@ApplicationModule(allowedDependencies = {"organization", "deadline"})
package vn.ungcuu.notification;

import org.springframework.modulith.ApplicationModule;
