package vn.ungcuu.deadline;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.Resource;

/**
 * Working hours, working days and public holidays as the commune writes them down: {@code calendar.yaml}.
 *
 * @param workingHours {@code HH:mm-HH:mm} in the order of the day
 * @param years the years whose public holidays are known
 */
record CalendarFile(List<String> workingHours, Set<DayOfWeek> workingDays, List<YearEntry> years) {

    private static final String ROOT = "calendar";

    CalendarFile {
        workingHours = orEmpty(workingHours);
        workingDays = workingDays == null ? Set.of() : Set.copyOf(workingDays);
        years = orEmpty(years);
        WorkingHours.parse(workingHours);
        require(!workingDays.isEmpty(), "working-days are missing");
        Set<Integer> known = new HashSet<>();
        for (YearEntry entry : years) {
            require(known.add(entry.year()), "the year " + entry.year() + " is listed twice");
            for (LocalDate day : entry.workedDays()) {
                require(!workingDays.contains(day.getDayOfWeek()), "worked-instead: worked anyway: " + day);
            }
        }
    }

    /**
     * The public holidays of one year.
     *
     * @param daysOff each {@code yyyy-MM-dd}, or first and last day: {@code yyyy-MM-dd to yyyy-MM-dd}
     * @param workedInstead days off by the week that are worked nevertheless, written likewise
     */
    record YearEntry(int year, List<String> daysOff, List<String> workedInstead) {

        YearEntry {
            daysOff = orEmpty(daysOff);
            workedInstead = orEmpty(workedInstead);
            // A year without holidays is none: somebody has begun to enter it and was called away.
            require(!daysOff.isEmpty(), "the year " + year + " has no days-off");
            Set<LocalDate> both = days(year, daysOff);
            both.retainAll(days(year, workedInstead));
            require(both.isEmpty(), "both off and worked: " + both);
        }

        Set<LocalDate> freeDays() {
            return days(year, daysOff);
        }

        Set<LocalDate> workedDays() {
            return days(year, workedInstead);
        }

        private static Set<LocalDate> days(int year, List<String> texts) {
            Set<LocalDate> days = new TreeSet<>();
            for (String text : texts) {
                String[] ends = text.split(" to ");
                LocalDate first = day(ends[0], text);
                LocalDate last = ends.length == 1 ? first : day(ends[1], text);
                require(ends.length <= 2 && !last.isBefore(first), "not a day, nor first to last day: " + text);
                require(first.getYear() == year && last.getYear() == year, "not in the year " + year + ": " + text);
                first.datesUntil(last.plusDays(1)).forEach(day -> require(days.add(day), "listed twice: " + day));
            }
            return days;
        }

        private static LocalDate day(String text, String whole) {
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("not a day as yyyy-MM-dd: " + whole, e);
            }
        }
    }

    /**
     * Reads the file.
     *
     * @throws IllegalStateException when it is missing, holds an unknown word, or names a day that cannot be meant
     */
    static CalendarFile read(Resource resource) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader().load(ROOT, resource).forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind(ROOT, Bindable.of(CalendarFile.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .orElseThrow(() -> new IllegalStateException("no '" + ROOT + "' in it"));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Cannot read the calendar from " + resource, e);
        }
    }

    private static void require(boolean right, String mistake) {
        if (!right) {
            throw new IllegalArgumentException(mistake);
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
