package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.ungcuu.support.CountingDataSource;
import vn.ungcuu.support.Visitor;

/** Every open Tasklist asks every few seconds, so neither lines nor incidents may cost a question each. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@Import(CountingDataSource.OfTheTest.class)
class CostOfTaskApiTests {

    @LocalServerPort
    int port;

    @Autowired
    DataSource source;

    @Autowired
    BeanFactory application;

    @Test
    void fifteenCardsOfFifteenIncidentsCostTheSameAsOne() {
        OfficeWork work = new OfficeWork(application);
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            tasks.add(work.task(work.incident("Sự cố " + i, i % 2 == 0, "office"), "Việc " + i, "office"));
        }

        long one = cost("/api/tasks/clocks?ids=" + tasks.get(0));
        assertThat(cost("/api/tasks/clocks?ids=" + String.join(",", tasks))).isEqualTo(one);
        assertThat(one).as("statements for all cards of a page, login included").isLessThanOrEqualTo(35);
    }

    @Test
    void incidentBehindATaskCostsTheSameHoweverMuchElseIsOpen() {
        OfficeWork work = new OfficeWork(application);
        String code = work.incident("Sự cố chính", false, "office");
        String task = work.task(code, "Việc chính", "office");
        work.task(code, "Việc khác", "police");
        for (int i = 0; i < 10; i++) {
            work.task(work.incident("Sự cố " + i, false, "office"), "Việc " + i, "office");
        }
        long few = cost("/api/tasks/" + task + "/incident");

        for (int i = 0; i < 40; i++) {
            work.task(work.incident("Sự cố thêm " + i, false, "office"), "Việc thêm " + i, "office");
            work.task(code, "Việc cùng hồ sơ " + i, i % 2 == 0 ? "police" : "cultureSocial");
        }
        assertThat(cost("/api/tasks/" + task + "/incident")).isEqualTo(few);
    }

    private long cost(String path) {
        CountingDataSource counter = (CountingDataSource) source;
        Visitor office = new Visitor(port).withPassword("vanphong", "vanphong");
        assertThat(office.get(path).status()).isEqualTo(200); // The first one fills caches.
        long before = counter.count().statements();
        assertThat(office.get(path).status()).isEqualTo(200);
        return counter.count().statements() - before;
    }
}
