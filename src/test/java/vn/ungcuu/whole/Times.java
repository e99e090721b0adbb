package vn.ungcuu.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the same thing took several times. */
final class Times {

    private final List<Long> nanos = new ArrayList<>();

    void add(long more) {
        nanos.add(more);
    }

    double median() {
        return sorted().get(nanos.size() / 2);
    }

    private List<Long> sorted() {
        return nanos.stream().sorted().toList();
    }

    /** Median, least and most in milliseconds. */
    @Override
    public String toString() {
        List<Long> sorted = sorted();
        return String.format(
                Locale.ROOT,
                "%.0f ms (%.0f-%.0f)",
                median() / 1e6,
                sorted.get(0) / 1e6,
                sorted.get(sorted.size() - 1) / 1e6);
    }
}
