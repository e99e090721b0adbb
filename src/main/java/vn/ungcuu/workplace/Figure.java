package vn.ungcuu.workplace;

/**
 * A number and where to see what it counts.
 *
 * @param path of a page of ours whose list is exactly {@code count} long for the same viewer
 */
record Figure(long count, String path) {

    static Figure of(long count, RegisterSearch search) {
        return new Figure(count, search.path());
    }
}
