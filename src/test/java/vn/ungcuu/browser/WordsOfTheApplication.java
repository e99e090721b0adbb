package vn.ungcuu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the application can say at all, each text as a whole: a part of one is no name of anything. */
final class WordsOfTheApplication {

    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("src/main/resources"), Path.of("forms"), Path.of("processes"));
    private static final Pattern FILES = Pattern.compile(".*\\.(java|html|js|json|yaml|form|bpmn|dmn)");

    /** In quotes of either kind, one within the other, between tags, or after the colon of YAML. */
    private static final List<Pattern> TEXTS = Stream.of(
                    "\"([^\"\\n]+)\"", "'([^'\\n]+)'", ">([^<>]+)<", "name: ([^,}\\n]+)")
            .map(Pattern::compile)
            .toList();

    private final Set<String> texts = new HashSet<>();

    WordsOfTheApplication() throws IOException {
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(
                                path -> FILES.matcher(path.toString()).matches())
                        .toList()) {
                    read(Files.readString(file, UTF_8));
                }
            }
        }
    }

    /** @param name a whole text, its beginning followed by "…", or one that ends in a colon with an example behind it */
    boolean include(String name) {
        if (name.contains(": ") && texts.contains(name.substring(0, name.indexOf(": ")))) {
            return true;
        }
        return name.endsWith("…")
                ? texts.stream().anyMatch(text -> text.startsWith(name.replaceFirst("[:,]?\\s*…$", "")))
                : texts.contains(name);
    }

    private void read(String file) {
        for (Pattern text : TEXTS) {
            for (Matcher found = text.matcher(file); found.find(); ) {
                texts.add(found.group(1).replaceAll("\\s+", " ").strip().replaceFirst(":$", ""));
            }
        }
    }
}
