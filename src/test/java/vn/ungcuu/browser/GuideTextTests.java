package vn.ungcuu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guides hang together: pictures, links, and the places in the application that lead into them. */
class GuideTextTests {

    /** Old syllables and forms of address that are not ours. */
    private static final Pattern NOT_OUR_WORDS =
            Pattern.compile("huỷ|xoá|hoá\\b|tuỳ|khoá|(?<!\\p{L})[Bb]ạn(?!\\p{L})|Tasklist|Cockpit");

    private static final Pattern LINK_INTO_GUIDE = Pattern.compile("parts :: guide\\('([^']+)', '([^']+)'");
    private static final Pattern LINK_TO_HEADING = Pattern.compile("/huong-dan/([a-z0-9-]+)\\} \\+ '#([^']+)'");
    private static final Pattern ANCHOR_IN_CODE = Pattern.compile("\"(khi-[^\"]*\\p{L})\"");

    private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");

    private final List<GuideText> guides = GuideText.all();
    private final Map<String, GuideText> byName =
            guides.stream().collect(Collectors.toMap(GuideText::name, Function.identity()));

    @Test
    void everyWalkthroughIsWalkedByATest() {
        assertThat(walked())
                .containsExactlyInAnyOrderElementsOf(guides.stream()
                        .filter(guide -> !guide.steps().isEmpty())
                        .map(GuideText::name)
                        .toList());
    }

    @Test
    void everyRoleHasAWalkthrough() {
        assertThat(walked())
                .contains(
                        "van-phong",
                        "cong-an",
                        "van-hoa-xa-hoi",
                        "don-vi",
                        "lanh-dao",
                        "dieu-phoi",
                        "phan-tich",
                        "quan-tri");
    }

    /** A picture within a step is taken by the test that walks it: {@link Walkthrough} insists. */
    @Test
    void everyPictureBelongsToAStep() {
        for (GuideText guide : guides) {
            assertThat(guide.pictures())
                    .as(guide.name())
                    .containsExactlyElementsOf(guide.steps().stream()
                            .flatMap(step -> step.pictures().stream())
                            .toList());
        }
    }

    @Test
    void everyPictureShownIsThereAndEveryPictureThereIsShown() throws IOException {
        try (Stream<Path> files = Files.list(GuideText.FOLDER.resolve("hinh"))) {
            assertThat(files.map(file -> "hinh/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(guides.stream()
                            .flatMap(guide -> guide.pictures().stream())
                            .toList());
        }
    }

    @Test
    void everyPictureSaysInWordsWhatItShowsAndIsSmall() throws IOException {
        for (GuideText guide : guides) {
            assertThat(guide.images())
                    .allSatisfy(image -> assertThat(GuideText.text(image)).contains(" "));
            for (String picture : guide.pictures()) {
                assertThat(Files.size(GuideText.FOLDER.resolve(picture)))
                        .as(picture)
                        .isLessThan(160_000);
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (GuideText guide : guides) {
            for (String link : guide.links()) {
                String[] parts = link.split("#", 2);
                String file = parts[0].isEmpty() ? guide.name() + ".md" : parts[0];
                assertThat(file).as("link of %s", guide.name()).endsWith(".md");
                assertLeadsTo(file.replaceFirst("\\.md$", ""), parts.length == 2 ? parts[1] : null, guide.name());
            }
        }
    }

    @Test
    void everyPlaceInTheApplicationLeadsToAHeadingThatIsThere() throws IOException {
        int places = 0;
        for (Path source : sources()) {
            String text = Files.readString(source, StandardCharsets.UTF_8);
            for (Pattern pattern : List.of(LINK_INTO_GUIDE, LINK_TO_HEADING)) {
                for (Matcher place = pattern.matcher(text); place.find(); places++) {
                    assertLeadsTo(place.group(1), place.group(2), source.toString());
                }
            }
            if (source.toString().endsWith(".java")) {
                for (Matcher place = ANCHOR_IN_CODE.matcher(text); place.find(); places++) {
                    assertLeadsTo("chung", place.group(1), source.toString());
                }
            }
        }
        assertThat(places).isGreaterThanOrEqualTo(8);
    }

    @Test
    void wordsAreOurs() throws IOException {
        for (GuideText guide : guides) {
            assertThat(Files.readString(GuideText.FOLDER.resolve(guide.name() + ".md")))
                    .as(guide.name())
                    .doesNotContainPattern(NOT_OUR_WORDS);
        }
    }

    /** What a step has in bold is looked for on the screen when it is walked ({@link GuideTests}); the rest of a guide is not walked. */
    @Test
    void whatGuidesQuoteIsSaidByTheApplication() throws IOException {
        WordsOfTheApplication words = new WordsOfTheApplication();
        List<String> unknown = new ArrayList<>();
        for (GuideText guide : guides) {
            QUOTED.matcher(Files.readString(GuideText.FOLDER.resolve(guide.name() + ".md")))
                    .results()
                    .map(quoted -> quoted.group(1))
                    .filter(quoted -> !words.include(quoted))
                    .forEach(quoted -> unknown.add(guide.name() + ": " + quoted));
        }
        assertThat(unknown).isEmpty();
    }

    private void assertLeadsTo(String name, String anchor, String from) {
        assertThat(byName).as("linked from %s", from).containsKey(name);
        if (anchor != null) {
            assertThat(byName.get(name).anchors())
                    .as("headings of %s, linked from %s", name, from)
                    .contains(anchor);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"));
                Stream<Path> pages = Files.walk(Path.of("src/main/java/vn/ungcuu/workplace"))) {
            return Stream.concat(templates, pages).filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> walked() {
        return Arrays.stream(GuideTests.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(Walks.class))
                .filter(Objects::nonNull)
                .map(Walks::value)
                .toList();
    }
}
