/** What people see beyond forms: login, start page, incident page, register; may use every module. */
@ApplicationModule
package vn.ungcuu.workplace;

import org.springframework.modulith.ApplicationModule;
