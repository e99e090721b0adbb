package vn.ungcuu.deadline;

import java.util.List;

/** Whether the public holidays are known for the years that deadlines reach into. */
public interface CalendarYears {

    /** Years that {@code calendar.yaml} lacks today: the current one, and from 1 November on the next one. */
    List<Integer> missing();
}
