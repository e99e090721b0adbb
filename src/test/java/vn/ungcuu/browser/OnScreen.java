package vn.ungcuu.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import vn.ungcuu.locale.VietnameseSyllable;

/** What somebody at the screen reads, or hears read: texts, hints, names of buttons that are pictures. */
final class OnScreen {

    private static final Set<String> KEPT = kept();

    /** Names that machines gave are nobody's language: they stand in {@code code} and in the columns for them. */
    private static final String TEXTS = """
            machineMade => {
              const texts = [];
              const visible = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
              const walk = node => {
                if (node.nodeType === Node.TEXT_NODE) {
                  texts.push(node.data);
                } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(machineMade) && visible(node)) {
                  for (const name of ['title', 'placeholder', 'aria-label', 'alt']) {
                    texts.push(node.getAttribute(name) || '');
                  }
                  node.childNodes.forEach(walk);
                }
              };
              walk(document.body);
              texts.push(document.title);
              return texts.map(text => text.trim()).filter(text => text);
            }""";

    private OnScreen() {}

    /**
     * The texts with a word that is neither Vietnamese nor a name, each with these words.
     *
     * @param machineMade CSS selector of parts that hold ids, addresses and the like
     */
    static List<String> foreign(Page page, String machineMade) {
        return texts(
                        page,
                        "script, style, code, input, textarea, [lang=en]"
                                + (machineMade.isEmpty() ? "" : ", " + machineMade))
                .stream()
                .map(text -> describe(text, strangers(text)))
                .filter(found -> !found.isEmpty())
                .distinct()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page, String machineMade) {
        return (List<String>) page.evaluate(TEXTS, machineMade);
    }

    private static String describe(String text, List<String> words) {
        return words.isEmpty() ? "" : String.join(", ", words) + " in “" + text + "”";
    }

    /** Codes, ids and addresses are no words. */
    private static List<String> strangers(String text) {
        String words = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.matches(".*[\\d@_/].*|[a-z]+(?:-[a-zA-Z]+)+"))
                .collect(Collectors.joining(" "));
        return VietnameseSyllable.strangers(words).stream()
                .filter(word -> !KEPT.contains(word))
                .toList();
    }

    private static Set<String> kept() {
        try {
            return new ClassPathResource("locale/kept-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
