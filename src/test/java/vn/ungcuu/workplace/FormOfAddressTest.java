package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An office addresses people as "anh/chị". */
class FormOfAddressTest {

    private static final Pattern TOO_FAMILIAR =
            Pattern.compile("(?<!\\p{L})bạn(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<String> READ_BY_PEOPLE =
            List.of(".java", ".html", ".js", ".json", ".yaml", ".form", ".bpmn", ".dmn");

    @Test
    void nobodyIsAddressedFamiliarly() throws IOException {
        for (String folder : List.of("src/main", "forms", "processes")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(file -> READ_BY_PEOPLE.stream()
                                .anyMatch(ending -> file.toString().endsWith(ending))))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(TOO_FAMILIAR));
            }
        }
    }
}
