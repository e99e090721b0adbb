package vn.ungcuu.notification;

import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * How a person wants to be told.
 *
 * @param muted events of which the person wants no mail; messages to whoever is on duty are sent all the same
 * @param phone for SMS while on duty, as {@link PhoneNumber} writes it
 */
public record Wishes(Set<NoticeEvent> muted, @Nullable String phone) {

    static final Wishes NONE = new Wishes(Set.of(), null);

    public Wishes {
        muted = Set.copyOf(muted);
    }
}
