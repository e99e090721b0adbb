package vn.ungcuu.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vn.ungcuu.models.LegalBasis.Citation;

/**
 * Every clause that binds the commune has its place in a model, and {@code docs/legal-traceability.md} shows where. The
 * clauses are in {@code src/test/resources/legal/binding-clauses.csv}.
 */
class LegalTraceabilityTest {

    private static final String LATER = "later: report obligations";
    private static final String ANOTHER_BODY = "another body: ";

    private static final List<Clause> BINDING = read();
    private static final List<Citation> CITED = LegalBasis.citations();

    /** @param element {@code required}, {@link #LATER} or {@link #ANOTHER_BODY} with the reason */
    private record Clause(String id, String gist, String element) {

        boolean isRequired() {
            return element.equals("required");
        }

        /** Naming a point of it is naming it; naming the whole article is not. */
        boolean isMeantBy(Citation citation) {
            return citation.clause().equals(id) || citation.clause().startsWith(id + ".");
        }

        List<Citation> citations() {
            return CITED.stream().filter(this::isMeantBy).toList();
        }
    }

    @Test
    void everyClauseThatBindsTheCommuneHasItsPlaceInTheModels() {
        assertThat(BINDING)
                .filteredOn(clause -> clause.isRequired() && clause.citations().isEmpty())
                .isEmpty();
    }

    @Test
    void whatHasNoPlaceYetIsAReportOrTheDutyOfAnotherBody() {
        assertThat(BINDING)
                .extracting(Clause::element)
                .allMatch(element ->
                        element.equals("required") || element.equals(LATER) || element.startsWith(ANOTHER_BODY));
    }

    @Test
    void everyClauseIsNamedInOneWay() {
        assertThat(BINDING).extracting(Clause::id).allMatch(LegalBasis.CLAUSE.asMatchPredicate());
        assertThat(CITED)
                .allMatch(
                        citation -> LegalBasis.CLAUSE.matcher(citation.clause()).matches());
    }

    @Test
    void theTableOfClausesTellsWhatTheModelsDo() throws IOException {
        new GeneratedDocument(Path.of("docs", "legal-traceability.md")).shouldBe(document());
    }

    private static String document() {
        return """
                # Điều khoản pháp luật và nơi thực hiện

                Bảng này được lập từ thuộc tính `legalBasis` của từng phần tử trong `processes/`, không sửa tay.
                Khi sơ đồ thay đổi, lập lại bằng lệnh:

                    %s

                Viết tắt: QĐ05 là Quyết định 05/2017/QĐ-TTg; TT20 là Thông tư 20/2017/TT-BTTTT; KH là Kế hoạch ứng phó sự cố
                của xã; NĐ331 và NĐ333 là Nghị định 331/2026/NĐ-CP và 333/2026/NĐ-CP; Luật 116 là Luật An ninh mạng
                116/2025/QH15. “Đ11.3.c” là Điều 11 khoản 3 điểm c.

                ## Điều khoản ràng buộc xã

                | Điều khoản | Nội dung | Thực hiện tại |
                |---|---|---|
                %s

                ## Báo cáo phải gửi: chưa có trong sơ đồ

                Các điều khoản sau đòi hỏi báo cáo có nơi nhận và thời hạn. Sơ đồ hiện nay chưa lập và theo dõi các báo cáo đó;
                Văn phòng gửi theo cách vẫn làm. Mỗi báo cáo sẽ là một nghĩa vụ được theo dõi riêng.

                | Điều khoản | Nội dung |
                |---|---|
                %s

                ## Việc của cơ quan khác

                | Điều khoản | Nội dung | Vì sao không có trong sơ đồ |
                |---|---|---|
                %s

                ## Căn cứ khác mà sơ đồ dẫn chiếu

                | Điều khoản | Dẫn chiếu tại |
                |---|---|
                %s
                """.formatted(
                        GeneratedDocument.HOW,
                        rows(
                                Clause::isRequired,
                                clause -> clause.id() + " | " + clause.gist() + " | " + places(clause.citations())),
                        rows(clause -> clause.element().equals(LATER), clause -> clause.id() + " | " + clause.gist()),
                        rows(
                                clause -> clause.element().startsWith(ANOTHER_BODY),
                                clause -> clause.id() + " | " + clause.gist() + " | "
                                        + clause.element().substring(ANOTHER_BODY.length())),
                        others());
    }

    private static String rows(Predicate<Clause> which, Function<Clause, String> cells) {
        return BINDING.stream()
                .filter(which)
                .map(clause -> "| " + cells.apply(clause) + " |")
                .collect(joining("\n"));
    }

    private static String others() {
        Map<String, List<Citation>> others = new TreeMap<>();
        CITED.stream()
                .filter(citation -> BINDING.stream().noneMatch(clause -> clause.isMeantBy(citation)))
                .forEach(citation -> others.computeIfAbsent(citation.clause(), clause -> new ArrayList<>())
                        .add(citation));
        return others.entrySet().stream()
                .map(other -> "| " + other.getKey() + " | " + places(other.getValue()) + " |")
                .collect(joining("\n"));
    }

    private static String places(List<Citation> citations) {
        return LegalBasis.byModel(citations).entrySet().stream()
                .map(model -> "**" + model.getKey() + "**: " + String.join(", ", model.getValue()))
                .collect(joining("<br>"));
    }

    private static List<Clause> read() {
        return Models.text(Path.of("src/test/resources/legal/binding-clauses.csv"))
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> new Clause(cells[0], cells[1], cells[2]))
                .toList();
    }
}
