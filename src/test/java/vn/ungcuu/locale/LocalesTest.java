package vn.ungcuu.locale;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The web applications in Vietnamese: complete, with the same placeholders, in the words of the glossary. */
class LocalesTest {

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{.*?}}|\\{\\w+}|%[ds]|</?(?:a|b|br|code|em|i|p|span|strong)\\b[^>]*>|&\\w+;|https?://\\S+");
    private static final Pattern TERM = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\|");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyLabelIsThereAndNoneIsLeftOver(String app) throws IOException {
        assertThat(labels(app, "vi").keySet()).isEqualTo(labels(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersAndMarkupAreTheSame(String app) throws IOException {
        Map<String, String> vietnamese = labels(app, "vi");
        labels(app, "en")
                .forEach((key, english) -> assertThat(placeholders(vietnamese.get(key)))
                        .as(app + " " + key)
                        .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingIsLeftInEnglishButWhatIsMeantToBe(String app) throws IOException {
        Set<String> same = lines("same-as-english.txt");
        Map<String, String> vietnamese = labels(app, "vi");
        Map<String, String> left = new TreeMap<>();
        labels(app, "en").forEach((key, english) -> {
            if (english.equals(vietnamese.get(key)) && !same.contains(english)) {
                left.put(key, english);
            }
        });
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyWordIsVietnameseOrOneThatManualsUse(String app) throws IOException {
        Set<String> kept = lines("kept-words.txt");
        Map<String, List<String>> strange = new TreeMap<>();
        labels(app, "vi").forEach((key, text) -> {
            List<String> words = VietnameseSyllable.strangers(
                            PLACEHOLDER.matcher(text).replaceAll(" "))
                    .stream()
                    .filter(word -> !kept.contains(word))
                    .toList();
            if (!words.isEmpty()) {
                strange.put(key, words);
            }
        });
        assertThat(strange).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aFailedJobIsNeverCalledAnIncident(String app) throws IOException {
        assertThat(labels(app, "vi").values())
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("sự cố"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void theGlossaryIsKeptTo(String app) throws IOException {
        Map<String, String> glossary = glossary();
        assertThat(glossary).hasSizeGreaterThan(80);
        Map<String, String> vietnamese = labels(app, "vi");
        labels(app, "en").forEach((key, english) -> {
            String term = glossary.get(english);
            if (term != null) {
                assertThat(vietnamese.get(key)).as(app + " " + key).isEqualTo(term);
            }
        });
    }

    @Test
    void oneEnglishTextIsOneVietnameseText() throws IOException {
        Set<String> byContext = lines("by-context.txt");
        Map<String, Set<String>> translations = new TreeMap<>();
        for (String app : APPS) {
            Map<String, String> vietnamese = labels(app, "vi");
            labels(app, "en")
                    .forEach((key, english) -> translations
                            .computeIfAbsent(english, text -> new TreeSet<>())
                            .add(vietnamese.get(key)));
        }
        translations.values().removeIf(all -> all.size() == 1);
        translations.keySet().removeAll(byContext);
        assertThat(translations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesAreWrittenAsInVietnam(String app) throws IOException {
        JsonNode dates = file(app, "vi").get("dateLocales");
        assertThat(fieldNames(dates)).containsAll(fieldNames(file(app, "en").get("dateLocales")));
        assertThat(dates.at("/longDateFormat/LLL").asText()).isEqualTo("DD/MM/YYYY HH:mm");
        assertThat(dates.at("/longDateFormat/lll").asText()).isEqualTo("DD/MM/YYYY HH:mm");
        assertThat(dates).isEqualTo(file("tasklist", "vi").get("dateLocales"));
    }

    private static Set<String> fieldNames(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, String> glossary() throws IOException {
        String text = Files.readString(Path.of("docs", "glossary.md"));
        return TERM.matcher(text.substring(text.indexOf("## The web applications")))
                .results()
                .skip(1)
                .filter(row -> !row.group(1).startsWith("--"))
                .collect(toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replace(" ", ""))
                .sorted()
                .collect(toCollection(ArrayList::new));
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        return JSON.convertValue(
                file(app, language).get("labels"), new TypeReference<LinkedHashMap<String, String>>() {});
    }

    /** The shipped files start with a byte-order mark. */
    private static JsonNode file(String app, String language) throws IOException {
        return JSON.readTree(new ClassPathResource(
                        "META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\uFEFF", ""));
    }

    private static Set<String> lines(String file) throws IOException {
        try (Stream<String> lines = new ClassPathResource("locale/" + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()) {
            return lines.filter(line -> !line.startsWith("#")).collect(toCollection(TreeSet::new));
        }
    }
}
