package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import vn.ungcuu.organization.Organization;

/** Whatever an expression of a diagram names is there: beans and their methods, variables, groups. */
@SpringBootTest
class ModelExpressionsTest {

    /** Names that the engine itself gives to expressions. */
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "decisionResult");

    /** Variables that neither a form asks for nor a diagram sets. */
    private static final Set<String> OF_THE_PROCEDURE = Set.of("sceneHeld", "previousOutcome");

    private static final Set<String> WORDS_OF_THE_LANGUAGE = Set.of(
            "and", "or", "not", "empty", "true", "false", "null", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(?<![.\\w])([a-zA-Z]\\w*)\\.([a-zA-Z]\\w*)\\(");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])([a-zA-Z]\\w*)");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern READ_OR_SET = Pattern.compile("\\.([gs])etVariable\\('(\\w+)'");
    private static final Pattern MAPPED =
            Pattern.compile("(?:<camunda:(?:in|out)putParameter name|camunda:resultVariable)=\"(\\w+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    Organization organization;

    static Stream<Path> diagrams() {
        return Models.diagrams().stream();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyBeanExistsAndCanDoWhatItIsAskedTo(Path file) throws IOException {
        for (String expression : expressions(file)) {
            CALL.matcher(expression)
                    .results()
                    .filter(call -> !OF_THE_ENGINE.contains(call.group(1)))
                    .forEach(call -> {
                        assertThat(context.containsBean(call.group(1)))
                                .as(expression)
                                .isTrue();
                        assertThat(Arrays.stream(context.getType(call.group(1)).getMethods())
                                        .map(Method::getName))
                                .as(expression)
                                .contains(call.group(2));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyOtherNameIsABeanOrAVariableThatSomebodySets(Path file) throws IOException {
        Set<String> known = variables();
        known.addAll(OF_THE_ENGINE);
        for (String expression : expressions(file)) {
            Set<String> names = new TreeSet<>();
            names.addAll(names(NAME, LITERAL.matcher(expression).replaceAll("''"), 1));
            names.addAll(names(READ_OR_SET, expression, 2));
            names.removeAll(WORDS_OF_THE_LANGUAGE);
            names.removeIf(context::containsBean);
            assertThat(known).as(expression).containsAll(names);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyGroupIsAnOfficeOfTheOrganization(Path file) {
        assertThat(Models.diagram(file).getModelElementsByType(UserTask.class))
                .extracting(UserTask::getCamundaCandidateGroups)
                .filteredOn(group -> !EXPRESSION.matcher(group).matches())
                .allSatisfy(group -> assertThat(organization.office(group)).isPresent());
    }

    private static Set<String> expressions(Path file) throws IOException {
        String text = Files.readString(file)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
        return names(EXPRESSION, text, 1);
    }

    private static Set<String> variables() throws IOException {
        Set<String> variables = new HashSet<>(OF_THE_PROCEDURE);
        for (Path form : Models.files(Path.of("forms"), ".form")) {
            new ObjectMapper().readTree(form.toFile()).findValues("key").forEach(key -> variables.add(key.asText()));
        }
        for (Path diagram : Models.diagrams()) {
            String text = Files.readString(diagram);
            variables.addAll(names(MAPPED, text, 1));
            READ_OR_SET
                    .matcher(text)
                    .results()
                    .filter(set -> set.group(1).equals("s"))
                    .forEach(set -> variables.add(set.group(2)));
        }
        return variables;
    }

    private static Set<String> names(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toSet());
    }
}
