package vn.ungcuu.procedure;

import org.springframework.lang.Nullable;

/**
 * Something a person may do to an incident at any time, outside the tasks: one button of the incident's page.
 *
 * @param id also the id of its form
 * @param name what the button says, in Vietnamese
 * @param executionId which of several waits it ends, or which task it is about, when the same door stands open more than
 *     once; null otherwise
 */
public record Door(String id, String name, @Nullable String executionId) {}
