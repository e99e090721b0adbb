package vn.ungcuu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old office PCs keep the browser they have. The baseline of our own pages is the end of 2019: Chrome and Edge 79, Firefox 72.
 * (Windows 7 and 8.1 stop at Chrome 109 and Firefox 115.) What came later and breaks a page when it is not known is refused here;
 * what only looks less well without (a gap in a flexible row, {@code :focus-visible}) is allowed.
 */
class OldBrowserTest {

    private static final Map<String, String> TOO_NEW_FOR_SCRIPTS = Map.of(
            "\\?\\.[^\\d]", "optional chaining (Chrome 80)",
            "\\?\\?", "nullish coalescing (Chrome 80)",
            "(&&|\\|\\|)=", "logical assignment (Chrome 85)",
            "\\.replaceAll\\(", "replaceAll (Chrome 85)",
            "\\.at\\(", "at (Chrome 92)",
            "[{;]\\s*#\\w+|this\\.#", "private members (Firefox 90)",
            "structuredClone|Object\\.hasOwn|\\.findLast\\(|\\.toSorted\\(|Promise\\.any", "later than Chrome 85");

    private static final Map<String, String> TOO_NEW_FOR_STYLES = Map.of(
            ":(has|is|where)\\(", "selector lists (Chrome 88)",
            ":not\\([^)]*,", "a list in :not (Chrome 88)",
            "@(layer|container|property|scope)\\b", "later at-rules",
            "\\b(min|max|clamp)\\(", "comparison functions (Firefox 75)",
            "[;{]\\s*inset\\s*:", "inset (Chrome 87)",
            "\\baspect-ratio\\s*:", "aspect-ratio (Chrome 88)",
            "color-mix\\(|oklch\\(|light-dark\\(", "later colours",
            "\\d(dvh|svh|lvh)\\b", "later units",
            "&", "nesting (Chrome 112)");

    static Stream<Path> scripts() throws IOException {
        return files("js");
    }

    static Stream<Path> styles() throws IOException {
        return files("css");
    }

    private static Stream<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/static", kind))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void scriptsAskNothingOfTheBrowserItDoesNotKnow(Path script) throws IOException {
        assertThat(found(Files.readString(script).replaceAll("(?m)^\\s*//.*$", ""), TOO_NEW_FOR_SCRIPTS))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void stylesAskNothingOfTheBrowserItDoesNotKnow(Path style) throws IOException {
        assertThat(found(Files.readString(style).replaceAll("(?s)/\\*.*?\\*/", ""), TOO_NEW_FOR_STYLES))
                .isEmpty();
    }

    private static List<String> found(String text, Map<String, String> tooNew) {
        return tooNew.entrySet().stream()
                .filter(feature ->
                        Pattern.compile(feature.getKey()).matcher(text).find())
                .map(Map.Entry::getValue)
                .toList();
    }
}
