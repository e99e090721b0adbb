package vn.ungcuu.report;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.ungcuu.ForModels;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.notification.Notice;
import vn.ungcuu.notification.NoticeEvent;
import vn.ungcuu.notification.Notifications;
import vn.ungcuu.notification.Recipient;
import vn.ungcuu.organization.Groups;

/** For models: tells leadership and coordinators what the last whole week, Monday to Sunday, was like. */
@Component("weeklyDigest")
@ForModels
public class WeeklyDigest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final WeekInWords words;
    private final Notifications notifications;
    private final Clock clock;

    WeeklyDigest(WeekInWords words, Notifications notifications, Clock clock) {
        this.words = words;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Also when there is nothing to tell: no digest would mean that something is broken. */
    public void send(DelegateExecution execution) {
        LocalDate end =
                LocalDate.ofInstant(clock.instant(), UngCuuApplication.ZONE).with(previousOrSame(DayOfWeek.MONDAY));
        LocalDate start = end.minusWeeks(1);
        String week = DAY.format(start) + " đến " + DAY.format(end.minusDays(1));
        notifications.tell(new Notice(
                NoticeEvent.WEEKLY_DIGEST,
                List.of(new Recipient.Office(Groups.LEADERSHIP), new Recipient.Office(Groups.COORDINATORS)),
                null,
                false,
                "Tổng hợp sự cố tuần từ " + week,
                "Tuần từ " + week + ".\n\n"
                        + words.of(
                                start.atStartOfDay(UngCuuApplication.ZONE).toInstant(),
                                end.atStartOfDay(UngCuuApplication.ZONE).toInstant()),
                "/so-theo-doi"));
    }
}
