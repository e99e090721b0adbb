package vn.ungcuu.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When people are at work, in Asia/Ho_Chi_Minh, as {@code calendar.yaml} says. In a year it does not list
 * ({@link CalendarYears}) only the weekly days off are free.
 */
public interface WorkingTime {

    /** Whether the moment lies within the working hours of a working day; the end of a shift no longer does. */
    boolean isWorkingTime(Instant at);

    /** Whether the day is worked: no weekend and no public holiday, or worked instead of another day. */
    boolean isWorkingDay(LocalDate day);
}
