/** The people of the province's directory (LDAP): who they are, whether a password is theirs, their copy in the engine. */
@ApplicationModule(allowedDependencies = {"organization"})
package vn.ungcuu.directory;

import org.springframework.modulith.ApplicationModule;
