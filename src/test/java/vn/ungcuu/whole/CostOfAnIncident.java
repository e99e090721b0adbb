package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code ./mvnw -Pbench test -Dtest=CostOfAnIncident}: what each step of an ordinary incident costs the
 * database with everything we add to the engine, beside the same diagrams on an engine alone, and what the whole takes.
 */
@SpringBootTest
@OnPostgres
@Import(CountingDataSource.OfTheTest.class)
class CostOfAnIncident {

    /** Until the compiler has seen all of it; ours has more to be seen. */
    private static final int WARM_UP = Integer.getInteger("warm-up", 20);

    private static final int ROUNDS = Integer.getInteger("rounds", 25);

    @Autowired
    ProcessEngine engine;

    @Autowired
    DataSource source;

    @Autowired
    JdbcConnectionDetails database;

    @BeforeEach
    void stopTheClock() {
        WallClock.set(OffsetDateTime.parse("2026-05-04T08:00:00+07:00"));
    }

    @AfterEach
    void letTheClockGo() {
        WallClock.letGo();
    }

    @Test
    void printsWhatEachStepCosts() throws IOException {
        Map<String, Map<String, Object>> answers = new HashMap<>();
        CountingDataSource counter = (CountingDataSource) source;
        OrdinaryIncident ours = OrdinaryIncident.ofOurs(engine, counter, answers);
        try (EngineAlone beside = EngineAlone.beside(source, database)) {
            OrdinaryIncident alone = OrdinaryIncident.of(beside, answers);
            for (int i = 0; i < WARM_UP; i++) {
                ours.handle();
                alone.handle();
            }
            counter.kinds();
            beside.source().kinds();
            Map<String, Count> withOurs = ours.handle();
            Map<String, Count> withoutOurs = alone.handle();
            assertThat(withOurs.keySet()).containsExactlyInAnyOrderElementsOf(withoutOurs.keySet());
            print(withOurs, withoutOurs);
            print(difference(counter.kinds(), beside.source().kinds()));
            compareTimes(ours, alone);
        }
    }

    /** In turn, so that whatever else the machine does meets both. */
    private static void compareTimes(OrdinaryIncident ours, OrdinaryIncident alone) {
        Times oursTimes = new Times();
        Times aloneTimes = new Times();
        Times oursProcessor = new Times();
        Times aloneProcessor = new Times();
        for (int i = 0; i < ROUNDS; i++) {
            ours.handle();
            oursTimes.add(ours.nanos());
            oursProcessor.add(ours.processorNanos());
            alone.handle();
            aloneTimes.add(alone.nanos());
            aloneProcessor.add(alone.processorNanos());
        }
        System.out.printf("%nOne incident, %d rounds in turn%n", ROUNDS);
        print("time", oursTimes, aloneTimes);
        print("processor", oursProcessor, aloneProcessor);
    }

    private static void print(String what, Times ours, Times alone) {
        System.out.printf(
                Locale.ROOT,
                "%-10s ours %s, alone %s, ratio %.2f%n",
                what,
                ours,
                alone,
                ours.median() / alone.median());
    }

    private static List<String> difference(Map<String, Long> ours, Map<String, Long> alone) {
        Set<String> all = new TreeSet<>(ours.keySet());
        all.addAll(alone.keySet());
        return all.stream()
                .map(kind -> new Difference(kind, ours.getOrDefault(kind, 0L), alone.getOrDefault(kind, 0L)))
                .sorted(Comparator.comparingLong(Difference::more).reversed())
                .map(one -> String.format("%-44s %8d %8d %+8d", one.kind, one.ours, one.alone, one.more()))
                .toList();
    }

    private record Difference(String kind, long ours, long alone) {
        long more() {
            return ours - alone;
        }
    }

    private static void print(List<String> lines) {
        System.out.printf("%n%-44s %8s %8s %8s%n", "all statements, the reader's included", "ours", "alone", "more");
        lines.forEach(System.out::println);
    }

    private static void print(Map<String, Count> ours, Map<String, Count> alone) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%n%-28s %21s %21s", "", "statements", "round trips"));
        lines.add(String.format(
                "%-28s %10s %10s %10s %10s", "step (claim and submit)", "ours", "alone", "ours", "alone"));
        for (String step : ours.keySet()) {
            lines.add(line(step, ours.get(step), alone.get(step)));
        }
        lines.add(line("total", Count.total(ours.values()), Count.total(alone.values())));
        System.out.println(String.join(System.lineSeparator(), lines));
    }

    private static String line(String step, Count ours, Count alone) {
        return String.format(
                "%-28s %10d %10d %10d %10d",
                step, ours.statements(), alone.statements(), ours.roundTrips(), alone.roundTrips());
    }
}
