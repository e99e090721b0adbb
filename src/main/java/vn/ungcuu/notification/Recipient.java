package vn.ungcuu.notification;

/** Whom a notice is for. */
public sealed interface Recipient {

    /** The office as a whole: whoever belongs to it when the message is sent or the page is opened. */
    record Office(String groupId) implements Recipient {}

    record Person(String userId) implements Recipient {}

    /** Whoever is on duty for that office at the moment of telling; nobody if nobody is. */
    record OnDuty(String groupId) implements Recipient {}
}
