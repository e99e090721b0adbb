package vn.ungcuu.notification;

import org.springframework.lang.Nullable;

/**
 * A message on its way out.
 *
 * @param to an office or a person; null for a webhook
 * @param onDuty whether it is for somebody because he is on duty
 * @param notice what it tells; null for a webhook
 * @param body the bytes of a webhook as text; null for others
 */
record OutgoingMessage(
        String id,
        Channel channel,
        @Nullable Recipient to,
        boolean onDuty,
        @Nullable Notice notice,
        @Nullable String body,
        boolean sent) {}
