package vn.ungcuu.locale;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Vietnamese is written in syllables that follow a strict pattern, so most misspelt words and nearly all English ones give
 * themselves away: an initial, a rhyme of a closed list, one tone. A syllable that ends in a stop carries the acute or the
 * dot below, which tells "tóp" from "top".
 */
public final class VietnameseSyllable {

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    private static final Pattern SYLLABLE =
            Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?(?:"
                    + "oai|oay|oao|oeo|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|uêu|"
                    + "ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|ia|ua|ưa|uơ|"
                    + "(?:uyê|oa|oă|oe|uâ|uê|uy|oo|iê|yê|uô|ươ|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ng|nh|ch|c|m|n|p|t)?)");

    private static final Pattern STOP = Pattern.compile(".*(?:ch|[cpt])");

    private VietnameseSyllable() {}

    /** The words of a text that cannot be Vietnamese, in their order. */
    public static List<String> strangers(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !isSyllable(word))
                .toList();
    }

    static boolean isSyllable(String word) {
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String tones = parts.chars()
                .filter(c -> TONES.indexOf(c) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (tones.length() > 1) {
            return false;
        }
        String bare = Normalizer.normalize(parts.replaceAll("[" + TONES + "]", ""), Normalizer.Form.NFC);
        return SYLLABLE.matcher(bare).matches()
                && (!STOP.matcher(bare).matches() || tones.equals("\u0301") || tones.equals("\u0323"));
    }
}
