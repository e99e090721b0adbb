package vn.ungcuu.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every form, whoever drew it: it shows in Tasklist (form-js 1.8.7) and reads as plain Vietnamese. */
class FormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> FORMS = read();

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime");
    private static final Set<String> ALLOWED = union(INPUTS, Set.of("text", "separator"));

    /** Filled from the incident page, not from Tasklist: no user task has them. */
    private static final Set<String> DOORS = Set.of(
            "add-information",
            "correct-fact",
            "reclassify",
            "request-city-support",
            "hand-over-task",
            "keep-scene",
            "release-scene",
            "cancel-incident",
            "reopen-incident",
            "upgrade-answered",
            "national-response-ended",
            "support-answered");

    /** Variables a form may show or compare with although no form asks for them. */
    private static final Set<String> SET_BY_THE_PROCEDURE = Set.of(
            "code",
            "knownFacts",
            "severityName",
            "stageName",
            "proposedSeverity",
            "proposeUpgrade",
            "classificationBasis",
            "sceneHeld",
            "steps",
            "units",
            "lateWork",
            "handOverOptions",
            "colleagues",
            "now");

    private static final Pattern FEEL_NAME = Pattern.compile("\"[^\"]*\"|([A-Za-z][A-Za-z0-9]*+)(?!\\s*\\()");
    private static final Set<String> FEEL_WORDS =
            Set.of("and", "or", "not", "null", "true", "false", "if", "then", "else");

    static Stream<String> forms() {
        return FORMS.keySet().stream();
    }

    static Stream<String> taskForms() {
        return forms().filter(id -> !DOORS.contains(id) && !id.equals("report-incident"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formIsNamedAfterItsFileAndMadeForThisEngine(String id) {
        JsonNode form = FORMS.get(id);
        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt())
                .as("newest that form-js 1.8.7 knows")
                .isLessThanOrEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tasklistKnowsEveryComponent(String id) {
        assertThat(components(id).map(component -> component.path("type").asText()))
                .isSubsetOf(ALLOWED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingInFormSharesKeyOrId(String id) {
        assertThat(components(id).map(component -> component.path("id").asText()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(keys(id)).doesNotHaveDuplicates();
        assertThat(inputs(id).map(component -> component.path("key").asText()))
                .allMatch(key -> key.matches("[a-z][A-Za-z0-9]*"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyInputHasVietnameseLabel(String id) {
        inputs(id).forEach(input -> assertVietnamese(label(input)));
        inputs(id)
                .filter(input -> is(input, "datetime"))
                .forEach(input -> assertVietnamese(input.path("timeLabel").asText()));
        inputs(id)
                .flatMap(input -> elements(input.path("values")))
                .forEach(option -> assertThat(option.path("label").asText()).isNotBlank());
        components(id).filter(component -> component.has("description")).forEach(component -> {
            assertVietnamese(component.get("description").asText());
            assertThat(component.get("description").asText())
                    .as("form-js shows the first line only")
                    .doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextHasLimit(String id) {
        inputs(id)
                .filter(input -> is(input, "textfield"))
                .forEach(input -> assertThat(
                                input.path("validate").path("maxLength").asInt())
                        .as(label(input))
                        .isBetween(1, 500));
        inputs(id)
                .filter(input -> is(input, "textarea"))
                .forEach(input -> assertThat(
                                input.path("validate").path("maxLength").asInt())
                        .as(label(input))
                        .isBetween(1, 20_000));
    }

    /** With an interval, form-js silently rounds a time that is already there down to it; with 1 it keeps the minute. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyTimeIsAskedToTheMinuteWithItsOffset(String id) {
        inputs(id).filter(input -> is(input, "datetime")).forEach(input -> {
            assertThat(input.path("subtype").asText()).isEqualTo("datetime");
            assertThat(input.path("use24h").asBoolean()).isTrue();
            assertThat(input.path("timeInterval").asInt()).isEqualTo(1);
            assertThat(input.path("timeSerializingFormat").asText()).isEqualTo("utc_offset");
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rulesReferToWhatExists(String id) {
        Set<String> names = new HashSet<>(SET_BY_THE_PROCEDURE);
        forms().forEach(form -> names.addAll(keys(form)));
        components(id).forEach(component -> {
            JsonNode rules = component.path("properties");
            assertThat(rules.fieldNames())
                    .toIterable()
                    .isSubsetOf("notBefore", "notBeforeLabel", "notAfter", "notAfterLabel", "rule", "whenHidden");
            assertThat(rules.path("rule").asText("incident-code")).isEqualTo("incident-code");
            assertThat(rules.path("whenHidden").asText("clear")).isEqualTo("clear");
            Stream.of("notBefore", "notAfter").filter(rules::has).forEach(rule -> {
                String other = rules.get(rule).asText();
                assertThat(names).contains(other);
                assertThat(other.equals("now") || keys(id).contains(other) || rules.has(rule + "Label"))
                        .as("%s of %s needs a name people understand", other, label(component))
                        .isTrue();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void conditionsAreFeelOverKnownNames(String id) {
        FeelEngineApi feel = FeelEngineBuilder.forJava().build();
        Set<String> names = new HashSet<>(SET_BY_THE_PROCEDURE);
        forms().forEach(form -> names.addAll(keys(form)));
        components(id).filter(component -> component.has("conditional")).forEach(component -> {
            String condition = component.path("conditional").path("hide").asText();
            assertThat(condition).startsWith("=");
            assertThat(feel.parseExpression(condition.substring(1)).isSuccess())
                    .as(condition)
                    .isTrue();
            assertThat(namesIn(condition)).as(condition).isSubsetOf(names);
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choicesAreDistinct(String id) {
        inputs(id).filter(input -> input.has("values")).forEach(input -> {
            assertThat(elements(input.get("values"))
                            .map(option -> option.get("value").asText()))
                    .as(label(input))
                    .doesNotHaveDuplicates();
            assertThat(elements(input.get("values"))
                            .map(option -> option.get("label").asText()))
                    .as(label(input))
                    .doesNotHaveDuplicates();
            assertThat(input.has("valuesKey")).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("taskForms")
    void taskShowsWhatIsKnownBeforeItAsks(String id) {
        assertThat(FORMS.get(id).path("components").path(0).path("text").asText())
                .isEqualTo("{{knownFacts}}");
    }

    static Stream<String> formsWithFreeText() {
        return forms().filter(id -> inputs(id).anyMatch(input -> is(input, "textarea") || is(input, "textfield")));
    }

    @ParameterizedTest
    @MethodSource("formsWithFreeText")
    void whoeverMayWriteFreelyIsToldNotToWriteStateSecrets(String id) {
        assertThat(components(id).map(component -> component.path("text").asText()))
                .contains("**Không nhập nội dung bí mật nhà nước.**");
    }

    /** Mẫu số 05: this list is closed, and periodic reports count by it. */
    @Test
    void attackTypesAreTheTenOfTheOfficialFormInItsOrderAndWords() {
        for (String id : List.of("verify-incident", "correct-fact", "reclassify")) {
            JsonNode attackType = inputs(id)
                    .filter(input -> input.path("key").asText().equals("attackType"))
                    .findFirst()
                    .orElseThrow();
            assertThat(elements(attackType.get("values"))
                            .map(option -> option.get("label").asText()))
                    .as(id)
                    .containsExactly(
                            "Từ chối dịch vụ",
                            "Tấn công giả mạo",
                            "Tấn công sử dụng mã độc",
                            "Truy cập trái phép, chiếm quyền điều khiển",
                            "Thay đổi giao diện",
                            "Mã hóa phần mềm, dữ liệu, thiết bị",
                            "Phá hoại thông tin, dữ liệu, phần mềm",
                            "Nghe trộm, gián điệp, lấy cắp thông tin, dữ liệu",
                            "Tấn công tổng hợp sử dụng kết hợp nhiều hình thức",
                            "Các hình thức tấn công khác");
        }
    }

    /** One fact, one key, one meaning: the same choices wherever it is asked. */
    @Test
    void sameFactHasSameChoicesInEveryForm() {
        Map<String, Map<String, Set<String>>> choicesByKey = new TreeMap<>();
        forms().forEach(id -> inputs(id)
                .filter(input -> input.has("values"))
                .forEach(input -> choicesByKey
                        .computeIfAbsent(input.path("key").asText(), key -> new TreeMap<>())
                        .computeIfAbsent(input.get("values").toString(), choices -> new TreeSet<>())
                        .add(id)));
        choicesByKey.forEach((key, choices) -> assertThat(choices).as(key).hasSize(1));
    }

    @Test
    void everyUserTaskHasItsFormAndEveryFormItsUse() {
        Set<String> used = new TreeSet<>();
        for (Path file : list(Path.of("processes"), ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                assertThat(FORMS)
                        .as("form of task %s in %s", task.getId(), file.getFileName())
                        .containsKey(task.getCamundaFormRef());
                used.add(task.getCamundaFormRef());
            }
            model.getModelElementsByType(StartEvent.class).stream()
                    .map(StartEvent::getCamundaFormRef)
                    .filter(form -> form != null)
                    .forEach(used::add);
        }
        assertThat(union(used, DOORS)).containsAll(FORMS.keySet());
    }

    private static void assertVietnamese(String text) {
        assertThat(text).isNotBlank();
        assertThat(text.chars().anyMatch(c -> c > 127))
                .as("“%s” has no Vietnamese letter", text)
                .isTrue();
    }

    private static Set<String> namesIn(String condition) {
        return FEEL_NAME
                .matcher(condition)
                .results()
                .map(result -> result.group(1))
                .filter(name -> name != null && !FEEL_WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    private static String label(JsonNode input) {
        return input.path(is(input, "datetime") ? "dateLabel" : "label").asText();
    }

    private static boolean is(JsonNode component, String type) {
        return component.path("type").asText().equals(type);
    }

    private static Stream<JsonNode> components(String id) {
        return elements(FORMS.get(id).path("components"));
    }

    private static Stream<JsonNode> inputs(String id) {
        return components(id)
                .filter(component -> INPUTS.contains(component.path("type").asText()));
    }

    private static List<String> keys(String id) {
        return inputs(id).map(input -> input.path("key").asText()).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> forms = new TreeMap<>();
        for (Path file : list(Path.of("forms"), ".form")) {
            try {
                forms.put(file.getFileName().toString().replace(".form", ""), JSON.readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return forms;
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
