package vn.ungcuu.incident;

/**
 * A page of the register.
 *
 * @param page from 0
 * @param size rows per page, 1 to 200
 */
public record RegisterFilter(Selection which, int page, int size) {

    public RegisterFilter {
        page = Math.max(page, 0);
        size = Math.min(Math.max(size, 1), 200);
    }

    /** The newest incidents, whatever they are. */
    public static RegisterFilter newest(int size) {
        return new RegisterFilter(Selection.all(), 0, size);
    }
}
