package vn.ungcuu.notification;

import java.util.Set;

/**
 * One recipient of a notice and the ways it goes there; beside them it is always shown in the application.
 *
 * @param to an office or a person
 * @param onDuty whether the person is told because he is on duty
 */
record Route(Recipient to, boolean onDuty, Set<Channel> by) {}
