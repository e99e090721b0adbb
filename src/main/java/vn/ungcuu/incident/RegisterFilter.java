package vn.ungcuu.incident;

import org.springframework.lang.Nullable;

/**
 * Which incidents of the register to list. Null means any.
 *
 * @param text words that all occur in code, title, description, system or reporter; accents and case do not matter
 * @param year year of the report in Vietnam
 * @param page from 0
 * @param size rows per page, 1 to 200
 */
public record RegisterFilter(
        @Nullable String text,
        @Nullable Boolean open,
        @Nullable Integer year,
        int page,
        int size) {

    public RegisterFilter {
        page = Math.max(page, 0);
        size = Math.min(Math.max(size, 1), 200);
    }

    /** The newest incidents, whatever they are. */
    public static RegisterFilter newest(int size) {
        return new RegisterFilter(null, null, null, 0, size);
    }
}
