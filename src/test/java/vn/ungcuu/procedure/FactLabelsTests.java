package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactLabelsTests {

    @ParameterizedTest
    @ValueSource(strings = {"report-incident", "verify-incident", "confirm-classification", "correct-fact"})
    void factsAreNamedAsTheFormsNameThem(String form) throws IOException {
        FormSchema schema = FormSchema.read(Files.readAllBytes(Path.of("forms", form + ".form")));
        List<FormField> facts = schema.fields().stream()
                .filter(field -> FactLabels.facts().contains(field.key()))
                .toList();
        assertThat(facts).isNotEmpty();
        for (FormField fact : facts) {
            assertThat(FactLabels.label(fact.key())).isEqualTo(fact.label());
            if (!fact.key().equals("systemLevel")) {
                fact.choices()
                        .fixed()
                        .forEach(choice -> assertThat(FactLabels.value(fact.key(), choice.value()))
                                .isEqualTo(choice.label()));
            }
        }
    }

    @Test
    void momentsAreWrittenAsPeopleHereWriteThem() {
        assertThat(FactLabels.value("containedAt", "2026-11-22T01:05:00Z")).isEqualTo("22/11/2026 08:05");
    }

    @Test
    void textThatOnlyLooksLikeAMomentStaysText() {
        assertThat(FactLabels.value("note", "2026-11-22T08:05 là lúc báo")).isEqualTo("2026-11-22T08:05 là lúc báo");
    }

    @Test
    void whatPeopleTypeIsShownAsTypedNotAsFormatting() {
        String text = KnownFacts.text(
                "SC-2026-0001",
                Map.of("title", "<b>Gấp</b> [bấm vào đây](http://x)", "description", "dòng 1\n# dòng 2"));
        assertThat(text)
                .contains("\\<b\\>Gấp\\</b\\> \\[bấm vào đây\\]\\(http://x\\)")
                .contains("- Mô tả: dòng 1 \\# dòng 2");
    }

    @Test
    void veryLongDescriptionIsCutForTheFormAndPointsToTheRegister() {
        String text = KnownFacts.text("SC-2026-0001", Map.of("title", "Tiêu đề", "description", "ắ".repeat(20_000)));
        assertThat(text).hasSizeLessThan(1_300).contains("xem đủ trong sổ theo dõi");
    }

    @Test
    void drillIsMarkedFirst() {
        assertThat(KnownFacts.text("DT-2026-0001", Map.of("title", "Diễn tập", "drill", true)))
                .startsWith("**DIỄN TẬP**");
    }
}
