package vn.ungcuu.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What the roster promises, on whichever database. */
abstract class DutyRosterContract {

    @Autowired
    DutyRoster roster;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void nobodyIsOnDuty() {
        jdbc.sql("delete from duty_roster").update();
        itIs("2026-11-25T18:00");
    }

    @Test
    void nightEndsWhenTheMorningBegins() {
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        assertThat(roster.onDuty("office", at("2026-11-25T16:59"))).isEmpty();
        assertThat(roster.onDuty("office", at("2026-11-25T17:00"))).containsExactly("lan");
        assertThat(roster.onDuty("office", at("2026-11-26T07:29"))).containsExactly("lan");
        assertThat(roster.onDuty("office", at("2026-11-26T07:30"))).isEmpty();
        assertThat(roster.onDuty("police", at("2026-11-25T20:00"))).isEmpty();
    }

    @Test
    void severalAreOnDutyAtOnceAndEachIsNamedOnce() {
        add("office", "minh", "2026-11-25T19:00", "2026-11-26T07:30");
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        add("office", "lan", "2026-11-25T18:00", "2026-11-25T22:00");
        assertThat(roster.onDuty("office", at("2026-11-25T20:00"))).containsExactly("lan", "minh");
    }

    @Test
    void entrySaysWhoMadeItAndWhen() {
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        assertThat(roster.between(at("2026-11-25T00:00"), at("2026-11-26T00:00")))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.enteredBy()).isEqualTo("thu");
                    assertThat(duty.enteredAt()).isEqualTo(at("2026-11-25T18:00"));
                    assertThat(duty.from()).isEqualTo(at("2026-11-25T17:00"));
                    assertThat(duty.to()).isEqualTo(at("2026-11-26T07:30"));
                    assertThat(roster.find(duty.id())).contains(duty);
                });
    }

    @Test
    void periodHoldsWhatReachesIntoIt() {
        add("office", "before", "2026-11-25T17:00", "2026-11-27T00:00");
        add("office", "into", "2026-11-26T17:00", "2026-11-27T07:30");
        add("office", "out-of", "2026-11-27T17:00", "2026-11-28T07:30");
        add("office", "after", "2026-11-28T00:00", "2026-11-28T07:30");
        assertThat(roster.between(at("2026-11-27T00:00"), at("2026-11-28T00:00")))
                .extracting(Duty::person)
                .containsExactly("into", "out-of");
    }

    @Test
    void sameEntryAgainIsOneEntry() {
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        assertThat(roster.between(at("2026-11-25T00:00"), at("2026-11-27T00:00")))
                .hasSize(1);
    }

    @Test
    void whatCannotBeMeantIsRefusedInOneSentence() {
        refused("2026-11-26T17:00", "2026-11-26T17:00", "kết thúc sau khi bắt đầu");
        refused("2026-11-26T17:00", "2026-11-26T07:30", "kết thúc sau khi bắt đầu");
        refused("2026-11-25T17:00", "2026-12-26T17:01", "dài nhất là 31 ngày");
        refused("2026-11-24T17:00", "2026-11-25T18:00", "trong quá khứ");
        assertThat(roster.isEmpty()).isTrue();
    }

    @Test
    void thirtyOneDaysAreTaken() {
        add("office", "lan", "2026-11-25T17:00", "2026-12-26T17:00");
        assertThat(roster.isEmpty()).isFalse();
    }

    @Test
    void dutyToComeDisappearsWhenRemoved() {
        add("office", "lan", "2026-11-26T17:00", "2026-11-27T07:30");
        roster.remove(onlyId());
        assertThat(roster.isEmpty()).isTrue();
    }

    @Test
    void currentDutyEndsNowAndStaysOnTheRoster() {
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        roster.remove(onlyId());
        assertThat(roster.onDuty("office", at("2026-11-25T17:59"))).containsExactly("lan");
        assertThat(roster.onDuty("office", at("2026-11-25T18:00"))).isEmpty();
    }

    @Test
    void pastDutyCannotBeRemoved() {
        add("office", "lan", "2026-11-25T17:00", "2026-11-26T07:30");
        long id = onlyId();
        itIs("2026-11-26T07:30");
        assertThatExceptionOfType(DutyRefused.class)
                .isThrownBy(() -> roster.remove(id))
                .withMessageContaining("đã kết thúc");
        assertThat(roster.find(id)).isPresent();
    }

    @Test
    void removingTwiceSaysSo() {
        add("office", "lan", "2026-11-26T17:00", "2026-11-27T07:30");
        long id = onlyId();
        roster.remove(id);
        assertThatExceptionOfType(DutyRefused.class).isThrownBy(() -> roster.remove(id));
    }

    private void refused(String from, String to, String sentence) {
        assertThatExceptionOfType(DutyRefused.class)
                .isThrownBy(() -> add("office", "lan", from, to))
                .withMessageContaining(sentence);
    }

    private void add(String office, String person, String from, String to) {
        roster.add(office, person, at(from), at(to), "thu");
    }

    private long onlyId() {
        return jdbc.sql("select id from duty_roster").query(Long.class).single();
    }

    private void itIs(String local) {
        when(clock.instant()).thenReturn(at(local));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+07:00").toInstant();
    }
}
