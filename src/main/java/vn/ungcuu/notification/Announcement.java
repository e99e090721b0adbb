package vn.ungcuu.notification;

import java.util.Map;

/**
 * Something other tools may want to know.
 *
 * @param event what happened, in kebab-case, e.g. {@code incident-closed}
 * @param code the incident
 * @param data whatever else there is to say, as JSON can carry it
 */
public record Announcement(String event, String code, boolean drill, Map<String, Object> data) {}
