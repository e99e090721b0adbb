package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungcuu.support.OnPostgres;

/** Several people at the same moment; the database decides who is first. */
class TogetherTests {

    @Nested
    class OnH2 extends Contract {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Contract {}

    @ProcedureTest
    abstract static class Contract {

        @Autowired
        People people;

        @Autowired
        Doors doors;

        @Autowired
        TaskService tasks;

        @Test
        void doubleClickIsOneActionAndOneClearRefusal() throws Exception {
            String code = people.report(Map.of());
            List<String> results = results(
                    2,
                    number -> people.as(
                            "vanphong",
                            () -> doors.perform("cancel-incident", code, null, Map.of("cancelReason", "Nhập nhầm"))));
            assertThat(results).containsOnlyOnce("done");
            assertThat(results)
                    .anyMatch(result -> result.startsWith("Thao tác “Hủy hồ sơ”")
                            || result.startsWith("Hồ sơ vừa được người khác cập nhật"));
            assertThat(people.told(code)).containsOnlyOnce("Hủy hồ sơ");
        }

        @Test
        void differentWordsAtTheSameMomentAreAllWrittenDown() throws Exception {
            String code = people.report(Map.of());
            List<String> results = results(
                    4,
                    number -> people.as(
                            "vanphong",
                            () -> doors.perform(
                                    "add-information", code, null, Map.of("information", "Tin số " + number))));
            assertThat(results).containsOnly("done");
            assertThat(people.timeline(code))
                    .filteredOn(entry -> entry.what().equals("Bổ sung thông tin"))
                    .hasSize(4);
        }

        @Test
        void reportsAtTheSameMomentGetDifferentCodesWithoutGaps() throws Exception {
            int before = number(people.report(Map.of()));
            List<String> codes = together(4, number -> people.report(Map.of()));
            assertThat(codes.stream().map(Contract::number))
                    .containsExactlyInAnyOrder(before + 1, before + 2, before + 3, before + 4);
        }

        @Test
        void tasksOfOneIncidentCompletedAtTheSameMomentAreAllRecorded() throws Exception {
            String code = people.verified(Map.of());
            List<String> tasks = List.of("keep-services-running", "record-scene", "protect-data");
            List<String> results = results(3, number -> people.complete(code, tasks.get(number)));
            assertThat(results).containsOnly("done");
            assertThat(people.openTasks(code)).containsExactly("confirm-classification", "diagnose-fault");
        }

        @Test
        void secondOfTwoWhoTakeATaskReadsThatItIsTaken() throws Exception {
            String task =
                    people.task(people.report(Map.of()), "acknowledge-report").getId();
            List<String> results =
                    results(2, number -> people.as("vanphong", () -> tasks.claim(task, "person" + number)));
            assertThat(results)
                    .containsExactlyInAnyOrder(
                            "done", "Việc này đã có người khác nhận. Vui lòng tải lại danh sách và chọn việc khác.");
        }

        @Test
        void secondOfTwoWhoCompleteATaskReadsThatItIsDone() throws Exception {
            String code = people.report(Map.of());
            String task = people.task(code, "acknowledge-report").getId();
            List<String> results = results(
                    2,
                    number -> people.as(
                            "vanphong",
                            () -> tasks.complete(
                                    task,
                                    Map.of("acknowledgeChannel", "phone", "acknowledgedAt", people.ago(number)))));
            assertThat(results)
                    .containsExactlyInAnyOrder(
                            "done", "Việc này đã xong hoặc đã dừng. Vui lòng tải lại danh sách việc.");
            assertThat(people.told(code)).containsOnlyOnce("Hoàn thành: Xác nhận đã tiếp nhận tin báo");
        }

        private static int number(String code) {
            return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
        }

        /** What came of each: "done", or the words of the refusal. */
        private static List<String> results(int people, IntConsumer step) throws Exception {
            return together(people, number -> {
                try {
                    step.accept(number);
                    return "done";
                } catch (Refusal refusal) {
                    return refusal.getMessage();
                }
            });
        }

        private static List<String> together(int people, IntFunction<String> step) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(people);
            CyclicBarrier start = new CyclicBarrier(people);
            try {
                List<Callable<String>> steps = new ArrayList<>();
                for (int i = 0; i < people; i++) {
                    int number = i;
                    steps.add(() -> {
                        start.await();
                        return step.apply(number);
                    });
                }
                List<String> results = new ArrayList<>();
                for (Future<String> done : threads.invokeAll(steps)) {
                    results.add(done.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
