package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.ungcuu.support.ManyIncidents;
import vn.ungcuu.support.OnPostgres;
import vn.ungcuu.support.Visitor;

/** A register as no commune will ever have it must not make Tasklist slow. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@OnPostgres
@Import(ManyIncidents.class)
class TaskApiAtScaleTests {

    /** The aim is 300 ms, on a quiet machine it is a third of that; machines that run tests are not quiet. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int WARMING_UP = 5;
    private static final int TRIES = 9;

    @LocalServerPort
    int port;

    @Autowired
    ManyIncidents many;

    @Autowired
    TaskService tasks;

    @Test
    void cardsAndTabAreThereAtOnceWithTenThousandOpenIncidents() {
        many.open(10_000);
        List<String> page = tasks
                .createTaskQuery()
                .processDefinitionKey(ManyIncidents.PROCESS + "-police")
                .orderByDueDate()
                .asc()
                .listPage(0, 15)
                .stream()
                .map(Task::getId)
                .toList();
        assertThat(page).hasSize(15);

        assertThat(usual("congan", "/api/tasks/clocks?ids=" + String.join(",", page)))
                .isLessThan(SOON);
        assertThat(usual("congan", "/api/tasks/" + page.get(0) + "/incident")).isLessThan(SOON);
        assertThat(usual("dieuphoi", "/api/tasks/clocks?ids=" + String.join(",", page)))
                .isLessThan(SOON);
    }

    /** The median, so that neither one lucky answer nor one busy moment of the machine decides; the first ones fill caches. */
    private Duration usual(String user, String path) {
        Visitor visitor = Visitor.through(Visitor.Door.WEBAPP, port, user);
        List<Duration> took = IntStream.range(0, WARMING_UP + TRIES)
                .mapToObj(number -> {
                    long before = System.nanoTime();
                    assertThat(visitor.get(path).status()).isEqualTo(200);
                    return Duration.ofNanos(System.nanoTime() - before);
                })
                .skip(WARMING_UP)
                .sorted()
                .toList();
        return took.get(TRIES / 2);
    }
}
