package vn.ungcuu.deadline;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Working hours of the commune's offices, Monday to Friday: {@code ung-cuu.working-hours}, a list of
 * {@code HH:mm-HH:mm} in the order of the day.
 */
@ConfigurationProperties("ung-cuu")
record WorkingHours(
        @DefaultValue({"07:30-11:30", "13:30-17:00"}) List<String> workingHours) {

    /** @throws IllegalArgumentException if there are none, one is malformed, or they are not in order */
    List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        LocalTime end = LocalTime.MIN;
        for (String text : workingHours) {
            Shift shift = Shift.parse(text);
            if (shift.start().isBefore(end) || !shift.start().isBefore(shift.end())) {
                throw new IllegalArgumentException("ung-cuu.working-hours are not in order: " + workingHours);
            }
            end = shift.end();
            shifts.add(shift);
        }
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("ung-cuu.working-hours are empty");
        }
        return List.copyOf(shifts);
    }

    record Shift(LocalTime start, LocalTime end) {

        private static Shift parse(String text) {
            String[] times = text.split("-");
            if (times.length != 2) {
                throw new IllegalArgumentException("ung-cuu.working-hours: not HH:mm-HH:mm: " + text);
            }
            return new Shift(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
        }
    }
}
