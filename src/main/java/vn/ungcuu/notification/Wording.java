package vn.ungcuu.notification;

import java.text.Normalizer;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** How a notice reads as a mail and as a short message. */
@Component
class Wording {

    /** Longer ones are cut into several by the gateway, each paid for. */
    static final int LONGEST_SHORT_TEXT = 300;

    private static final String DRILL = "DIỄN TẬP";

    private final NotificationSettings settings;

    Wording(NotificationSettings settings) {
        this.settings = settings;
    }

    String subject(Notice notice) {
        return (notice.drill() ? "[" + DRILL + "] " : "") + "[Ứng cứu] " + withCode(notice);
    }

    String body(Notice notice) {
        StringBuilder body = new StringBuilder(notice.text().strip()).append("\n\n");
        if (notice.path() != null) {
            body.append(notice.code() == null ? "Xem: " : "Mở việc: ")
                    .append(link(notice.path()))
                    .append("\n\n");
        }
        return body.append("Chọn những thư muốn nhận: ")
                .append(link("/thong-bao"))
                .append('\n')
                .toString();
    }

    /** Without the notice's text: it is read on a lock screen. */
    String shortText(Notice notice) {
        String text = (notice.drill() ? DRILL + " " : "") + withCode(notice);
        if (settings.sms().ascii()) {
            text = ascii(text);
        }
        String more = settings.sms().ascii() ? "..." : "…";
        return text.length() <= LONGEST_SHORT_TEXT
                ? text
                : text.substring(0, LONGEST_SHORT_TEXT - more.length()) + more;
    }

    private static String withCode(Notice notice) {
        return (notice.code() == null ? "" : notice.code() + ": ") + notice.subject();
    }

    private String link(@Nullable String path) {
        return settings.baseUrl() + path;
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[“”„]", "\"")
                .replaceAll("[‘’]", "'")
                .replaceAll("[–—]", "-")
                .replace("…", "...")
                .replaceAll("[^\\x20-\\x7e]", "?");
    }
}
