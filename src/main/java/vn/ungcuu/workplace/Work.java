package vn.ungcuu.workplace;

import java.util.List;

/**
 * Open tasks of a person, or waiting for one.
 *
 * @param tasks the most urgent of them
 * @param total how many there are, shown or not
 */
record Work(List<OpenTask> tasks, long total) {

    static final Work NONE = new Work(List.of(), 0);

    public boolean isEmpty() {
        return total == 0;
    }

    public boolean isLonger() {
        return total > tasks.size();
    }
}
