package vn.ungcuu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.whole.ReportsOverRest.Answer;

/** A virus breaks out and everybody reports at once: each report has its own number, and no number is missing. */
class FiftyReportsTest {

    @Nested
    class OnH2 extends Contract {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Contract {}

    @WholeApplication
    abstract static class Contract {

        @LocalServerPort
        int port;

        @Autowired
        BeanFactory application;

        private ReportsOverRest rest;

        @Test
        void fiftyAtOnceGetFiftyNumbersWithoutGaps() throws Exception {
            check(50, 0);
        }

        @Test
        void badOnesAmongThemTakeNoNumber() throws Exception {
            check(60, 10);
        }

        private void check(int reports, int bad) throws Exception {
            rest = new ReportsOverRest(port);
            int last = number(rest.send(ReportsOverRest.report()));
            List<Answer> answers = allAtOnce(reports, bad);
            assertThat(answers.stream().filter(answer -> answer.status() == 400))
                    .hasSize(bad);
            List<Answer> taken =
                    answers.stream().filter(answer -> answer.status() != 400).toList();
            assertThat(taken)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.text()).isEqualTo(200));
            assertThat(taken.stream().map(Contract::number))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(last + 1, last + reports - bad)
                            .boxed()
                            .toList());
            Crew crew = new Crew(application, Map.of());
            assertThat(taken)
                    .allSatisfy(
                            answer -> assertThat(crew.openTasks(answer.code())).containsExactly("acknowledge-report"));
        }

        private List<Answer> allAtOnce(int reports, int bad) throws Exception {
            ExecutorService senders = Executors.newFixedThreadPool(reports);
            CyclicBarrier together = new CyclicBarrier(reports);
            try {
                List<Future<Answer>> sent = new ArrayList<>();
                for (int i = 0; i < reports; i++) {
                    Map<String, Object> report = ReportsOverRest.report();
                    if (i % (reports / Math.max(bad, 1)) == 1 && bad > 0) {
                        report.put("channel", "pigeon");
                    }
                    sent.add(senders.submit(() -> {
                        together.await();
                        return rest.send(report);
                    }));
                }
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> answer : sent) {
                    answers.add(answer.get());
                }
                return answers;
            } finally {
                senders.shutdownNow();
            }
        }

        private static int number(Answer answer) {
            assertThat(answer.code()).as(answer.text()).isNotNull();
            return Integer.parseInt(answer.code().substring(answer.code().lastIndexOf('-') + 1));
        }
    }
}
