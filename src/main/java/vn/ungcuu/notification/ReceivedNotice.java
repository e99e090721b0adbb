package vn.ungcuu.notification;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * A notice as the person it was for sees it.
 *
 * @param fresh whether it came after the person last looked
 */
public record ReceivedNotice(
        Instant at,
        NoticeEvent event,
        @Nullable String code,
        boolean drill,
        String subject,
        String text,
        @Nullable String path,
        boolean fresh) {}
