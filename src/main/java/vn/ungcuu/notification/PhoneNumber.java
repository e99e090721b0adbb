package vn.ungcuu.notification;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers that can receive an SMS. */
public final class PhoneNumber {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.()\\-]");
    private static final Pattern VIETNAMESE_MOBILE = Pattern.compile("(?:0|\\+84)([35789]\\d{8})");
    private static final Pattern E_164 = Pattern.compile("\\+(?!84)[1-9]\\d{7,14}");

    private PhoneNumber() {}

    /**
     * The number as E.164 has it: {@code 0912 345 678} is {@code +84912345678}.
     *
     * @return empty for what is neither a Vietnamese mobile number nor an international one with its {@code +}
     */
    public static Optional<String> typed(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        var vietnamese = VIETNAMESE_MOBILE.matcher(digits);
        if (vietnamese.matches()) {
            return Optional.of("+84" + vietnamese.group(1));
        }
        return Optional.of(digits).filter(number -> E_164.matcher(number).matches());
    }
}
