package vn.ungcuu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WordingTests {

    private final Wording wording = wording(Map.of());
    private final Wording ascii = wording(Map.of("ung-cuu.sms.ascii", "true"));

    @Test
    void gatewayWithoutVietnameseLettersGetsPlainOnes() {
        assertThat(ascii.shortText(notice("Đến hạn: “Xác minh” – 2 giờ…", true)))
                .isEqualTo("DIEN TAP DT-2026-0001: Den han: \"Xac minh\" - 2 gio...");
        assertThat(ascii.shortText(notice("漢", false))).endsWith(": ?");
    }

    @Test
    void shortTextStaysShortWhateverItTells() {
        String longest = "ư".repeat(200);
        String wider = wording(Map.of("ung-cuu.sms.ascii", "true")).shortText(notice("…".repeat(200), true));

        assertThat(wording.shortText(notice(longest, true))).hasSizeLessThanOrEqualTo(300);
        assertThat(wider).hasSize(300).endsWith("...");
    }

    @Test
    void textOfTheNoticeIsNotInTheShortOne() {
        assertThat(wording.shortText(notice("Nhắc việc", false))).doesNotContain("Nội dung");
    }

    @Test
    void subjectIsOneLineAndNotTooLong() {
        Notice notice = notice("Việc\r\nBcc: ai-do@xa.example " + "x".repeat(300), false);

        assertThat(notice.subject()).startsWith("Việc Bcc:").hasSize(200);
    }

    @Test
    void linkFollowsTheAddressOfTheApplicationWithOrWithoutASlash() {
        assertThat(wording(Map.of("ung-cuu.base-url", "https://xa.example/ung-cuu/"))
                        .body(notice("Việc", false)))
                .contains("\nMở việc: https://xa.example/ung-cuu/so-theo-doi\n");
    }

    private static Notice notice(String subject, boolean drill) {
        return new Notice(
                NoticeEvent.REMINDER,
                List.of(new Recipient.Person("vanphong")),
                drill ? "DT-2026-0001" : "SC-2026-0001",
                drill,
                subject,
                "Nội dung",
                "/so-theo-doi");
    }

    private static Wording wording(Map<String, String> properties) {
        return new Wording(new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ung-cuu", NotificationSettings.class));
    }
}
