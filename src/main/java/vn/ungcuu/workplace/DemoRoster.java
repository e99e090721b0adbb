package vn.ungcuu.workplace;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.deadline.DutyRoster;
import vn.ungcuu.organization.Groups;

/** Something to see in the demo: nights and weekends of this week and the next, at the first start only. */
@Component
@Profile("demo")
class DemoRoster implements SmartInitializingSingleton {

    private static final int DAYS = 14;
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private static final Map<String, String> OFFICES = Map.of(
            "vanphong", Groups.OFFICE,
            "congan", Groups.POLICE,
            "vanhoa", Groups.CULTURE_SOCIAL,
            "lanhdao", Groups.LEADERSHIP,
            "dieuphoi", Groups.COORDINATORS);

    private final DutyRoster roster;
    private final Clock clock;

    DemoRoster(DutyRoster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (roster.isEmpty()) {
            LocalDate monday =
                    clock.instant().atZone(UngCuuApplication.ZONE).toLocalDate().with(DayOfWeek.MONDAY);
            monday.datesUntil(monday.plusDays(DAYS)).forEach(this::fill);
        }
    }

    private void fill(LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        Instant from = day.atTime(weekend ? MORNING : EVENING)
                .atZone(UngCuuApplication.ZONE)
                .toInstant();
        Instant to =
                day.plusDays(1).atTime(MORNING).atZone(UngCuuApplication.ZONE).toInstant();
        if (to.isAfter(clock.instant())) {
            people(day.getDayOfWeek()).forEach(person -> roster.add(OFFICES.get(person), person, from, to, person));
        }
    }

    private static List<String> people(DayOfWeek day) {
        return switch (day) {
            case MONDAY, WEDNESDAY, FRIDAY, SUNDAY -> List.of("vanphong", "congan", "lanhdao");
            case TUESDAY, THURSDAY, SATURDAY -> List.of("vanhoa", "congan", "dieuphoi");
        };
    }
}
