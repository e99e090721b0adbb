package vn.ungcuu.deadline;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Working hours of a day: at least one shift, in the order of the day. */
record WorkingHours(List<Shift> shifts) {

    /**
     * @param texts {@code HH:mm-HH:mm} in the order of the day
     * @throws IllegalArgumentException if there are none, one is malformed, or they are not in order
     */
    static WorkingHours parse(List<String> texts) {
        List<Shift> shifts = new ArrayList<>();
        LocalTime end = LocalTime.MIN;
        for (String text : texts) {
            Shift shift = Shift.parse(text);
            if (shift.start().isBefore(end) || !shift.start().isBefore(shift.end())) {
                throw new IllegalArgumentException("working-hours are not in order: " + texts);
            }
            end = shift.end();
            shifts.add(shift);
        }
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("working-hours are missing");
        }
        return new WorkingHours(List.copyOf(shifts));
    }

    boolean contain(LocalTime time) {
        return shifts.stream().anyMatch(shift -> !time.isBefore(shift.start()) && time.isBefore(shift.end()));
    }

    record Shift(LocalTime start, LocalTime end) {

        private static Shift parse(String text) {
            String[] times = text.split("-");
            try {
                if (times.length == 2) {
                    return new Shift(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("working-hours: not HH:mm-HH:mm: " + text, e);
            }
            throw new IllegalArgumentException("working-hours: not HH:mm-HH:mm: " + text);
        }
    }
}
