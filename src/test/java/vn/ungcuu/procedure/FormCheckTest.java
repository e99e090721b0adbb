package vn.ungcuu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.incident.Incidents;

/** The rules of the forms as the server holds them, over the packaged forms and over one form with every component. */
class FormCheckTest {

    private static final Instant NOW = Instant.parse("2026-05-03T03:00:00Z");

    private final Incidents incidents = mock(Incidents.class);
    private final FormCheck check =
            new FormCheck(Clock.fixed(NOW, UngCuuApplication.ZONE), id -> Optional.of(packaged(id)), incidents);

    private static final FormSchema EVERYTHING = FormSchema.read("""
            {"id": "everything", "components": [
              {"type": "text", "id": "intro", "text": "# Hỏi"},
              {"type": "textfield", "id": "a", "key": "line", "label": "Một dòng"},
              {"type": "textarea", "id": "b", "key": "lines", "label": "Nhiều dòng", "validate": {"minLength": 3, "maxLength": 30}},
              {"type": "number", "id": "c", "key": "count", "label": "Số lượng", "decimalDigits": 0, "validate": {"min": 0, "max": 100}},
              {"type": "number", "id": "d", "key": "hours", "label": "Số giờ", "decimalDigits": 1, "validate": {"max": "=count * 2"}},
              {"type": "checkbox", "id": "e", "key": "urgent", "label": "Khẩn"},
              {"type": "checkbox", "id": "f", "key": "public", "label": "Công khai", "defaultValue": true},
              {"type": "radio", "id": "g", "key": "answer", "label": "Trả lời", "values": [{"label": "Có", "value": "yes"}, {"label": "Không", "value": "no"}]},
              {"type": "select", "id": "h", "key": "level", "label": "Cấp độ", "values": [{"label": "Một", "value": 1}, {"label": "Hai", "value": 2}]},
              {"type": "select", "id": "i", "key": "unit", "label": "Đơn vị", "valuesKey": "units"},
              {"type": "checklist", "id": "j", "key": "done", "label": "Việc đã làm", "valuesKey": "steps"},
              {"type": "datetime", "id": "k", "key": "from", "dateLabel": "Từ lúc", "subtype": "datetime", "timeSerializingFormat": "utc_offset", "properties": {"notAfter": "now"}},
              {"type": "datetime", "id": "l", "key": "until", "dateLabel": "Đến lúc", "subtype": "datetime", "timeSerializingFormat": "utc_offset",
                "properties": {"notBefore": "from", "notAfter": "deadline", "notAfterLabel": "Hạn chót"}},
              {"type": "datetime", "id": "m", "key": "local", "dateLabel": "Giờ địa phương", "subtype": "datetime", "timeSerializingFormat": "no_timezone"},
              {"type": "datetime", "id": "n", "key": "day", "dateLabel": "Ngày", "subtype": "date"},
              {"type": "datetime", "id": "o", "key": "clock", "timeLabel": "Giờ", "dateLabel": "Giờ", "subtype": "time"},
              {"type": "textfield", "id": "p", "key": "why", "label": "Vì sao", "validate": {"required": true}, "conditional": {"hide": "=not(answer = \\"no\\")"}, "properties": {"whenHidden": "clear"}},
              {"type": "textfield", "id": "q", "key": "whyNot", "label": "Vì sao không", "conditional": {"hide": "=line = \\"\\""}},
              {"type": "textfield", "id": "r", "key": "seen", "label": "Chỉ xem", "readonly": true},
              {"type": "textfield", "id": "s", "key": "off", "label": "Tắt", "disabled": true},
              {"type": "textfield", "id": "t", "key": "code", "label": "Mã", "validate": {"pattern": "^[A-Z]+$"}},
              {"type": "textfield", "id": "u", "key": "mail", "label": "Thư", "validate": {"validationType": "email"}},
              {"type": "group", "id": "v", "components": [{"type": "textfield", "id": "w", "key": "inside", "label": "Trong nhóm"}]}
            ]}""".getBytes(StandardCharsets.UTF_8));

    private Map<String, Object> accepted(String key, Object value) {
        return check.validateCorrection(EVERYTHING, Collections.singletonMap(key, value), known());
    }

    private static Map<String, Object> known() {
        return Map.of(
                "units",
                Spin.JSON("[{\"label\": \"Trạm Y tế\", \"value\": \"unitHealthStation\"}]"),
                "steps",
                SpinValues.jsonValue(
                                "[{\"label\": \"Ngắt mạng\", \"value\": \"s1\"}, {\"label\": \"Báo cáo\", \"value\": \"s2\"}]")
                        .create(),
                "answer",
                "no",
                "why",
                "vì",
                "count",
                10,
                "deadline",
                "2026-05-03T09:30:00+07:00");
    }

    @Nested
    class Normalises {

        static Stream<Arguments> values() {
            return Stream.of(
                    Arguments.of("line", "  Máy chủ  ", "Máy chủ"),
                    Arguments.of("line", "\u00a0\u200bMáy chủ\ufeff", "Máy chủ"),
                    Arguments.of("line", "dòng\r\nhai\tba", "dòng hai ba"),
                    Arguments.of("line", "   ", null),
                    Arguments.of("line", null, null),
                    Arguments.of("line", "sự cố", "sự cố"),
                    Arguments.of("line", "tiếng\u0007 chuông\u000b", "tiếng chuông"),
                    Arguments.of("lines", "một\r\nhai\n", "một\nhai"),
                    Arguments.of("lines", "😀 ổn", "😀 ổn"),
                    Arguments.of("inside", "x", "x"),
                    Arguments.of("count", 5, 5),
                    Arguments.of("count", 5L, 5),
                    Arguments.of("count", 5.0, 5),
                    Arguments.of("count", "5", 5),
                    Arguments.of("count", new BigDecimal("5.00"), 5),
                    Arguments.of("hours", 1.5, 1.5),
                    Arguments.of("hours", "", null),
                    Arguments.of("urgent", true, true),
                    Arguments.of("urgent", "true", true),
                    Arguments.of("urgent", null, false),
                    Arguments.of("answer", "yes", "yes"),
                    Arguments.of("level", 2, 2),
                    Arguments.of("level", "2", 2),
                    Arguments.of("level", 2.0, 2),
                    Arguments.of("level", "", null),
                    Arguments.of("unit", "unitHealthStation", "unitHealthStation"),
                    Arguments.of("done", List.of("s2", "s1", "s2"), List.of("s1", "s2")),
                    Arguments.of("done", Spin.JSON("[\"s2\"]"), List.of("s2")),
                    Arguments.of("done", SpinValues.jsonValue("[\"s2\"]").create(), List.of("s2")),
                    Arguments.of("done", List.of(), List.of()),
                    Arguments.of("done", null, List.of()),
                    Arguments.of("from", "2026-05-03T08:15+07:00", "2026-05-03T08:15:00+07:00"),
                    Arguments.of("from", "2026-05-03T01:15Z", "2026-05-03T08:15:00+07:00"),
                    Arguments.of("from", "2026-05-03T01:15:59.999Z", "2026-05-03T08:15:59+07:00"),
                    Arguments.of("from", "2026-05-02T20:15-05:00", "2026-05-03T08:15:00+07:00"),
                    Arguments.of("from", "2026-05-03T08:15:00.000+0700", "2026-05-03T08:15:00+07:00"),
                    Arguments.of("from", "2026-05-03T10:01+07:00", "2026-05-03T10:01:00+07:00"),
                    Arguments.of("from", Date.from(Instant.parse("2026-05-03T01:15:00Z")), "2026-05-03T08:15:00+07:00"),
                    Arguments.of("from", "", null),
                    Arguments.of("local", "2026-05-03T08:15", "2026-05-03T08:15:00+07:00"),
                    Arguments.of("day", "2026-05-03", "2026-05-03"),
                    Arguments.of("clock", "08:15+07:00", "08:15+07:00"),
                    Arguments.of("mail", "van.phong@xa.gov.vn", "van.phong@xa.gov.vn"),
                    Arguments.of("line", Variables.stringValue(" a "), "a"),
                    Arguments.of("line", Variables.untypedNullValue(), null));
        }

        @ParameterizedTest
        @MethodSource("values")
        void toWhatTheProcedureKeeps(String key, Object sent, Object kept) {
            assertThat(accepted(key, sent)).containsEntry(key, kept);
        }

        @Test
        void saysAllThatIsWrongAtOnceInTheOrderOfTheForm() {
            assertThatThrownBy(() -> check.validate(
                            "report-incident",
                            Map.of("title", "Mất mạng", "detectedAt", "2099-01-01T08:00:00+07:00"),
                            Map.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reasons())
                                    .satisfiesExactly(
                                            description ->
                                                    assertThat(description).startsWith("Mục “Mô tả sự cố” chưa có"),
                                            detected -> assertThat(detected)
                                                    .startsWith("Mục “Thời điểm phát hiện” không được ở tương lai"),
                                            channel -> assertThat(channel)
                                                    .startsWith("Mục “Tin báo đến bằng cách nào” chưa được chọn"),
                                            reporter -> assertThat(reporter).startsWith("Mục “Người báo” chưa có")))
                    .hasMessageContainingAll("Mô tả sự cố", "Thời điểm phát hiện", "Người báo");
        }

        @Test
        void complainsOfNoFieldWhoseConditionHangsOnAnUnreadableAnswer() {
            assertThatThrownBy(() -> check.validate(
                            "verify-incident",
                            Map.of("verificationResult", "perhaps", "kind", "network-attack", "attackType", "malware"),
                            Map.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("có giá trị không nằm trong danh sách")
                    .hasMessageNotContaining("không dùng trong trường hợp này");
        }

        @Test
        void composedVietnameseWhateverTheKeyboard() {
            String decomposed = java.text.Normalizer.normalize("Sự cố ở Trường", java.text.Normalizer.Form.NFD);
            assertThat(accepted("line", decomposed)).containsEntry("line", "Sự cố ở Trường");
        }
    }

    @Nested
    class Refuses {

        static Stream<Arguments> values() {
            List<Object> deep = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                deep = new ArrayList<>(List.of(deep));
            }
            return Stream.of(
                    Arguments.of("line", "x".repeat(501), "dài 501 ký tự, nhiều hơn mức 500"),
                    Arguments.of("line", "x".repeat(50_000_000), "nhiều hơn mức 500"),
                    Arguments.of("line", 5, "phải là chữ"),
                    Arguments.of("line", true, "phải là chữ"),
                    Arguments.of("line", Map.of("a", Map.of("b", "c")), "phải là chữ"),
                    Arguments.of("line", List.of("a"), "phải là chữ"),
                    Arguments.of("line", "a\u0000b", "ký tự không lưu được"),
                    Arguments.of("line", "\u0000", "ký tự không lưu được"),
                    Arguments.of("line", "a\ud800", "ký tự không lưu được"),
                    Arguments.of("line", "\udc00\ud800", "ký tự không lưu được"),
                    Arguments.of("line", new byte[] {1, 2}, "phải là chữ"),
                    Arguments.of(
                            "line",
                            Variables.fileValue("x.exe").file(new byte[] {1}).create(),
                            "phải là chữ"),
                    Arguments.of("line", Variables.byteArrayValue(new byte[] {1}), "phải là chữ"),
                    Arguments.of(
                            "line",
                            Variables.serializedObjectValue("rO0AB")
                                    .objectTypeName("java.util.HashMap")
                                    .serializationDataFormat("application/x-java-serialized-object")
                                    .create(),
                            "phải là chữ"),
                    Arguments.of("line", SpinValues.jsonValue("[").create(), "phải là chữ"),
                    Arguments.of("lines", "ab", "ít nhất 3 ký tự"),
                    Arguments.of("lines", "x".repeat(31), "nhiều hơn mức 30"),
                    Arguments.of("count", "năm", "phải là số"),
                    Arguments.of("count", true, "phải là số"),
                    Arguments.of("count", -1, "không được nhỏ hơn 0"),
                    Arguments.of("count", 101, "không được lớn hơn 100"),
                    Arguments.of("count", 1.5, "số nguyên"),
                    Arguments.of("count", BigInteger.TEN.pow(400), "phải là số"),
                    Arguments.of("count", new BigDecimal("1e999999999"), "phải là số"),
                    Arguments.of("count", "1e999999999", "phải là số"),
                    Arguments.of("count", "-1e-999999999", "phải là số"),
                    Arguments.of("count", "9".repeat(1_000_000), "phải là số"),
                    Arguments.of("count", Double.NaN, "phải là số"),
                    Arguments.of("count", Double.POSITIVE_INFINITY, "phải là số"),
                    Arguments.of("hours", 1.25, "1 chữ số sau dấu phẩy"),
                    Arguments.of("hours", 20.5, "không được lớn hơn 20"),
                    Arguments.of("urgent", "yes", "chỉ được đánh dấu"),
                    Arguments.of("urgent", 1, "chỉ được đánh dấu"),
                    Arguments.of("answer", "maybe", "không nằm trong danh sách"),
                    Arguments.of("answer", List.of("yes"), "không nằm trong danh sách"),
                    Arguments.of("answer", Map.of("value", "yes"), "không nằm trong danh sách"),
                    Arguments.of("answer", true, "không nằm trong danh sách"),
                    Arguments.of("level", 3, "không nằm trong danh sách"),
                    Arguments.of("level", "1e999999999", "không nằm trong danh sách"),
                    Arguments.of("unit", "office", "không nằm trong danh sách"),
                    Arguments.of("done", "s1", "không nằm trong danh sách"),
                    Arguments.of("done", List.of("s3"), "không nằm trong danh sách"),
                    Arguments.of("done", Collections.nCopies(100_000, "s1"), "không nằm trong danh sách"),
                    Arguments.of("done", deep, "không nằm trong danh sách"),
                    Arguments.of("done", Arrays.asList("s1", null), "không nằm trong danh sách"),
                    Arguments.of("from", "2026-05-03T10:03+07:00", "không được ở tương lai"),
                    Arguments.of("from", "2026-05-03T08:15", "chưa đúng ngày, giờ"),
                    Arguments.of("from", "2026-05-03", "chưa đúng ngày, giờ"),
                    Arguments.of("from", "03/05/2026 08:15", "chưa đúng ngày, giờ"),
                    Arguments.of("from", "2026-02-30T08:15+07:00", "chưa đúng ngày, giờ"),
                    Arguments.of("from", "2026-05-03T24:01+07:00", "chưa đúng ngày, giờ"),
                    Arguments.of("from", "+999999999-12-31T00:00+07:00", "chưa đúng ngày, giờ"),
                    Arguments.of("from", "0026-05-03T08:15+07:00", "chưa đúng ngày, giờ"),
                    Arguments.of("from", 1777777777, "chưa đúng ngày, giờ"),
                    Arguments.of("from", "hôm qua", "chưa đúng ngày, giờ"),
                    Arguments.of(
                            "until", "2026-05-03T09:31+07:00", "không được sau “Hạn chót” (09:30 ngày 03/05/2026)"),
                    Arguments.of("day", "2026-05-03T08:15+07:00", "chưa đúng ngày"),
                    Arguments.of("clock", "8h15", "chưa đúng giờ"),
                    Arguments.of("code", "abc", "chưa đúng dạng"),
                    Arguments.of("mail", "không có", "chưa đúng dạng"),
                    Arguments.of("off", "x", "không có mục “off”"),
                    Arguments.of("severity", "ordinary", "không có mục “severity”"),
                    Arguments.of("<script>alert(1)</script>", "x", "không có mục “?script?alert?1???script?”"),
                    Arguments.of("k".repeat(100_000), "x", "…”"));
        }

        @ParameterizedTest
        @MethodSource("values")
        void withSentenceThatNamesTheField(String key, Object sent, String part) {
            assertThatThrownBy(() -> accepted(key, sent))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(part)
                    .hasMessageContaining("Vui lòng")
                    .hasMessageEndingWith(".")
                    .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
            EVERYTHING
                    .field(key)
                    .ifPresent(field -> assertThatThrownBy(() -> accepted(key, sent))
                            .hasMessageStartingWith("Mục “" + field.label() + "”"));
        }

        @Test
        void firstProblemInTheOrderOfTheForm() {
            Map<String, Object> sent = new HashMap<>();
            sent.put("mail", "?");
            sent.put("urgent", "?");
            sent.put("lines", "a");
            assertThatThrownBy(() -> check.validate(EVERYTHING, sent, known()))
                    .hasMessageStartingWith("Mục “Nhiều dòng”");
        }

        @Test
        void futureTimeInTheWordsOfTheUser() {
            assertThatThrownBy(() -> accepted("from", "2026-05-04T08:15+07:00"))
                    .hasMessage("Mục “Từ lúc” không được ở tương lai. Vui lòng nhập lại thời điểm đã qua.");
        }

        @Test
        void datesThatAreNotInOrder() {
            assertThatThrownBy(() -> check.validateCorrection(
                            EVERYTHING,
                            Map.of("from", "2026-05-03T08:15+07:00", "until", "2026-05-03T08:14+07:00"),
                            known()))
                    .hasMessage("Mục “Đến lúc” không được trước “Từ lúc” (08:15 ngày 03/05/2026)."
                            + " Vui lòng nhập lại thời điểm sau mốc đó.");
        }

        @Test
        void limitKnownFromAnEarlierAnswer() {
            Map<String, Object> known = new HashMap<>(known());
            known.put("from", "2026-05-03T08:15:42+07:00");
            assertThat(check.validateCorrection(EVERYTHING, Map.of("until", "2026-05-03T08:15+07:00"), known))
                    .as("the same minute is not before")
                    .containsKey("until");
            assertThatThrownBy(() ->
                            check.validateCorrection(EVERYTHING, Map.of("until", "2026-05-03T08:14+07:00"), known))
                    .hasMessageContaining("không được trước");
        }
    }

    @Nested
    class Asks {

        @Test
        void whatIsRequired() {
            assertThatThrownBy(() -> check.validate(EVERYTHING, Map.of("answer", "no"), Map.of()))
                    .hasMessage("Mục “Vì sao” chưa có nội dung. Vui lòng nhập trước khi gửi.");
            assertThatThrownBy(() -> check.validate(EVERYTHING, Map.of("answer", "no", "why", " "), Map.of()))
                    .hasMessageStartingWith("Mục “Vì sao” chưa có nội dung");
        }

        @Test
        void nothingThatIsHidden() {
            assertThat(check.validate(EVERYTHING, Map.of("answer", "yes"), Map.of()))
                    .doesNotContainKey("why");
            assertThat(check.validate(EVERYTHING, Map.of(), Map.of())).doesNotContainKey("why");
        }

        @Test
        void thatWhatIsHiddenStaysEmpty() {
            assertThatThrownBy(() -> check.validate(EVERYTHING, Map.of("answer", "yes", "why", "vì"), Map.of()))
                    .hasMessage("Mục “Vì sao” không dùng trong trường hợp này. Vui lòng để trống mục này.");
            assertThat(check.validate(EVERYTHING, Map.of("answer", "yes", "why", ""), Map.of()))
                    .doesNotContainKey("why");
        }

        @Test
        void andTakesBackAnEarlierAnswerWhereTheFormSaysSo() {
            assertThat(check.validate(EVERYTHING, Map.of("answer", "yes"), Map.of("why", "vì")))
                    .containsEntry("why", null);
        }

        @Test
        void conditionsSeeAnEmptyTextAsTheBrowserDoes() {
            assertThatThrownBy(() -> check.validate(EVERYTHING, Map.of("whyNot", "x"), Map.of()))
                    .hasMessageContaining("không dùng trong trường hợp này");
            assertThat(check.validate(EVERYTHING, Map.of("line", "x", "whyNot", "x"), Map.of()))
                    .containsKey("whyNot");
        }

        @Test
        void andKeepsWhatIsKnownWhenAnOptionalAnswerIsNotSent() {
            assertThat(check.validate(EVERYTHING, Map.of(), Map.of("urgent", true, "line", "x", "level", 2)))
                    .doesNotContainKeys("urgent", "line", "level");
        }

        @Test
        void andFillsCheckboxesNobodyHasAnswered() {
            assertThat(check.validate(EVERYTHING, Map.of(), Map.of()))
                    .containsEntry("urgent", false)
                    .containsEntry("public", true)
                    .doesNotContainKeys("line", "level", "from");
        }

        @Test
        void andIgnoresWhatMayOnlyBeSeen() {
            assertThat(accepted("seen", "changed")).doesNotContainKey("seen");
        }
    }

    @Nested
    class PackagedForms {

        private final Map<String, Object> report = new HashMap<>(Map.of(
                "title", "Máy Một cửa bị mã hóa",
                "description", "Tệp bị đổi đuôi",
                "channel", "phone",
                "detectedAt", "2026-05-03T08:15+07:00",
                "reporterName", "Nguyễn Văn A"));

        private Map<String, Object> start() {
            return check.normalisedStart("report-incident", report, Set.of("source", "sourceReference"));
        }

        @Test
        void reportIsTakenAsItComes() {
            assertThat(start())
                    .containsEntry("detectedAt", "2026-05-03T08:15:00+07:00")
                    .containsEntry("drill", false)
                    .doesNotContainKeys("kind", "affectedSystem");
        }

        @ParameterizedTest
        @ValueSource(strings = {"title", "description", "channel", "detectedAt", "reporterName"})
        void reportNeedsWhatTheContractNames(String missing) {
            report.remove(missing);
            assertThatThrownBy(this::start).isInstanceOf(Refusal.class).hasMessageStartingWith("Mục “");
        }

        @Test
        void reportFromOutsideMayNameItsSource() {
            report.put("source", " mail ");
            report.put("sourceReference", "<1@x>");
            assertThat(start()).containsEntry("source", "mail").containsEntry("sourceReference", "<1@x>");
            report.put("sourceReference", List.of("x"));
            assertThatThrownBy(this::start).isInstanceOf(Refusal.class);
        }

        @Test
        void reportTakesNoFactOfALaterStep() {
            report.put("severity", "ordinary");
            assertThatThrownBy(this::start).hasMessageContaining("không có mục “severity”");
        }

        @Test
        void reportHasRoomForALongStory() {
            report.put("description", "ơ".repeat(20_000));
            assertThat(start()).containsEntry("description", "ơ".repeat(20_000));
            report.put("description", "ơ".repeat(20_001));
            assertThatThrownBy(this::start).hasMessageContaining("dài 20.001 ký tự, nhiều hơn mức 20.000");
        }

        private Map<String, Object> verify(Map<String, ?> more) {
            Map<String, Object> sent = new HashMap<>(more);
            sent.putIfAbsent("verificationNote", "Đã kiểm tra");
            return check.validate("verify-incident", sent, Map.of("code", "SC-2026-0002"));
        }

        @Test
        void confirmedIncidentDefaultsToASystemOfTheCommune() {
            assertThat(verify(Map.of("verificationResult", "incident", "kind", "system-fault", "systemLevel", 2)))
                    .containsEntry("operatedByCommune", true)
                    .containsEntry("ownedByCommune", true)
                    .containsEntry("controlLost", false)
                    .containsEntry("systemLevel", 2)
                    .doesNotContainKeys("attackType", "duplicateOf");
        }

        @Test
        void attackNeedsItsTypeAndNothingElseHasOne() {
            assertThatThrownBy(() -> verify(Map.of("verificationResult", "incident", "kind", "network-attack")))
                    .hasMessage("Mục “Loại tấn công” chưa được chọn. Vui lòng chọn trước khi gửi.");
            assertThatThrownBy(() -> verify(
                            Map.of("verificationResult", "incident", "kind", "user-error", "attackType", "malware")))
                    .hasMessageContaining("không dùng trong trường hợp này");
        }

        @Test
        void falseAlarmAsksForNoFacts() {
            assertThat(verify(Map.of("verificationResult", "false-alarm"))).doesNotContainKeys("kind", "controlLost");
            assertThatThrownBy(() -> verify(Map.of("verificationResult", "false-alarm", "controlLost", true)))
                    .hasMessageContaining("không dùng trong trường hợp này");
        }

        @ParameterizedTest
        @CsvSource({
            "sc 2026 1, SC-2026-0001, ",
            "SC-2026-0001, SC-2026-0001, ",
            "SC-2026-0002, , là mã của chính hồ sơ này",
            "SC-2026-0009, , không có trong Sổ theo dõi sự cố",
            "hôm qua, , không có trong Sổ theo dõi sự cố"
        })
        void duplicateNamesAnotherIncident(String typed, String kept, String problem) {
            when(incidents.exists("SC-2026-0001")).thenReturn(true);
            when(incidents.exists("SC-2026-0002")).thenReturn(true);
            Map<String, Object> sent = Map.of("verificationResult", "duplicate", "duplicateOf", typed);
            if (problem == null) {
                assertThat(verify(sent)).containsEntry("duplicateOf", kept);
            } else {
                assertThatThrownBy(() -> verify(sent)).hasMessageContaining(problem);
            }
        }

        @Test
        void overridingTheProposalNeedsAReason() {
            Map<String, Object> known = Map.of("proposedSeverity", "serious");
            assertThat(check.validate("confirm-classification", Map.of("severity", "serious"), known))
                    .containsOnlyKeys("severity");
            assertThatThrownBy(() -> check.validate("confirm-classification", Map.of("severity", "ordinary"), known))
                    .hasMessage("Mục “Lý do chọn khác đề xuất” chưa có nội dung. Vui lòng nhập trước khi gửi.");
            assertThatThrownBy(() -> check.validate("confirm-classification", Map.of(), known))
                    .as("no severity is chosen for the officer")
                    .hasMessage("Mục “Mức độ sự cố” chưa được chọn. Vui lòng chọn trước khi gửi.");
        }

        @Test
        void nothingIsEradicatedBeforeTheBackup() {
            assertThatThrownBy(() -> check.validate(
                            "eradicate-threat", Map.of("backupTaken", false, "eradicationMeasures", "x"), Map.of()))
                    .hasMessageContaining("phải được đánh dấu");
        }

        @Test
        void checklistOffersTheStepsOfTheOffice() {
            Map<String, Object> known =
                    Map.of("steps", Spin.JSON("[{\"label\": \"Rút mạng\", \"value\": \"Rút mạng\"}]"));
            assertThat(check.validate(
                            "isolate-systems",
                            Map.of("stepsDone", List.of("Rút mạng"), "isolateSystemsNote", "xong"),
                            known))
                    .containsEntry("stepsDone", List.of("Rút mạng"));
            assertThat(check.validate(
                            "isolate-systems", Map.of("isolateSystemsNote", "xong"), Map.of("steps", Spin.JSON("[]"))))
                    .doesNotContainKey("stepsDone");
        }

        @Test
        void seriousIncidentEndsWithANewLookAtTheRisk() {
            Map<String, Object> sent = Map.of("rootCause", "a", "lessonsLearned", "b", "preventiveMeasures", "c");
            assertThat(check.validate("summarise-incident", sent, Map.of("severity", "ordinary")))
                    .hasSize(3);
            assertThatThrownBy(() -> check.validate("summarise-incident", sent, Map.of("severity", "serious")))
                    .hasMessageStartingWith("Mục “Đánh giá lại rủi ro”");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"components\": 5}", "null"})
    void whatIsNoFormIsNotRead(String json) {
        assertThatThrownBy(() -> FormSchema.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void componentWeCannotCheckIsNotAnswered() {
        FormSchema form = FormSchema.read(
                "{\"components\": [{\"type\": \"filepicker\", \"id\": \"f\", \"key\": \"file\", \"label\": \"Tệp\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check.validate(form, Map.of("file", "x"), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chuyên viên quy trình");
    }

    private static FormSchema packaged(String id) {
        try {
            return FormSchema.read(Files.readAllBytes(Path.of("forms", id + ".form")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
