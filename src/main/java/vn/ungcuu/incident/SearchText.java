package vn.ungcuu.incident;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text made comparable for searching: without accents and case, so that {@code may chu} typed in a hurry finds
 * {@code Máy chủ}. Folded here, not by the database, so that H2 and PostgreSQL find the same.
 */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private SearchText() {}

    static String of(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(SearchText::fold).collect(Collectors.joining("\n"));
    }

    /** The words to look for, each as a LIKE pattern with {@code !} as escape character. */
    static List<String> patterns(String typed) {
        return Arrays.stream(fold(typed).split(" "))
                .filter(word -> !word.isBlank())
                .limit(10)
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
    }

    private static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return BLANKS.matcher(lower).replaceAll(" ").strip();
    }
}
