package vn.ungcuu.notification;

import java.util.Collection;
import java.util.List;

/** What a person was told within the application, and how the person wants to be told otherwise. */
public interface Inbox {

    /** How long notices are shown. */
    int DAYS = 14;

    /**
     * Notices of the last {@link #DAYS} days to the person or these offices, newest first, each once.
     *
     * @param limit how many at most
     */
    List<ReceivedNotice> of(String userId, Collection<String> officeIds, int limit);

    /** The person has seen these and everything older. */
    void seen(String userId, List<ReceivedNotice> notices);

    Wishes wishesOf(String userId);

    void wish(String userId, Wishes wishes);
}
