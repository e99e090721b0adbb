package vn.ungcuu.incident;

import java.util.List;

/**
 * One page of the register.
 *
 * @param total number of incidents on all pages
 * @param drills how many of them are practice
 * @param page from 0
 */
public record RegisterPage(List<Incident> incidents, long total, long drills, int page, int size) {

    public RegisterPage {
        incidents = List.copyOf(incidents);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
