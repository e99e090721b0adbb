package vn.ungcuu.notification;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * Something people are to know. It goes through mail servers and onto lock screens: neither subject nor text holds
 * personal data, and the subject not even the title of an incident, which is free text.
 *
 * @param code the incident it is about
 * @param subject one line without the code, which is put in front; at most 200 characters
 * @param text what there is to know, in sentences
 * @param path where in the application to go on, beginning with {@code /}
 */
public record Notice(
        NoticeEvent event,
        List<Recipient> to,
        @Nullable String code,
        boolean drill,
        String subject,
        String text,
        @Nullable String path) {

    private static final int LONGEST_SUBJECT = 200;

    public Notice {
        to = List.copyOf(to);
        // A line break here would be one in the header of a mail.
        subject = subject.replaceAll("\\s+", " ").strip();
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 1) + "…";
        }
        if (path != null && !path.startsWith("/")) {
            throw new IllegalArgumentException("Not a path within the application: " + path);
        }
    }
}
