package vn.ungcuu.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppendOnlyTimelineTests {

    @Test
    void timelineCanOnlyBeAppendedToAndRead() {
        assertThat(Timeline.class.getMethods()).extracting("name").containsExactlyInAnyOrder("append", "of", "newest");
    }

    @Test
    void noCodeChangesOrRemovesEntries() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile))
                    .noneMatch(source -> text(source)
                            .matches("(?s).*(update|delete\\s+from|truncate\\s+table)\\s+timeline_entry.*"));
        }
    }

    private static String text(Path source) {
        try {
            return new String(Files.readAllBytes(source), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
