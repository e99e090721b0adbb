package vn.ungcuu.procedure;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, paste or send, made storable and searchable. */
final class Texts {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern BREAK = Pattern.compile("[\\n\\t]");

    /** Control characters that Word and terminals leave in copied text; they have no place in a record. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t\\u0000]]");

    private Texts() {}

    static boolean isBlank(String text) {
        return trim(text).isEmpty();
    }

    /** Vietnamese letters in their composed form, so that a search finds what was typed on any keyboard. */
    static String normalise(String text, boolean oneLine) {
        String composed = Normalizer.normalize(LINE_END.matcher(text).replaceAll("\n"), Normalizer.Form.NFC);
        String clean = CONTROL.matcher(composed).replaceAll("");
        String lines = oneLine ? BREAK.matcher(clean).replaceAll(" ") : clean;
        return trim(lines);
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Spaces of every script, and the invisible characters that come along when text is copied from web pages. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.FORMAT
                || type == Character.CONTROL && c != 0;
    }

    /** False for text no database stores: the character NUL, or half a surrogate pair. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
