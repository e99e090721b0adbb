package vn.ungcuu.notification;

import org.springframework.lang.Nullable;

/** A message could not be handed over; its job is tried again. Analysts read the sentence in Cockpit. */
class DeliveryFailed extends RuntimeException {

    /** @param message in Vietnamese; neither it nor the cause may tell an address of ours that holds a secret */
    DeliveryFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
