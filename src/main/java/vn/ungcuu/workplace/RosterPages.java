package vn.ungcuu.workplace;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.Duty;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.deadline.WorkingTime;
import vn.ungcuu.organization.Groups;
import vn.ungcuu.organization.Office;
import vn.ungcuu.organization.Organization;
import vn.ungcuu.organization.Person;

/** Puts the duty roster into the words and the order of its page. */
@Component
class RosterPages {

    private static final Map<DayOfWeek, String> DAY_NAMES = Map.of(
            DayOfWeek.MONDAY, "Thứ Hai",
            DayOfWeek.TUESDAY, "Thứ Ba",
            DayOfWeek.WEDNESDAY, "Thứ Tư",
            DayOfWeek.THURSDAY, "Thứ Năm",
            DayOfWeek.FRIDAY, "Thứ Sáu",
            DayOfWeek.SATURDAY, "Thứ Bảy",
            DayOfWeek.SUNDAY, "Chủ nhật");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Set<String> EVERYWHERE = Set.of(Groups.LEADERSHIP, Groups.COORDINATORS);

    private final DutyRoster roster;
    private final WorkingTime workingTime;
    private final Organization organization;
    private final VietnameseTime time;
    private final Clock clock;

    RosterPages(
            DutyRoster roster, WorkingTime workingTime, Organization organization, VietnameseTime time, Clock clock) {
        this.roster = roster;
        this.workingTime = workingTime;
        this.organization = organization;
        this.time = time;
        this.clock = clock;
    }

    /** Monday to Sunday. */
    record Week(
            LocalDate monday,
            String first,
            String last,
            LocalDate previous,
            LocalDate next,
            List<Day> days,
            List<Row> rows,
            List<Removable> removable) {}

    /** @param off whether the offices do not work that day */
    record Day(String name, String date, boolean today, boolean off) {}

    /** An office and who is on duty for it on each day of the week. */
    record Row(String office, List<List<Shift>> days) {

        public boolean empty() {
            return days.stream().allMatch(List::isEmpty);
        }
    }

    /** @param now whether it is the day and the hour of it */
    record Shift(String hours, String person, boolean now) {}

    /** A duty the viewer may take off the roster. */
    record Removable(long id, String office, String person, String period, String entered, boolean current) {}

    /** Offices that have a roster: those that carry out the procedure, units, leadership and coordinators. */
    List<Office> offices() {
        return organization.offices().stream()
                .filter(office -> office.kind() != Office.Kind.ROLE || EVERYWHERE.contains(office.id()))
                .toList();
    }

    /** Offices whose roster the person may change: their own; leadership and coordinators that of every office. */
    List<Office> editable(Me me) {
        boolean everywhere = me.groupIds().stream().anyMatch(EVERYWHERE::contains);
        return offices().stream()
                .filter(office -> everywhere || me.groupIds().contains(office.id()))
                .toList();
    }

    /** @param shown any day of the week */
    Week week(LocalDate shown, Me me) {
        LocalDate monday = shown.with(DayOfWeek.MONDAY);
        List<LocalDate> days = IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
        List<Duty> duties = roster.between(Dates.start(monday), Dates.start(monday.plusDays(7)));
        Names names = new Names();
        return new Week(
                monday,
                DATE.format(monday),
                DATE.format(monday.plusDays(6)),
                monday.minusDays(7),
                monday.plusDays(7),
                days.stream().map(this::day).toList(),
                offices().stream()
                        .map(office -> row(office, days, duties, names))
                        .toList(),
                removable(duties, editable(me), names));
    }

    LocalDate today() {
        return clock.instant().atZone(UngCuuApplication.ZONE).toLocalDate();
    }

    private Day day(LocalDate day) {
        return new Day(
                DAY_NAMES.get(day.getDayOfWeek()),
                DAY.format(day),
                day.equals(today()),
                !workingTime.isWorkingDay(day));
    }

    private Row row(Office office, List<LocalDate> days, List<Duty> duties, Names names) {
        List<Duty> own = duties.stream()
                .filter(duty -> duty.office().equals(office.id()))
                .toList();
        return new Row(
                office.name(), days.stream().map(day -> shifts(day, own, names)).toList());
    }

    private List<Shift> shifts(LocalDate day, List<Duty> duties, Names names) {
        Instant from = Dates.start(day);
        Instant to = Dates.end(day);
        Instant now = clock.instant();
        return duties.stream()
                .filter(duty -> duty.overlaps(from, to))
                .map(duty -> new Shift(hours(duty, from, to), names.of(duty), day.equals(today()) && duty.covers(now)))
                .toList();
    }

    /** What part of the day it takes: a duty goes on over midnight, and the table has a column per day. */
    private static String hours(Duty duty, Instant from, Instant to) {
        boolean begins = !duty.from().isBefore(from);
        boolean ends = !duty.to().isAfter(to);
        if (begins && ends) {
            return hour(duty.from()) + "–" + (duty.to().equals(to) ? "24:00" : hour(duty.to()));
        }
        if (begins) {
            return "từ " + hour(duty.from());
        }
        return ends && !duty.to().equals(to) ? "đến " + hour(duty.to()) : "cả ngày";
    }

    private List<Removable> removable(List<Duty> duties, List<Office> editable, Names names) {
        Map<String, String> offices = editable.stream().collect(Collectors.toMap(Office::id, Office::name));
        Instant now = clock.instant();
        return duties.stream()
                .filter(duty -> offices.containsKey(duty.office()) && duty.to().isAfter(now))
                .map(duty -> new Removable(
                        duty.id(),
                        offices.get(duty.office()),
                        names.of(duty),
                        period(duty.from(), duty.to()),
                        organization.nameOf(duty.enteredBy()) + ", " + time.of(duty.enteredAt()),
                        duty.covers(now)))
                .toList();
    }

    /** When a duty lasts, for a sentence: {@code từ 17:00 05/03/2026 đến 07:30 06/03/2026}. */
    static String period(Instant from, Instant to) {
        return "từ " + hour(from) + " " + DATE.format(local(from)) + " đến " + hour(to) + " " + DATE.format(local(to));
    }

    /** Who is on duty at this moment, per office that has somebody. */
    List<Line> now() {
        Instant now = clock.instant();
        Names names = new Names();
        Map<String, List<Duty>> byOffice = roster.between(now, now.plusMillis(1)).stream()
                .sorted(Comparator.comparing(Duty::from))
                .collect(Collectors.groupingBy(Duty::office));
        return offices().stream()
                .filter(office -> byOffice.containsKey(office.id()))
                .map(office -> new Line(
                        office.name(),
                        byOffice.get(office.id()).stream()
                                .map(duty -> names.of(duty) + ", đến " + hour(duty.to()) + " "
                                        + DATE.format(local(duty.to())))
                                .distinct()
                                .collect(Collectors.joining("\n"))))
                .toList();
    }

    boolean isWorkingTime() {
        return workingTime.isWorkingTime(clock.instant());
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(UngCuuApplication.ZONE);
    }

    private static String hour(Instant instant) {
        return HOUR.format(local(instant));
    }

    /** Asks for each person once a page. */
    private final class Names {

        private final Map<String, Optional<Person>> known = new HashMap<>();

        /** Somebody may have left the office after the roster was made: then whoever reads it has to know. */
        String of(Duty duty) {
            Optional<Person> person = known.computeIfAbsent(duty.person(), organization::person);
            String name = person.map(Person::name).orElse(duty.person());
            boolean member = person.filter(found -> found.officeIds().contains(duty.office()))
                    .isPresent();
            return member ? name : name + " (không còn thuộc đơn vị)";
        }
    }
}
