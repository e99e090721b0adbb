package vn.ungcuu.browser;

import com.microsoft.playwright.Locator;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/** A form as somebody fills it who reads its labels. The same questions look different in Tasklist and on our pages. */
interface Form {

    ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    Form write(String label, String text);

    /** One of several, in a list or as round buttons. */
    Form choose(String label, String answer);

    Form tick(String label);

    /** Enters a date and a time of day. */
    Form when(String label, ZonedDateTime moment);

    /** Also the one where the label, or what stands for "required" behind it, is followed by nothing else. */
    static Pattern exactly(String label) {
        // Escaped by hand: the browser's expressions know no \\Q…\\E.
        String literal = label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return Pattern.compile("^\\s*" + literal + "\\s*(\\*|\\(bắt buộc\\))?\\s*$");
    }

    static ZonedDateTime minutesAgo(int minutes) {
        return ZonedDateTime.now(ZONE).minusMinutes(minutes);
    }

    /** The part of the form that holds the label and its input. */
    Locator field(String label);
}
