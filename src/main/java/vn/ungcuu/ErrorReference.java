package vn.ungcuu;

import java.util.Locale;
import java.util.UUID;

/** The number of one technical failure: a person reads it out on the phone, the administrator finds it in the log. */
public final class ErrorReference {

    private ErrorReference() {}

    /** Eight digits, 0 to 9 and A to F. */
    public static String next() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
