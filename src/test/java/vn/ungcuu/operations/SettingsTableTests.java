package vn.ungcuu.operations;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings in the runbook is what the configuration knows, nothing less and nothing more. */
class SettingsTableTests {

    private static final Pattern ASKED = Pattern.compile("\\$\\{(UNGCUU_[A-Z_]+)");
    private static final Pattern TOLD = Pattern.compile("`(UNGCUU_[A-Z_]+)`");

    @Test
    void everyVariableOfTheConfigurationStandsInTheTableAndEachOfTheTableIsRead() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String file : new String[] {"application.yaml", "application-production.yaml"}) {
            asked.addAll(found(ASKED, Files.readString(Path.of("src/main/resources", file))));
        }
        String runbook = Files.readString(Path.of("docs/operations.md"));
        String table = runbook.substring(runbook.indexOf("\n## Settings\n"));

        assertThat(asked).isNotEmpty();
        assertThat(found(TOLD, table)).isEqualTo(asked);
    }

    private static Set<String> found(Pattern name, String text) {
        return Stream.of(name.matcher(text))
                .flatMap(matcher -> matcher.results())
                .map(result -> result.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
