package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.ungcuu.deadline.Clocks;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.CountingDataSource.Count;
import vn.ungcuu.support.OnPostgres;

/**
 * No test but a measurement, {@code bin/test -Dtest=CostOfWatching}, so it runs only when named: what watching adds to a task, from
 * its creation to its completion, on PostgreSQL.
 */
class CostOfWatching {

    private static final int TASKS = 300;

    @Nested
    class Watched extends Measurement {}

    @Nested
    class Unwatched extends Measurement {

        @MockitoBean
        TaskWatch watch;

        @BeforeEach
        void giveTasksTheirDates() {
            Clocks clocks = new Clocks(new Date().toInstant(), null, new Date().toInstant());
            when(watch.begins(any(), any())).thenReturn(clocks);
        }
    }

    @ProcedureTest
    @OnPostgres
    @Import(CountingDataSource.OfTheTest.class)
    abstract static class Measurement {

        @Autowired
        People people;

        @Autowired
        TaskService tasks;

        @Autowired
        DataSource source;

        @AfterEach
        void letTheClockGo() {
            ClockUtil.reset();
        }

        @Test
        void printsWhatATaskCosts() {
            ClockUtil.setCurrentTime(
                    Date.from(OffsetDateTime.parse("2026-05-04T09:00:00+07:00").toInstant()));
            work(50);
            Steps steps = work(TASKS);
            System.out.printf(
                    Locale.ROOT,
                    "%n%s: report and first task %s, claim %s, complete and next task %s%n",
                    getClass().getSimpleName(),
                    steps.report(),
                    steps.claim(),
                    steps.complete());
        }

        private Steps work(int times) {
            List<Cost> reports = new ArrayList<>();
            List<Cost> claims = new ArrayList<>();
            List<Cost> completions = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                String[] code = new String[1];
                reports.add(cost(() -> code[0] = people.report(Map.of())));
                String task = people.task(code[0], "acknowledge-report").getId();
                claims.add(cost(() -> people.as("vanphong", () -> tasks.claim(task, "vanphong"))));
                completions.add(cost(() -> people.complete(code[0], "acknowledge-report")));
            }
            assertThat(completions).hasSize(times);
            return new Steps(Cost.median(reports), Cost.median(claims), Cost.median(completions));
        }

        private Cost cost(Runnable step) {
            CountingDataSource counter = (CountingDataSource) source;
            Count before = counter.count();
            long start = System.nanoTime();
            step.run();
            long nanos = System.nanoTime() - start;
            return new Cost(nanos, counter.count().since(before));
        }
    }

    private record Steps(Cost report, Cost claim, Cost complete) {}

    private record Cost(long nanos, Count sql) {

        static Cost median(List<Cost> costs) {
            return costs.stream()
                    .sorted((one, other) -> Long.compare(one.nanos(), other.nanos()))
                    .toList()
                    .get(costs.size() / 2);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f ms, %d statements in %d round trips",
                    nanos / 1e6,
                    sql.statements(),
                    sql.roundTrips());
        }
    }
}
