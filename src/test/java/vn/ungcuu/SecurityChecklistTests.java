package vn.ungcuu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checklist in docs/security.md: complete, and what it names as proof exists. */
class SecurityChecklistTests {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Path REQUIREMENTS = Path.of("src/test/resources/security/asvs-4.0.3.txt");
    private static final Path TESTS = Path.of("src/test/java");

    private static final Pattern LINE = Pattern.compile(
            "^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| (met|n/a|operator|\\*\\*not met\\*\\*) \\| ([^|]+) \\|$",
            Pattern.MULTILINE);
    private static final Pattern PROOF = Pattern.compile("`(\\w+(?:Tests?|Contract))(?:\\.(\\w+))?`");
    private static final Pattern FILE = Pattern.compile("`((?:docs|docker|bin|src)/[^`]+)`|\\]\\(([^)#:]+)\\)");

    @Test
    void everyRequirementOfLevelTwoStandsExactlyOnceInItsOrder() throws IOException {
        assertThat(lines().map(line -> line.group(1)).toList()).containsExactlyElementsOf(requirements());
    }

    @Test
    void countsInTheTextAreThoseOfTheTables() throws IOException {
        Map<String, Long> states = lines().collect(Collectors.groupingBy(line -> line.group(3), Collectors.counting()));
        assertThat(Files.readString(DOCUMENT))
                .contains("%d requirements: %d met, %d not applicable, %d the operator's, %d not met."
                        .formatted(
                                states.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                states.get("met"),
                                states.get("n/a"),
                                states.get("operator"),
                                states.get("**not met**")));
    }

    @Test
    void everyTestNamedAsProofExists() throws IOException {
        Map<String, Path> classes;
        try (Stream<Path> files = Files.walk(TESTS)) {
            classes = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
        List<MatchResult> proofs =
                PROOF.matcher(Files.readString(DOCUMENT)).results().toList();
        assertThat(proofs).hasSizeGreaterThan(100);
        for (MatchResult proof : proofs) {
            assertThat(classes).as(proof.group()).containsKey(proof.group(1));
            if (proof.group(2) != null) {
                assertThat(Files.readString(classes.get(proof.group(1))))
                        .as(proof.group())
                        .contains("void " + proof.group(2) + "(");
            }
        }
    }

    @Test
    void everyFileNamedExists() throws IOException {
        FILE.matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(file -> assertThat(
                                file.group(1) != null
                                        ? Path.of(file.group(1))
                                        : Path.of("docs").resolve(file.group(2)))
                        .exists());
    }

    private static Stream<MatchResult> lines() throws IOException {
        return LINE.matcher(Files.readString(DOCUMENT)).results();
    }

    /** "2.1: 1-3 5" is 2.1.1, 2.1.2, 2.1.3 and 2.1.5. */
    private static List<String> requirements() throws IOException {
        List<String> all = new ArrayList<>();
        for (String line : Files.readAllLines(REQUIREMENTS)) {
            if (!line.startsWith("#")) {
                String[] section = line.split(": ");
                Arrays.stream(section[1].split(" "))
                        .map(range -> range.split("-"))
                        .flatMapToInt(range -> IntStream.rangeClosed(
                                Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1])))
                        .forEach(number -> all.add(section[0] + "." + number));
            }
        }
        return all;
    }
}
